#include "engine/matching/allocation.hpp"

#include <optional>

#include "engine/matching/allocation_network.hpp"
#include "engine/matching/allocation_repair.hpp"

namespace jianghui::matching {
namespace {

/// The auction's choice where it is better than what a stopped repair has come to.
void take_better(const AllocationProblem& problem, const AllocationStart& start, Allocation& answer) {
    Wide total = 0;
    for (const auto edge : start.held)
        if (edge >= 0) total += problem.edges[static_cast<std::size_t>(edge)].score;
    if (total <= answer.total) return;
    answer.total = answer.value = total;
    answer.chosen.clear();
    for (const auto edge : start.held)
        if (edge >= 0) answer.chosen.push_back(edge);
}

/// What an auction left, repaired; nothing when the network would be quicker.
std::optional<Allocation> repaired(const AllocationProblem& problem, const AllocationStart& start,
                                   const AllocationWatch& watch) {
    AllocationRepair repair(problem, start.held, start.prices);
    const auto end = repair.run(watch);
    if (end == AllocationRepair::End::too_far) return std::nullopt;
    auto answer = repair.answer(end);
    if (end == AllocationRepair::End::stopped) take_better(problem, start, answer);
    return answer;
}

}  // namespace

Result<Allocation> allocate(const AllocationProblem& problem, const AllocationWatch& watch) {
    TRY_DO(check(problem));
    if (!problem.crossings.empty()) return refuse(error(allocation_malformed).at("/crossings"));
    const auto sizes = magnitudes(problem);
    if (sizes.potential > price_max) return refuse(error(allocation_malformed).at("/edges"));
    std::optional<AllocationStart> start;
    if (can_auction(problem)) {
        start = auction(problem, watch);
        if (auto answer = repaired(problem, *start, watch)) return *std::move(answer);
    }
    const auto solved = [&](auto network) {
        if (start) network.begin_with(*start);
        return network.solve(watch);
    };
    // As narrow as the potentials allow: what the method waits for is memory.
    if (sizes.potential < std::numeric_limits<std::int32_t>::max() / 4)
        return solved(AllocationNetwork<std::int32_t>(problem, sizes.must));
    if (sizes.potential < std::numeric_limits<std::int64_t>::max() / 4)
        return solved(AllocationNetwork<std::int64_t>(problem, sizes.must));
    return solved(AllocationNetwork<Wide>(problem, sizes.must));
}

}  // namespace jianghui::matching
