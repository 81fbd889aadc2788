#pragma once
// For tests: takes any procedure through every step and every clock end. What it knows of a procedure is
// its definition alone.

#include "features/cases/model.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::cases {

using procedures::Procedure;
using procedures::Step;

/// Whether somebody sees a case: always, once the party was told when it is confidential, or never.
enum class Sees { always, when_told, never };

/// Somebody who tries steps, as what she may, and whether she sees the case.
struct Player {
    access::Caller caller;
    std::set<Actor> acts_as;
    std::string what;
    Sees sees = Sees::never;
};

/// One run of a procedure.
class Run {
  public:
    /// The steps of `path` and, without being taken by `go`, of `later` can be carried out: the entries and
    /// values that their rules ask for are there.
    Run(test::WorkingMarket& market, const Procedure& procedure, std::vector<std::string> path,
        std::vector<std::string> later = {});
    /// The day on which the case is opened, at nine in the morning; 2026-01-05 else.
    Run& begins_on(Date day);

    /// Opens the case and takes the path but its last step; empty when all went well, else what went wrong.
    std::string go();
    /// The same with so many steps of the path.
    std::string go(std::size_t steps);
    /// Takes one more step, by the clock or somebody; empty, or what went wrong.
    std::string take(const Step& step);
    /// Rings every clock that is due now, of all cases.
    void ring();
    /// Whoever there is, with her part in the case: the sides, offices of the place, above it, of the
    /// counterpart and elsewhere, administrators, strangers.
    [[nodiscard]] const std::vector<Player>& players() const { return players_; }

    [[nodiscard]] std::string state();
    [[nodiscard]] CaseId id() const { return id_; }
    [[nodiscard]] procedures::CaseRow row();
    [[nodiscard]] std::vector<procedures::StepRow> steps();
    /// The last run of the clock; nothing when it has not begun.
    [[nodiscard]] std::optional<procedures::ClockRow> clock(const std::string& name);
    /// The case's row, and how many lines, documents, entries (with their status) and events it has.
    [[nodiscard]] std::string snapshot();
    /// Events of the case of that kind that name the clock.
    [[nodiscard]] int events(std::string_view kind, const std::string& clock);

  private:
    using Object = codec::json::object;
    void set_out();
    void add_offices(const Player& official, const Player& inspector);
    void add_strangers();
    void note_wishes(const Step& step);
    [[nodiscard]] std::vector<std::string> all_steps() const;
    Player office(access::Role role, const std::string& place, std::set<Actor> as, std::string what);
    const Player* player_for(const Step& step);
    Object fill(const registers::Fields& fields, const std::string& form, const Player& by);
    codec::json::value value(const registers::Column& column, const std::string& dotted,
                             const Player& by);
    std::string code_of(const std::string& table);
    std::string upload(const access::Caller& by);
    std::string wait_for_clock(const Step& step);
    void wait_for_days(const Step& step);
    void prepare_entries();
    [[nodiscard]] bool lies_ahead(const std::string& dotted) const;
    void prepare_entry(const std::string& name, const std::string& number_field, bool suspended);
    [[nodiscard]] const Step& step(const std::string& name) const;
    Player some_worker();

    test::WorkingMarket& market_;
    const Procedure& procedure_;
    std::vector<std::string> path_;
    std::vector<std::string> later_;
    Date begins_ = *parse_date("2026-01-05");
    std::vector<Player> players_;
    Player applicant_;
    Player other_;  ///< the party, when it is not the applicant
    std::string place_ = "510502";
    std::string counterpart_ = "500116";
    std::map<std::string, codec::json::value> wanted_;  ///< values that guards or effects need
    std::set<std::string> future_;                      ///< date fields that end something
    CaseId id_;
};

/// The place above: the city of a county, the province of a city.
[[nodiscard]] std::string place_above(const std::string& place);

/// The shortest path of steps from the opening to each state.
[[nodiscard]] std::map<std::string, std::vector<std::string>> paths_of(const Procedure& procedure);

}  // namespace jianghui::cases
