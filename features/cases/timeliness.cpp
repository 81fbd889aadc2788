#include "features/cases/timeliness.hpp"

#include <algorithm>
#include <map>

#include "features/cases/endpoints.hpp"
#include "features/cases/queries.hpp"

namespace jianghui::cases {
namespace {

/// The lower median: a number of days that some case really took.
std::int64_t median(std::vector<std::int64_t> days) {
    const auto middle = days.begin() + static_cast<std::ptrdiff_t>((days.size() - 1) / 2);
    std::nth_element(days.begin(), middle, days.end());
    return *middle;
}

struct Count {
    Timeliness row;
    std::vector<std::int64_t> days;
    std::int64_t on_time = 0;
};

struct CameTo {
    CaseId case_id;
    std::string to_state;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(CameTo, (), (case_id, to_state, at))

/// Whether a case waits for its counterpart in a state; not where the definition is not there any more.
bool waits_for_counterpart(const procedures::Catalogue& catalogue, const CaseTimes& times,
                           const std::string& state) {
    const auto procedure = catalogue.version(times.procedure_id, times.definition_version);
    const auto* found = procedure ? (*procedure)->state(state) : nullptr;
    return found != nullptr && (found->waits_for == Actor::counterpart_official ||
                                found->waits_for == Actor::counterpart_inspector);
}

/// What is counted at the places between two codes.
std::vector<TimedCase> timed_cases(const app::Query& query, const store::Arguments& wanted,
                                   const PlaceCode& first, const PlaceCode& last) {
    std::map<CaseId, std::vector<CameTo>> came;
    for (auto& one : query.db.all<CameTo>(sql::turns_of_period, wanted))
        came[one.case_id].push_back(std::move(one));
    const auto& catalogue = query.services.get<procedures::Catalogue>();
    std::vector<TimedCase> cases;
    for (const auto& times : query.db.all<CaseTimes>(sql::cases_of_period, wanted)) {
        std::vector<Turn> turns;
        if (const auto found = came.find(times.id); found != came.end())
            for (const auto& one : found->second)
                turns.push_back({one.at, waits_for_counterpart(catalogue, times, one.to_state)});
        for (auto& one : at_each_place(times, turns))
            if (first <= one.place && one.place <= last) cases.push_back(std::move(one));
    }
    return cases;
}

}  // namespace

std::vector<TimedCase> at_each_place(const CaseTimes& times, const std::vector<Turn>& turns) {
    TimedCase own{times.procedure_id, times.place, times.opened_at, times.closed_at,
                  times.due_on,       times.late,  0,               false};
    TimedCase other = own;
    std::optional<Instant> came, left;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        if (!turns[i].counterpart) continue;
        if (!came) came = turns[i].since;
        left = i + 1 < turns.size() ? std::optional(turns[i + 1].since) : times.closed_at;
        if (left) own.days_elsewhere += days_between(date_of(turns[i].since), date_of(*left));
        own.is_elsewhere = !left;
    }
    if (!came || !times.counterpart) return {own};
    other.place = *times.counterpart;
    other.opened_at = *came;
    other.closed_at = left;
    other.late = times.counterpart_late;
    if (left)
        other.days_elsewhere = days_between(date_of(*came), date_of(*left)) - own.days_elsewhere;
    return {own, other};
}

std::vector<Timeliness> timeliness_of(const std::vector<TimedCase>& cases, Date from, Date to,
                                      Date today) {
    std::map<std::pair<std::string, std::string>, Count> counts;
    const auto within_period = [&](Instant at) {
        const Date day = date_of(at);
        return day >= from && day <= to;
    };
    for (const auto& one : cases) {
        Count& count = counts[{one.procedure_id, one.place.text}];
        count.row.procedure = one.procedure_id;
        count.row.place = one.place;
        if (within_period(one.opened_at)) ++count.row.opened;
        if (!one.closed_at) {
            ++count.row.open;
            if (!one.is_elsewhere && one.due_on && *one.due_on < today) ++count.row.overdue;
        } else if (within_period(*one.closed_at)) {
            ++count.row.closed;
            if (!one.late) ++count.on_time;
            count.days.push_back(days_between(date_of(one.opened_at), date_of(*one.closed_at)) -
                                 one.days_elsewhere);
        }
    }
    std::vector<Timeliness> rows;
    for (auto& [key, count] : counts) {
        if (count.row.closed > 0) {
            count.row.median_days = median(std::move(count.days));
            count.row.on_time_per_mille = count.on_time * 1000 / count.row.closed;
        }
        if (count.row.opened + count.row.closed + count.row.open > 0)
            rows.push_back(std::move(count.row));
    }
    return rows;
}

Result<std::vector<Timeliness>> show_timeliness(app::Query& query, const AskTimeliness& input) {
    const Date today = date_of(query.now);
    const Date from = input.from.value_or(today.year() / std::chrono::January / 1);
    const Date to = input.to.value_or(today);
    if (to < from) return refuse(error(out_of_range).at("/to"));
    const PlaceCode place = input.place.value_or(query.caller.place);
    const auto& world = query.services.get<procedures::World>();
    const auto [first, last] = codes_within(place);
    const auto wanted = store::arguments("from", first, "to", last, "since", start_of(from), "until",
                                         start_of(add_days(to, 1)), "procedure", input.procedure);
    auto timeliness = timeliness_of(timed_cases(query, wanted, first, last), from, to, today);
    for (auto& row : timeliness) {
        row.place_name = world.place_name(row.place);
        if (const auto known = query.services.get<procedures::Catalogue>().current(row.procedure))
            row.title = (*known)->title;
    }
    return timeliness;
}

}  // namespace jianghui::cases
