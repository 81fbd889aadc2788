#pragma once
// The bound that prices prove, whatever they are (weak duality).

#include "engine/matching/allocation.hpp"

namespace jianghui::matching {

/// Prices lie within ± this, and seats in all are at most this many, so that no sum overflows.
inline constexpr Wide price_max = Wide{1} << 86;
inline constexpr std::int64_t seats_max = std::int64_t{1} << 38;

/// Whether the pair could be chosen at all: nothing on its way has the capacity 0.
[[nodiscard]] bool is_open(const AllocationProblem& problem, const AllocationEdge& edge);

/// No allocation of the problem has a greater value than this. Linear time. The prices must have the
/// problem's sizes and lie within the limits.
[[nodiscard]] Wide price_bound(const AllocationProblem& problem, const AllocationPrices& prices);

}  // namespace jianghui::matching
