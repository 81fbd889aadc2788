#pragma once
// Points of a fact by itself, for pairs and for the bounds of many (engine/matching only): said once, so
// that no bound can be less than what a pair gets.

#include <algorithm>
#include <cstdint>

#include "engine/matching/packed_days.hpp"
#include "engine/matching/policy.hpp"

namespace jianghui::matching {

/// floor(points · part / whole) for 0 <= part <= whole.
[[nodiscard]] inline int share_of(int points, std::int64_t part, std::int64_t whole) {
    return static_cast<int>(points * part / whole);
}

/// All at 0 metres, none from `distance_zero_metres` on.
[[nodiscard]] inline int points_of_distance(const Policy& policy, std::int64_t metres) {
    const std::int64_t zero = policy.distance_zero_metres;
    return share_of(policy.weights.distance, zero - std::min(metres, zero), zero);
}

/// All on the day, none from `freshness_zero_days` on or when nothing was ever confirmed.
[[nodiscard]] inline int points_of_freshness(const Policy& policy, DayNumber as_of,
                                             DayNumber confirmed_on) {
    if (confirmed_on == open_beginning) return 0;
    const std::int64_t zero = policy.freshness_zero_days;
    const auto days = std::clamp<std::int64_t>(std::int64_t{as_of} - confirmed_on, 0, zero);
    return share_of(policy.weights.freshness, zero - days, zero);
}

/// Half of them for who has no reliability yet.
[[nodiscard]] inline int points_of_reliability(const Policy& policy, int per_mille) {
    const int points = policy.weights.reliability;
    return per_mille < 0 ? points / 2 : share_of(points, per_mille, 1000);
}

/// All from `experience_full_months` on.
[[nodiscard]] inline int points_of_experience(const Policy& policy, int months) {
    const int full = policy.experience_full_months;
    return share_of(policy.weights.experience, std::min(months, full), full);
}

}  // namespace jianghui::matching
