// Warnings: who sees them, who decides, who says what is done; how often they were right.

#include "engine/app/page.hpp"
#include "features/shortages/endpoints.hpp"
#include "features/shortages/events.hpp"
#include "features/shortages/hindsight.hpp"
#include "features/shortages/limits.hpp"
#include "features/shortages/queries.hpp"
#include "features/shortages/record.hpp"
#include "features/shortages/rules.hpp"
#include "features/shortages/view.hpp"

namespace jianghui::shortages {
namespace {

/// Whether it was issued: what once was given to everybody stays readable when a newer level overtakes
/// it.
bool is_public(const WarningRow& row) {
    return row.decided_at && row.status != WarningStatus::dismissed;
}

/// How the quarter was assessed; nothing when that was not kept.
std::optional<AssessedView> assessed_view(const store::Reader& reader, const codes::Tables& tables, int period) {
    const auto row = reader.one<QuarterRow>(sql::find_quarter, store::arguments("period", period));
    if (!row || row->formula == 0) return std::nullopt;
    return AssessedView{period_name(period),      row->position,
                        row->formula,             row->demand_formula,
                        row->supply_formula,      named_places(tables, row->included),
                        named_places(tables, row->excluded)};
}

/// Who has to act on a level, and who is told of it.
Text who_of(Level level, const std::string& place) {
    switch (level) {
        case Level::red:
            return {place + "人社部门处置，报领导小组办公室",
                    "Acts: the human-resources office of " + place +
                        ". Told: the steering group's office."};
        case Level::orange:
            return {place + "人社部门处置，通报区域各地和有关部门",
                    "Acts: the human-resources office of " + place +
                        ". Told: the places of the region and their departments."};
        case Level::yellow:
            return {place + "人社部门处置",
                    "Acts: the human-resources office of " + place + "."};
        default: break;
    }
    return {"无需处置", "Nothing to do."};
}

WarningView view(const app::Services& services, const app::Caller& caller, Instant now,
                 const WarningRow& row) {
    const auto& tables = services.get<codes::Tables>();
    WarningView shown;
    shown.id = row.id;
    shown.place = row.city;
    shown.place_name = tables.place_or_region_name(row.city);
    shown.occupation = row.occupation;
    shown.occupation_name = occupation_name(tables, row.occupation);
    shown.period = period_name(row.period);
    shown.level = row.level;
    shown.level_before = row.level_before;
    shown.status = row.status;
    shown.due_at = row.due_at;
    shown.overdue = row.due_at && *row.due_at <= now;
    shown.who = who_of(row.level, shown.place_name);
    if (is_public(row) || caller.supervises(row.city)) {
        shown.note = row.note;
        shown.measures = row.measures;
    }
    shown.computed_at = row.computed_at;
    shown.decided_at = row.decided_at;
    shown.answered_at = row.answered_at;
    if (caller.acts_in(row.city))
        for (const auto act : {WarningAct::issue, WarningAct::dismiss, WarningAct::answer})
            if (next_status(row.status, act)) shown.acts.push_back(act);
    return shown;
}

/// The office of the city sees every quarter, others those of warnings that were issued, up to this one.
std::vector<LevelRow> history_of(const store::Reader& reader, const WarningRow& row, bool office) {
    if (office)
        return reader.all<LevelRow>(
            sql::levels_of, store::arguments("city", row.city, "occupation", row.occupation));
    return reader.all<LevelRow>(sql::levels_given,
                                store::arguments("city", row.city, "occupation", row.occupation,
                                                 "period", row.period));
}

LevelView view(const LevelRow& row, bool office) {
    LevelView shown;
    shown.period = period_name(row.period);
    shown.level = row.level;
    shown.standing = row.standing;
    shown.demand = row.facts.demand;
    shown.days = row.facts.days;
    if (office) {
        shown.available = row.facts.available();
        shown.ratio = ratio_of(row.facts);
    }
    return shown;
}

/// The warning, when the caller may see it: issued, or of the caller's office. Fails with not_found.
Result<WarningRow> find_seen(const store::Reader& reader, const app::Caller& caller, WarningId id) {
    auto row = find(reader, id);
    if (!row || (!is_public(*row) && !caller.supervises(row->city)))
        return refuse(not_found);
    return std::move(*row);
}

/// The warning that the caller may act on: of the own place, others' are not found.
Result<WarningRow> find_own(const app::Command& command, WarningId id) {
    auto row = find(command.db, id);
    if (!row || !command.caller.acts_in(row->city)) return refuse(not_found);
    return std::move(*row);
}

Result<WarningView> save(app::Command& command, WarningRow& row, WarningAct act,
                         const journal::EventKind& kind) {
    const WarningStatus from = row.status;
    TRY(row.status, next_status(from, act));
    if (!update(command.db, row, from)) return refuse(warning_status_conflict);
    record(command, kind, row);
    return view(command.services, command.caller, command.now, row);
}

void decide(WarningRow& row, const app::Command& command) {
    row.decided_by = command.caller.account;
    row.decided_at = command.now;
    row.due_at.reset();
}

}  // namespace

Result<app::Page<WarningView>> list_warnings(app::Query& query, const FindWarnings& input) {
    const auto [seen_from, seen_to] = query.caller.seen_range();
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<WarningRow>(
        sql::list_warnings,
        store::arguments("cursor", input.cursor, "place", input.place, "level", input.level,
                         "status", input.status, "seen_from", seen_from, "seen_to", seen_to,
                         "limit", limit + 1));
    return app::page_of(rows, limit, [&](const WarningRow& row) {
        return view(query.services, query.caller, query.now, row);
    });
}

Result<WarningView> show_warning(app::Query& query, const FindWarning& input) {
    TRY(const WarningRow row, find_seen(query.db, query.caller, input.warning));
    auto shown = view(query.services, query.caller, query.now, row);
    const bool office = query.caller.supervises(row.city);
    for (const auto& level : history_of(query.db, row, office))
        shown.history.push_back(view(level, office));
    return shown;
}

Result<HindsightView> show_hindsight(app::Query& query, const AskHindsight& input) {
    const auto& tables = query.services.get<codes::Tables>();
    HindsightView shown;
    shown.place = input.place.value_or(PlaceCode{});
    if (shown.place && tables.find_place(shown.place) == nullptr)
        return refuse(
            error(unknown_code).at("/place").near(tables.nearest_places(shown.place.text)));
    const auto [from, to] = statistics::range_of(shown.place);
    const auto basis = hindsight_basis(query.db);
    shown.of_warnings = query.services.get<KeptHindsight>().find(query.db, basis, from.text, to.text);
    shown.quarters = static_cast<int>(basis.quarters);
    if (basis.last_period != 0) {
        shown.last_period = period_name(basis.last_period);
        shown.assessed = assessed_view(query.db, tables, basis.last_period);
    }
    shown.periods_needed = level_limits_on(tables, date_of(query.now)).periods;
    return shown;
}

Result<WarningView> issue_warning(app::Command& command, const FindWarning& input) {
    TRY(WarningRow row, find_own(command, input.warning));
    decide(row, command);
    const auto today = date_of(command.now);
    row.due_at = due_after(
        today, days_to_act(command.services.get<codes::Tables>(), row.level, today));
    return save(command, row, WarningAct::issue, warning_issued);
}

Result<WarningView> dismiss_warning(app::Command& command, const DismissWarning& input) {
    TRY(WarningRow row, find_own(command, input.warning));
    decide(row, command);
    row.note = input.reason.text;
    return save(command, row, WarningAct::dismiss, warning_dismissed);
}

Result<WarningView> answer_warning(app::Command& command, const AnswerWarning& input) {
    TRY(WarningRow row, find_own(command, input.warning));
    row.measures = input.measures.text;
    row.answered_by = command.caller.account;
    row.answered_at = command.now;
    row.due_at.reset();
    return save(command, row, WarningAct::answer, warning_answered);
}

}  // namespace jianghui::shortages
