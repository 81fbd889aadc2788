#pragma once
// The vocabulary of warnings and flows.

#include "features/shortages/model.hpp"

namespace jianghui::shortages {

using WarningId = Id<struct ShortageWarningTag>;

enum class WarningStatus {
    computed,   ///< the level rose or changed; officials have to decide
    issued,     ///< given; they have to act
    dismissed,  ///< not given, with a reason
    answered,   ///< what is done about it was said
    lifted,     ///< fell below yellow, by itself
    overtaken   ///< a newer level came before anybody decided or acted
};
BOOST_DESCRIBE_ENUM(WarningStatus, computed, issued, dismissed, answered, lifted, overtaken)
enum class WarningAct { issue, dismiss, answer };
BOOST_DESCRIBE_ENUM(WarningAct, issue, dismiss, answer)

/// The state after an act. Fails with warning_status_conflict.
[[nodiscard]] Result<WarningStatus> next_status(WarningStatus from, WarningAct act);

/// A row of `shortage_warnings`.
struct WarningRow {
    WarningId id;
    PlaceCode city;
    OccupationCode occupation;
    int period = 0;
    Level level = Level::none;
    Level level_before = Level::none;
    WarningStatus status = WarningStatus::computed;
    std::optional<Instant> due_at;  ///< until when they decide or act
    std::string note;
    std::string measures;
    Instant computed_at;
    std::optional<AccountId> decided_by;
    std::optional<Instant> decided_at;
    std::optional<AccountId> answered_by;
    std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(WarningRow, (),
                      (id, city, occupation, period, level, level_before, status, due_at, note,
                       measures, computed_at, decided_by, decided_at, answered_by, answered_at))

/// A row of `shortage_levels`.
struct LevelRow {
    PlaceCode city;
    OccupationCode occupation;
    int period = 0;
    Level level = Level::none;
    Level standing = Level::none;
    Facts facts;
};
BOOST_DESCRIBE_STRUCT(LevelRow, (), (city, occupation, period, level, standing, facts))

/// A row of the query `look_back`.
struct LookBackRow {
    PlaceCode city;
    OccupationCode occupation;
    int period = 0;
    Level level = Level::none;
    Level standing = Level::none;
    std::optional<WarningStatus> status;
};
BOOST_DESCRIBE_STRUCT(LookBackRow, (), (city, occupation, period, level, standing, status))

/// A quarter of a warning's history. People are shown to the office alone.
struct LevelView {
    std::string period;
    Level level = Level::none;
    Level standing = Level::none;
    std::int64_t demand = 0;
    std::optional<std::int64_t> available;
    std::optional<std::int64_t> ratio;
    std::optional<std::int64_t> days;  ///< none: not known, not asked for the level
};
BOOST_DESCRIBE_STRUCT(LevelView, (), (period, level, standing, demand, available, ratio, days))

struct WarningView {
    WarningId id;
    PlaceCode place;
    std::string place_name;
    OccupationCode occupation;
    std::string occupation_name;
    std::string period;
    Level level = Level::none;
    Level level_before = Level::none;
    WarningStatus status = WarningStatus::computed;
    std::optional<Instant> due_at;
    bool overdue = false;
    Text who;  ///< who has to act, and who is told
    std::string note;
    std::string measures;
    Instant computed_at;
    std::optional<Instant> decided_at;
    std::optional<Instant> answered_at;
    std::vector<WarningAct> acts;
    std::vector<LevelView> history;  ///< newest first; in the answer about one warning alone
};
BOOST_DESCRIBE_STRUCT(WarningView, (),
                      (id, place, place_name, occupation, occupation_name, period, level,
                       level_before, status, due_at, overdue, who, note, measures, computed_at,
                       decided_at, answered_at, acts, history))

/// GET shortage-warnings.
struct FindWarnings {
    std::optional<PlaceCode> place;
    std::optional<Level> level;
    std::optional<WarningStatus> status;
    std::optional<WarningId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindWarnings, (), (place, level, status, cursor, limit))

struct FindWarning {
    WarningId warning;
};
BOOST_DESCRIBE_STRUCT(FindWarning, (), (warning))

struct DismissWarning {
    WarningId warning;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(DismissWarning, (), (warning, reason))

struct AnswerWarning {
    WarningId warning;
    String<1, 2000> measures;  ///< what is done about it
};
BOOST_DESCRIBE_STRUCT(AnswerWarning, (), (warning, measures))

/// GET shortage-hindsight.
struct AskHindsight {
    std::optional<PlaceCode> place;
};
BOOST_DESCRIBE_STRUCT(AskHindsight, (), (place))

/// A row of `shortage_quarters`: how a quarter was assessed.
struct QuarterRow {
    int period = 0;
    std::int64_t position = 0;
    std::int64_t formula = 0;  ///< levels_formula; 0: nothing was kept of how
    std::int64_t demand_formula = 0;
    std::int64_t supply_formula = 0;
    std::vector<PlaceCode> included;
    std::vector<PlaceCode> excluded;  ///< nothing was ever counted there
};
BOOST_DESCRIBE_STRUCT(QuarterRow, (),
                      (period, position, formula, demand_formula, supply_formula, included, excluded))

/// What warnings rest on: how the last quarter was assessed, and of which places.
struct AssessedView {
    std::string period;
    std::int64_t position = 0;
    std::int64_t formula = 0;
    std::int64_t demand_formula = 0;
    std::int64_t supply_formula = 0;
    std::vector<PlaceView> included;
    std::vector<PlaceView> excluded;
};
BOOST_DESCRIBE_STRUCT(AssessedView, (),
                      (period, position, formula, demand_formula, supply_formula, included, excluded))

struct HindsightView {
    PlaceCode place;
    Hindsight of_warnings;
    int quarters = 0;  ///< assessed so far
    std::optional<std::string> last_period;
    int periods_needed = 2;
    std::optional<AssessedView> assessed;  ///< the last quarter; none, or assessed before this was kept: nothing
};
BOOST_DESCRIBE_STRUCT(HindsightView, (),
                      (place, of_warnings, quarters, last_period, periods_needed, assessed))

struct WarningEvent {
    std::string period;
    PlaceCode place;
    OccupationCode occupation;
    Level level = Level::none;
    Level level_before = Level::none;
    WarningStatus status = WarningStatus::computed;
};
BOOST_DESCRIBE_STRUCT(WarningEvent, (),
                      (period, place, occupation, level, level_before, status))

/// What `shortage.assessed` says.
struct QuarterAssessed {
    std::string period;
    std::int64_t position = 0;
    int assessed = 0;
    int changed = 0;
};
BOOST_DESCRIBE_STRUCT(QuarterAssessed, (), (period, position, assessed, changed))

/// GET talent-flows.
struct AskFlows {
    String<6, 6> period;
    FlowKind kind = FlowKind::work;
};
BOOST_DESCRIBE_STRUCT(AskFlows, (), (period, kind))

struct FlowsView {
    std::string period;
    FlowKind kind = FlowKind::work;
    std::vector<PlaceView> places;  ///< rows and columns, before everywhere else
    std::vector<PlaceView> included;
    std::vector<PlaceView> excluded;  ///< of these nothing is known: their 0 is no count
    FlowMatrix matrix;
    std::int64_t least = 0;  ///< smaller figures are hidden; 0: none is, for the office
    std::optional<std::int64_t> unknown;  ///< people of whom no home is known; for the office
    std::int64_t formula = flows_formula;
    std::int64_t as_of_position = 0;
};
BOOST_DESCRIBE_STRUCT(FlowsView, (),
                      (period, kind, places, included, excluded, matrix, least, unknown, formula, as_of_position))

/// GET talent-flows/records: who was counted in a cell of the matrix. Without `from` or `to`: everywhere beyond the region.
struct AskFlowRecords {
    String<6, 6> period;
    FlowKind kind = FlowKind::work;
    std::optional<PlaceCode> from;
    std::optional<PlaceCode> to;
    std::optional<PersonId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(AskFlowRecords, (), (period, kind, from, to, cursor, limit))

struct FlowRecord {
    PersonId person;
    PlaceCode from;
    std::string from_name;
    PlaceCode to;
    std::string to_name;
};
BOOST_DESCRIBE_STRUCT(FlowRecord, (), (person, from, from_name, to, to_name))

/// People whom the reader's office supervises on either side; who was erased is counted and not there.
struct FlowRecordsView {
    std::int64_t amount = 0;  ///< as the cell says
    std::vector<FlowRecord> items;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(FlowRecordsView, (), (amount, items, next))

}  // namespace jianghui::shortages
