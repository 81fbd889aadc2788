#pragma once
// What is no flow any more: orders that take whole teams alone, all their seats or none (teams), orders of one worker
// that overlap without sharing a slot, and groups of orders that cross each other. A search over the
// answers of flows that break such a wish (branch and bound, greatest bound first): of a broken team
// either a team more is whole or none is begun; of two overlapping orders either the first is not the worker's, or nothing
// that overlaps it is; of a crossing that is too full one order fills a seat less. Crossings have
// prices too (allocation_crossing.hpp), so that most of them are right before anything is searched.

#include "engine/matching/allocation_periods.hpp"

namespace jianghui::matching {

struct AllocationWishes {
    std::vector<std::int32_t> teams = {};        ///< orders, ascending: filled by whole teams or not at all
    std::vector<AllocationPeriod> periods = {};  ///< one for each order; empty: nothing overlaps
    /// Of each of `teams`, how many make one: of its seats none is filled, or as many stay empty as whole
    /// teams have. (So the rest that does not make a team completes one that was there before.) Empty: all
    /// seats of an order are one team.
    std::vector<std::int32_t> team_sizes = {};
};

struct SearchedAllocation {
    /// The best found. `status` is optimal when the search ended; `bound` and `prices` are those of
    /// the problem without these wishes (with its crossings): proof of that bound, and of optimality
    /// when it is reached.
    Allocation allocation;
    Wide searched_bound = 0;    ///< no allocation that keeps the wishes has a greater value
    std::int64_t problems = 0;  ///< flows solved
};

/// The allocation of greatest value that keeps the wishes. The problem of overlapping orders should
/// be one of `with_slots`: the fewer overlaps are left to the search, the shorter it is. When `watch`
/// stops it, the best so far: `searched_bound` − value is the gap. Fails as `allocate` does; a team
/// must have the floor 0, and a size 1 or more.
[[nodiscard]] Result<SearchedAllocation> search_allocation(const AllocationProblem& problem,
                                                           const AllocationWishes& wishes,
                                                           const AllocationWatch& watch = {});

}  // namespace jianghui::matching
