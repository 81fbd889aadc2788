#pragma once
// Why not everybody can be placed: workers who together may only take fewer seats than they are
// (Hall's theorem). Anybody can check it by counting.

#include <optional>

#include "engine/matching/allocation.hpp"

namespace jianghui::matching {

struct Bottleneck {
    std::vector<std::int32_t> workers;  ///< ascending
    std::vector<std::int32_t> orders;   ///< all that these may take, ascending
    std::int64_t seats = 0;             ///< of these orders: fewer than the workers
};

/// The bottleneck of the first worker without an order in an infeasible answer to a problem with
/// `everybody`; nothing when floors or ceilings are to blame. Linear in the edges.
[[nodiscard]] std::optional<Bottleneck> find_bottleneck(const AllocationProblem& problem,
                                                        const Allocation& infeasible);

}  // namespace jianghui::matching
