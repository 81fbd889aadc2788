#pragma once
// How long something took, counted as offices count. Pure.

#include "engine/base/base.hpp"

namespace jianghui::efficiency {

/// Office hours of a working day, in minutes after midnight: morning and afternoon.
struct Hours {
    int opens = 9 * 60;
    int lunch_from = 12 * 60;
    int lunch_to = 13 * 60 + 30;
    int closes = 17 * 60 + 30;

    /// Minutes of a working day.
    [[nodiscard]] int a_day() const { return lunch_from - opens + closes - lunch_to; }
};

/// Whole minutes of [from, to) that lie within office hours of working days; 0 when to <= from. O(days).
[[nodiscard]] std::int64_t working_minutes(Instant from, Instant to, const WorkingDays& calendar,
                                           const Hours& hours);
/// Working days after the day of `from` up to and with that of `to`: as a period of days is counted.
/// 0 when `to` is before.
[[nodiscard]] std::int64_t working_days(Instant from, Instant to, const WorkingDays& calendar);
/// Days from date to date.
[[nodiscard]] std::int64_t natural_days(Instant from, Instant to);

/// The smallest value such that at least `percent` of all are not greater (nearest rank); nothing of
/// nothing. Requires sorted values and 0 < percent <= 100. O(1).
[[nodiscard]] std::optional<std::int64_t> percentile(const std::vector<std::int64_t>& sorted,
                                                     int percent);

}  // namespace jianghui::efficiency
