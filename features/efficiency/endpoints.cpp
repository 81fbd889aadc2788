#include "features/efficiency/endpoints.hpp"

#include <map>

#include "engine/journal/checkpoint.hpp"
#include "features/efficiency/counting.hpp"
#include "features/efficiency/events.hpp"
#include "features/efficiency/queries.hpp"
#include "features/efficiency/summing.hpp"
#include "features/orders/api.hpp"

namespace jianghui::efficiency {
namespace {

struct Period {
    Date from;
    Date to;
};

template <class Asked>
Result<Period> period_of(const Asked& input, Instant now) {
    const Date today = date_of(now);
    const Period period{input.from.value_or(today.year() / std::chrono::January / 1),
                        input.to.value_or(today)};
    if (period.to < period.from) return refuse(error(out_of_range).at("/to"));
    return period;
}

/// The first and the last code.
using Range = std::pair<PlaceCode, PlaceCode>;

/// The codes of a place; without one: all.
Range range_of(const std::optional<PlaceCode>& place) {
    if (!place) return {{"0"}, {"9"}};
    return codes_within(city_of(*place));
}

Hours hours_of(const codes::Tables& tables, Date on) {
    const Hours usual;
    const auto minute = [&](std::string_view name, int otherwise) {
        return static_cast<int>(tables.parameter_or(name, on, otherwise));
    };
    return {minute("office_opens_minute", usual.opens),
            minute("office_lunch_from_minute", usual.lunch_from),
            minute("office_lunch_to_minute", usual.lunch_to),
            minute("office_closes_minute", usual.closes)};
}

/// The closed cases of a procedure (`sql::closed_cases`), or those that recorded reviews of its decisions (`sql::reviews`).
std::vector<CaseCount> cases_in(const store::Reader& reader, const store::Statement& statement,
                                const Period& period, const Range& range,
                                const std::optional<String<1, 40>>& procedure) {
    return reader.all<CaseCount>(
        statement,
        store::arguments("since", start_of(period.from), "until", start_of(add_days(period.to, 1)),
                         "from", range.first, "to", range.second, "procedure", procedure));
}

std::vector<Wait> ended_waits(const store::Reader& reader, const Period& period, const Range& range,
                              const std::optional<String<1, 40>>& procedure,
                              const std::optional<String<1, 40>>& step) {
    return reader.all<Wait>(
        sql::ended_waits,
        store::arguments("since", start_of(period.from), "until", start_of(add_days(period.to, 1)),
                         "from", range.first, "to", range.second, "procedure", procedure, "step",
                         step));
}

void add_titles(const app::Query& query, ProcedureSpans& row) {
    const auto& tables = query.services.get<codes::Tables>();
    row.city_name = tables.place_name(row.city);
    row.title = {row.procedure, row.procedure};
    // A decision that was made elsewhere has no procedure here.
    if (const auto* item = tables.find_item("reviewed_procedures", row.procedure))
        row.title = {item->zh, item->en};
    for (auto& step : row.steps) step.title = {step.step, step.step};
    for (auto& outcome : row.outcomes) outcome.title = {outcome.state, outcome.state};
    const auto known = query.services.get<procedures::Catalogue>().current(row.procedure);
    if (!known) return;
    row.title = (*known)->title;
    for (auto& step : row.steps)
        if (const auto* defined = (*known)->step(step.step)) step.title = defined->title;
    for (auto& outcome : row.outcomes)
        if (const auto* state = (*known)->state(outcome.state)) outcome.title = state->title;
}

}  // namespace

Result<ProceduresView> show_procedures(app::Query& query, const AskProcedures& input) {
    TRY(const Period period, period_of(input, query.now));
    const auto& tables = query.services.get<codes::Tables>();
    const Hours hours = hours_of(tables, period.to);
    const auto range = range_of(input.place);
    ProceduresView shown{period.from, period.to, hours.a_day(),
                         journal::checkpoint(query.db, reader_name),
                         procedures_of(cases_in(query.db, sql::closed_cases, period, range, input.procedure),
                                       cases_in(query.db, sql::reviews, period, range, input.procedure),
                                       ended_waits(query.db, period, range, input.procedure, {}),
                                       tables.working_days(), hours)};
    for (auto& row : shown.items) add_titles(query, row);
    return shown;
}

Result<std::vector<CaseSpan>> list_cases(app::Query& query, const AskCases& input) {
    if (!query.caller.supervises(input.city)) return refuse(not_found);
    TRY(const Period period, period_of(input, query.now));
    const auto& tables = query.services.get<codes::Tables>();
    const Hours hours = hours_of(tables, period.to);
    const Range range{input.city, input.city};
    std::vector<CaseSpan> rows;
    const auto add = [&](CaseId id, Instant from, Instant to, std::optional<Date> due, bool late,
                         std::optional<ReviewOutcome> outcome = std::nullopt) {
        rows.push_back({id, from, to, working_minutes(from, to, tables.working_days(), hours),
                        working_days(from, to, tables.working_days()), natural_days(from, to), due,
                        late, outcome});
    };
    if (input.reviewed.value_or(false)) {
        for (const auto& one : cases_in(query.db, sql::reviews, period, range, input.procedure))
            add(one.case_id, one.opened_at, *one.closed_at, {}, one.late, one.review_outcome);
    } else if (input.step) {
        for (const auto& wait : ended_waits(query.db, period, range, input.procedure, input.step))
            if (!input.turn || *input.turn == wait.waits_for)
                add(wait.case_id, wait.began_at, wait.ended_at, wait.due_on, is_late(wait));
    } else {
        for (const auto& one : cases_in(query.db, sql::closed_cases, period, range, input.procedure))
            add(one.case_id, one.opened_at, *one.closed_at, {}, one.late);
    }
    return rows;
}

namespace {

/// Tries decided in the period for orders of the place, of `seen` cities or by agencies at home there.
std::vector<Try> ended_tries(const app::Query& query, const Period& period,
                             const std::optional<PlaceCode>& place, std::optional<TryKind> kind,
                             const Range& seen) {
    const auto range = range_of(place);
    return query.db.all<Try>(
        sql::ended_tries,
        store::arguments("since", start_of(period.from), "until", start_of(add_days(period.to, 1)),
                         "from", range.first, "to", range.second, "kind", kind, "seen_from",
                         seen.first, "seen_to", seen.second));
}

/// The same of refusals.
std::vector<Refusal> refusals(const app::Query& query, const Period& period,
                              const std::optional<PlaceCode>& place, const Range& seen) {
    const auto range = range_of(place);
    return query.db.all<Refusal>(
        sql::refusals,
        store::arguments("since", start_of(period.from), "until", start_of(add_days(period.to, 1)),
                         "from", range.first, "to", range.second, "seen_from", seen.first, "seen_to",
                         seen.second));
}

/// What tries name, each order and agency read once.
class Named {
  public:
    explicit Named(const store::Reader& reader) : reader_(reader) {}

    /// "" when there is no such order.
    const std::string& title(OrderId id) {
        const auto [at, added] = titles_.try_emplace(id);
        if (added) {
            if (const auto order = orders::find(reader_, id)) at->second = order->title;
        }
        return at->second;
    }
    const std::optional<organisations::Reference>& agency(OrganisationId id) {
        const auto [at, added] = agencies_.try_emplace(id);
        if (added) at->second = organisations::find_reference(reader_, id);
        return at->second;
    }

  private:
    const store::Reader& reader_;
    std::map<OrderId, std::string> titles_;
    std::map<OrganisationId, std::optional<organisations::Reference>> agencies_;
};

}  // namespace

Result<TreatmentView> show_treatment(app::Query& query, const AskTreatment& input) {
    TRY(const Period period, period_of(input, query.now));
    const auto& tables = query.services.get<codes::Tables>();
    const auto everywhere = range_of(std::nullopt);
    TreatmentView shown{
        period.from, period.to, journal::checkpoint(query.db, reader_name),
        treatment_of(ended_tries(query, period, input.place, std::nullopt, everywhere),
                     refusals(query, period, input.place, everywhere)),
        {}};
    shown.differences = differences_of(shown.items);
    for (auto& row : shown.items)
        if (row.home) row.home_name = tables.place_name(row.home);
    return shown;
}

Result<std::vector<TryView>> list_tries(app::Query& query, const AskTries& input) {
    TRY(const Period period, period_of(input, query.now));
    const auto& tables = query.services.get<codes::Tables>();
    const auto seen = codes_within(query.caller.place);
    Named named(query.db);
    std::vector<TryView> rows;
    const auto add = [&](const auto& one, Instant ended_at, bool won, std::optional<RefusedFor> why) {
        if (input.outside && *input.outside != one.outside()) return;
        if (input.home && *input.home != one.home) return;
        TryView row;
        row.order_id = one.order_id;
        row.order_title = named.title(one.order_id);
        row.agency = named.agency(one.agency);
        row.home = one.home;
        row.home_name = tables.place_name(one.home);
        row.began_at = one.began_at;
        row.ended_at = ended_at;
        row.minutes = (ended_at - one.began_at).count() / 60'000;
        row.won = won;
        row.why = why;
        rows.push_back(std::move(row));
    };
    for (const auto& one : ended_tries(query, period, input.place, input.kind, seen))
        add(one, *one.ended_at, one.won, std::nullopt);
    if (input.kind == TryKind::race)
        for (const auto& one : refusals(query, period, input.place, seen))
            add(one, one.ended_at, false, one.why);
    return rows;
}

Result<app::Empty> recount(app::Command& command, const app::Empty& /*input*/) {
    begin_recount(command.db);
    command.record(efficiency_recount_begun, {command.caller.place, "account",
                                              command.caller.account.number, {}, {}, {}});
    return app::Empty{};
}

}  // namespace jianghui::efficiency
