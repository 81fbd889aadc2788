#pragma once
// For tests: takes any procedure through every step and every clock end, and lets everybody try what
// is not theirs. What it knows of a procedure is its definition alone.

#include "features/cases/model.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::cases {

using procedures::Procedure;
using procedures::Step;

/// Somebody who tries steps, and as what she may.
struct Player {
    access::Caller caller;
    std::set<Actor> acts_as;
    std::string what;
};

/// One run of a procedure.
class Run {
  public:
    Run(test::WorkingMarket& market, const Procedure& procedure, std::vector<std::string> path);

    /// Opens the case and takes the path; empty when all went well, else what went wrong.
    std::string go();
    /// Lets everybody try the step who may not; what was wrongly allowed or changed something.
    std::vector<std::string> try_forbidden(const Step& step);
    /// Takes one more step, by the clock or somebody; empty, or what went wrong.
    std::string take(const Step& step);

    [[nodiscard]] std::string state();
    [[nodiscard]] CaseId id() const { return id_; }

  private:
    using Object = codec::json::object;
    void set_out();
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
    std::string snapshot();
    [[nodiscard]] const Step& step(const std::string& name) const;
    Player some_worker();

    test::WorkingMarket& market_;
    const Procedure& procedure_;
    std::vector<std::string> path_;
    std::vector<Player> players_;
    Player applicant_;
    Player other_;  ///< the party, when it is not the applicant
    std::string place_ = "510502";
    std::string counterpart_ = "500116";
    std::map<std::string, codec::json::value> wanted_;  ///< values that guards or effects need
    std::set<std::string> future_;                      ///< date fields that end something
    CaseId id_;
    int approver_ = 0;
};

/// The shortest path of steps from the opening to each state.
[[nodiscard]] std::map<std::string, std::vector<std::string>> paths_of(const Procedure& procedure);

}  // namespace jianghui::cases
