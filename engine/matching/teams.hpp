#pragma once
// Team orders: all seats or none. Not a flow any more, so a search over the teams that the flow would
// fill in part: each is either full or closed (branch and bound, greatest bound first).

#include "engine/matching/allocation.hpp"

namespace jianghui::matching {

struct TeamAllocation {
    /// The best found. `status` is optimal when the search ended; `bound` and `prices` are those of
    /// the problem in which teams may be filled in part: proof of that bound, not of optimality.
    Allocation allocation;
    Wide searched_bound = 0;  ///< no allocation that keeps teams whole has a greater value
    std::int64_t problems = 0;  ///< flows solved
};

/// The allocation of greatest value in which each order of `teams` (numbers of orders, ascending) is
/// filled wholly or not at all. When `watch` stops it, the best so far: `searched_bound` − value is
/// the gap. Fails as `allocate` does; a team must have the floor 0.
[[nodiscard]] Result<TeamAllocation> allocate_teams(const AllocationProblem& problem,
                                                    const std::vector<std::int32_t>& teams,
                                                    const AllocationWatch& watch = {});

}  // namespace jianghui::matching
