#include "engine/matching/allocation.hpp"

#include "engine/matching/allocation_network.hpp"

namespace jianghui::matching {

Result<Allocation> allocate(const AllocationProblem& problem, const AllocationWatch& watch) {
    TRY_DO(check(problem));
    if (!problem.crossings.empty()) return refuse(error(allocation_malformed).at("/crossings"));
    const auto sizes = magnitudes(problem);
    if (sizes.potential > price_max) return refuse(error(allocation_malformed).at("/edges"));
    const auto solved = [&](auto network) {
        if (can_auction(problem)) network.begin_with(auction(problem, watch));
        return network.solve(watch);
    };
    if (sizes.potential < std::numeric_limits<std::int64_t>::max() / 4)
        return solved(AllocationNetwork<std::int64_t>(problem, sizes.must));
    return solved(AllocationNetwork<Wide>(problem, sizes.must));
}

}  // namespace jianghui::matching
