#pragma once
// Intervals of 95 % without resampling. Pure; the sources are in the README.

#include "features/efficiency/model.hpp"

namespace jianghui::efficiency {

/// The share hits ÷ of with Wilson's score interval, rounded to per mille; no share of nothing.
/// Requires 0 <= hits <= of.
[[nodiscard]] Proportion proportion(std::int64_t hits, std::int64_t of);

/// Two shares and their difference: the second less the first, with Newcombe's hybrid score interval. Nothing when one of
/// them is a share of nothing. Requires 0 <= hits <= of, each.
struct PointsBetween {
    int per_mille = 0;
    int low = 0;
    int high = 0;
    bool operator==(const PointsBetween&) const = default;
};
[[nodiscard]] std::optional<PointsBetween> points_between(const Proportion& first,
                                                          const Proportion& second);

/// The ranks (1 is the smallest) between which the median lies with at least 95 %: the narrowest
/// symmetric pair by the binomial distribution. Nothing below six values.
[[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>> median_ranks(std::int64_t count);

/// The lower median of values with the interval between those ranks.
[[nodiscard]] MedianMinutes median_of(std::vector<std::int64_t> values);

}  // namespace jianghui::efficiency
