#include "features/efficiency/working_time.hpp"

#include <algorithm>

#include "engine/procedures/clock_rules.hpp"

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
    return std::max<std::int64_t>(0, procedures::days_between(calendar, procedures::Days::working,
                                                              date_of(from), date_of(to)));
}

std::int64_t natural_days(Instant from, Instant to) {
    return days_between(date_of(from), date_of(to));
}

std::optional<std::int64_t> percentile(const std::vector<std::int64_t>& sorted, int percent) {
    if (sorted.empty()) return std::nullopt;
    const auto rank = (sorted.size() * static_cast<std::size_t>(percent) + 99) / 100;
    return sorted[rank - 1];
}

}  // namespace jianghui::efficiency
