#pragma once
// Orders that overlap in time: a worker may have several orders, but one at a time.

#include <optional>
#include <utility>

#include "engine/matching/allocation.hpp"

namespace jianghui::matching {

/// When an order's work is: from `from` until before `to`, in whatever unit. Nothing overlaps a
/// period without length.
struct AllocationPeriod {
    std::int64_t from = 0;
    std::int64_t to = 0;
};
[[nodiscard]] constexpr bool overlap(const AllocationPeriod& a, const AllocationPeriod& b) {
    return a.from < b.to && b.from < a.to && a.from < a.to && b.from < b.to;
}

/// The problem in which overlapping orders of a worker share slots: as few as cover her orders, each
/// of orders that all overlap at one moment. Where overlapping is all or nothing (days, shifts) the
/// slots say all; else two orders of different slots may still overlap, and a search must see to it
/// (allocation_search.hpp). `periods`: one for each order.
[[nodiscard]] AllocationProblem with_slots(AllocationProblem problem,
                                           const std::vector<AllocationPeriod>& periods);

/// Two chosen edges of one worker whose orders overlap, the first such pair; nothing when there is
/// none. `chosen` ascending.
[[nodiscard]] std::optional<std::pair<std::int32_t, std::int32_t>> first_overlap(
    const AllocationProblem& problem, const std::vector<AllocationPeriod>& periods,
    const std::vector<std::int32_t>& chosen);

}  // namespace jianghui::matching
