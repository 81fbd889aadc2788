#include "features/statistics/calendar.hpp"

#include <algorithm>

namespace jianghui::statistics {
namespace {

std::int64_t milliseconds_of(Instant at) { return at.time_since_epoch().count(); }

/// As `begun` (roll.hpp) adds it.
std::int64_t months_from(Date day, int months) {
    return months > 0 ? (start_of(add_months(day, months)) - start_of(day)).count() : 0;
}

}  // namespace

Calendar::Calendar(const Measure& measure, Instant first, Instant last,
                   const std::function<Limits(Date)>& limits)
    : start_(milliseconds_of(start_of(date_of(first)))),
      first_period_(statistics::period_of(measure.period, first)) {
    const Date first_day = date_of(first);
    std::int64_t longest = 0;
    // The last day of an event first: what begins on it says how much further the calendar goes.
    const auto last_event = (milliseconds_of(last) - start_) / milliseconds_a_day;
    std::int64_t last_day = last_event;
    for (std::int64_t number = 0; number <= last_day; ++number) {
        const Date day = add_days(first_day, static_cast<int>(number));
        const Limits now = limits(day);
        const Day known{statistics::period_of(measure.period, start_of(day)) - first_period_,
                        months_from(day, now.lasts_months), now.at_least.count()};
        days_.push_back(known);
        if (number > last_event) continue;
        longest = std::max(longest, known.lasts);
        last_day = last_event + longest / milliseconds_a_day + 1;
    }
    for (int period = 0; period <= days_.back().period + 2; ++period)
        begins_.push_back(milliseconds_of(
            statistics::beginning_of(measure.period, first_period_ + period)));
}

}  // namespace jianghui::statistics
