#pragma once
// The bound that prices prove, whatever they are (weak duality).

#include "engine/matching/allocation.hpp"

namespace jianghui::matching {

/// Prices lie within ± this, and seats in all are at most this many, so that no sum overflows.
inline constexpr Wide price_max = Wide{1} << 86;
inline constexpr std::int64_t seats_max = std::int64_t{1} << 38;

/// How far from 0 a price of this problem may lie: price_max, but with exact scores as far as what its seats
/// and workers come to can still be summed.
[[nodiscard]] Wide price_limit(const AllocationProblem& problem);

/// A bound that is none, because the sum of the prices would not fit; no value comes near it.
inline constexpr Wide unproven = Wide{1} << 126;

/// Whether the pair could be chosen at all: nothing on its way has the capacity 0.
[[nodiscard]] bool is_open(const AllocationProblem& problem, const AllocationEdge& edge);

/// Calls `f` with the order's group and every group in which that lies.
template <class F>
void each_group(const AllocationProblem& problem, const AllocationOrder& order, F f) {
    for (auto g = order.group; g >= 0; g = problem.groups[static_cast<std::size_t>(g)].parent)
        f(static_cast<std::size_t>(g));
}

/// No allocation of the problem has a greater value than this; `unproven` at most. Linear time. The prices must have the
/// problem's sizes and lie within the limits.
[[nodiscard]] Wide price_bound(const AllocationProblem& problem, const AllocationPrices& prices);

}  // namespace jianghui::matching
