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

}  // namespace

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
            if (one.due_on && *one.due_on < today) ++count.row.overdue;
        } else if (within_period(*one.closed_at)) {
            ++count.row.closed;
            if (!one.late) ++count.on_time;
            count.days.push_back(days_between(date_of(one.opened_at), date_of(*one.closed_at)));
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
    const auto rows = query.db.all<TimedCase>(
        sql::cases_of_period,
        store::arguments("from", first, "to", last, "since", start_of(from), "until",
                         start_of(add_days(to, 1)), "procedure", input.procedure));
    auto timeliness = timeliness_of(rows, from, to, today);
    for (auto& row : timeliness) {
        row.place_name = world.place_name(row.place);
        if (const auto known = query.services.get<procedures::Catalogue>().current(row.procedure))
            row.title = (*known)->title;
    }
    return timeliness;
}

}  // namespace jianghui::cases
