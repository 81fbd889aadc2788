#include "engine/matching/allocation.hpp"

#include <optional>
#include <utility>

#include "engine/matching/allocation_network.hpp"
#include "engine/matching/allocation_repair.hpp"

namespace jianghui::matching {
namespace {

/// The same watch, told the best of what all stages have found.
AllocationWatch told_the_best(const AllocationWatch& watch) {
    if (!watch) return {};
    return [&watch, best = AllocationProgress{}](const AllocationProgress& now) mutable {
        if (now.value && (!best.value || *now.value > *best.value)) best.value = now.value;
        if (now.bound && (!best.bound || *now.bound < *best.bound)) best.bound = now.bound;
        best.stage = now.stage;
        best.steps = now.steps;
        return watch(best);
    };
}

/// Of two unfinished answers the better choice, and the prices that prove more.
Allocation best_of_both(Allocation one, Allocation other) {
    if (other.value > one.value) {
        one.chosen = std::move(other.chosen);
        one.total = other.total;
        one.value = other.value;
    }
    if (other.bound < one.bound) {
        one.bound = other.bound;
        one.prices = std::move(other.prices);
    }
    return one;
}

/// The auction's choice where it is better than what an unfinished repair has come to.
void take_better(const AllocationProblem& problem, const AllocationStart& start, Allocation& answer) {
    const Wide total = total_of(problem, start);
    if (total <= answer.total) return;
    answer.total = answer.value = total;
    answer.chosen.clear();
    for (const auto edge : start.held)
        if (edge >= 0) answer.chosen.push_back(edge);
}

/// What an auction left, repaired, and whether that is the answer: not when the network would be quicker.
struct Repaired {
    Allocation answer;
    bool is_last = false;
};
template <class Cost>
Repaired repaired(const AllocationProblem& problem, AllocationPairs pairs, const AllocationStart& start,
                  const AllocationWatch& watch) {
    AllocationRepair<Cost> repair(problem, std::move(pairs), start.held, start.prices);
    const auto end = repair.run(watch);
    auto answer = repair.answer(end);
    if (end != RepairEnd::best) take_better(problem, start, answer);
    return {std::move(answer), end != RepairEnd::too_far};
}

/// An answer as what the simplex method begins with.
AllocationStart start_of(const AllocationProblem& problem, const Allocation& answer) {
    AllocationStart start{std::vector<std::int32_t>(problem.workers.size(), -1), {},
                          std::vector<std::int32_t>(problem.orders.size())};
    for (const auto e : answer.chosen) {
        const auto& edge = problem.edges[static_cast<std::size_t>(e)];
        start.held[static_cast<std::size_t>(edge.worker)] = e;
        ++start.filled[static_cast<std::size_t>(edge.order)];
    }
    for (const auto price : answer.prices.orders)
        start.prices.push_back(static_cast<std::int64_t>(std::max<Wide>(0, price)));
    return start;
}

/// Scores wider than 64 bits: the best of what they are nearly, which is found quickly, leaves the wide network
/// little to do. What that search tells of values says nothing of the exact scores.
Result<Allocation> allocate_exactly(const AllocationProblem& problem, Wide must, const AllocationWatch& watch) {
    AllocationNetwork<Wide> network(problem, must);
    if (can_auction(problem)) {
        AllocationProblem nearly = problem;
        nearly.exact_scores.clear();
        const auto quietly = [&watch](AllocationProgress now) {
            now.value.reset();
            now.bound.reset();
            return watch(now);
        };
        TRY(const auto begun, allocate(nearly, watch ? AllocationWatch(quietly) : watch));
        network.begin_with(start_of(problem, begun));
    }
    return network.solve(watch);
}

}  // namespace

bool sums_fit(const AllocationProblem& problem) { return magnitudes(problem).potential <= price_limit(problem); }

Result<Allocation> allocate(const AllocationProblem& problem, const AllocationWatch& asked) {
    TRY_DO(check(problem));
    if (!problem.crossings.empty()) return refuse(error(allocation_malformed).at("/crossings"));
    const auto sizes = magnitudes(problem);
    if (sizes.potential > price_limit(problem)) return refuse(error(allocation_malformed).at("/edges"));
    const auto watch = told_the_best(asked);
    if (!problem.exact_scores.empty()) return allocate_exactly(problem, sizes.must, watch);
    std::optional<AllocationStart> start;
    std::optional<Allocation> unfinished;
    // Bids and distances are sums of scores and prices, in 64 bits.
    const bool fits = sizes.potential < std::numeric_limits<std::int64_t>::max() / 4;
    if (fits && can_auction(problem)) {
        AllocationPairs pairs(problem);
        start = auction(problem, pairs, watch);
        const Wide most = std::max(2 * Wide{pairs.highest()}, -Wide{pairs.lowest()});  // No price is as high as that.
        auto [answer, is_last] = AllocationRepair<std::int32_t>::fits(most)
                                     ? repaired<std::int32_t>(problem, std::move(pairs), *start, watch)
                                     : repaired<std::int64_t>(problem, std::move(pairs), *start, watch);
        if (is_last) return std::move(answer);
        unfinished = std::move(answer);
    }
    const auto solved = [&](auto network) {
        if (start) network.begin_with(*start);
        auto answer = network.solve(watch);
        return unfinished && answer.status == AllocationStatus::stopped
                   ? best_of_both(std::move(answer), *std::move(unfinished))
                   : std::move(answer);
    };
    // As narrow as the potentials allow: what the method waits for is memory.
    if (sizes.potential < std::numeric_limits<std::int32_t>::max() / 4)
        return solved(AllocationNetwork<std::int32_t>(problem, sizes.must));
    if (fits)
        return solved(AllocationNetwork<std::int64_t>(problem, sizes.must));
    return solved(AllocationNetwork<Wide>(problem, sizes.must));
}

}  // namespace jianghui::matching
