#include "features/efficiency/working_time.hpp"

#include <algorithm>

namespace jianghui::efficiency {
namespace {

using std::chrono::minutes;

/// Milliseconds of [from, to) within [begin, end).
std::int64_t overlap(Instant from, Instant to, Instant begin, Instant end) {
    const auto first = std::max(from, begin);
    const auto last = std::min(to, end);
    return first < last ? (last - first).count() : 0;
}

}  // namespace

std::int64_t working_minutes(Instant from, Instant to, const WorkingDays& calendar,
                             const Hours& hours) {
    constexpr std::int64_t a_minute = 60'000;
    std::int64_t time = 0;
    for (Date day = date_of(from); start_of(day) < to; day = add_days(day, 1)) {
        if (!calendar.works(day)) continue;
        const Instant midnight = start_of(day);
        time += overlap(from, to, midnight + minutes(hours.opens),
                        midnight + minutes(hours.lunch_from));
        time += overlap(from, to, midnight + minutes(hours.lunch_to),
                        midnight + minutes(hours.closes));
    }
    return time / a_minute;
}

std::int64_t working_days(Instant from, Instant to, const WorkingDays& calendar) {
    std::int64_t days = 0;
    const Date last = date_of(to);
    for (Date day = add_days(date_of(from), 1); day <= last; day = add_days(day, 1))
        if (calendar.works(day)) ++days;
    return days;
}

std::int64_t natural_days(Instant from, Instant to) {
    return days_between(date_of(from), date_of(to));
}

std::optional<std::int64_t> percentile(std::vector<std::int64_t> values, int percent) {
    if (values.empty()) return std::nullopt;
    const auto count = values.size();
    const auto rank = (count * static_cast<std::size_t>(percent) + 99) / 100;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

}  // namespace jianghui::efficiency
