#include <algorithm>
#include <numeric>

#include "engine/matching/price_bound.hpp"

namespace jianghui::matching {

Result<Allocation> allocate_greedily(const AllocationProblem& problem) {
    TRY_DO(check(problem));
    std::vector<std::int32_t> best_first(problem.edges.size());
    std::iota(best_first.begin(), best_first.end(), 0);
    const auto score = [&](std::int32_t e) { return problem.edges[static_cast<std::size_t>(e)].score; };
    std::stable_sort(best_first.begin(), best_first.end(),
                     [&](std::int32_t a, std::int32_t b) { return score(a) > score(b); });
    std::vector<std::int32_t> worker_left;
    std::vector<std::int32_t> order_left;
    std::vector<std::int64_t> group_left;
    std::vector<std::int64_t> worker_group_left;
    for (const auto& worker : problem.workers) worker_left.push_back(worker.most);
    for (const auto& order : problem.orders) order_left.push_back(order.most);
    for (const auto& group : problem.groups) group_left.push_back(group.most);
    for (const auto& group : problem.worker_groups) worker_group_left.push_back(group.most);
    std::vector<std::vector<std::size_t>> crossings_of(problem.orders.size());
    std::vector<std::int64_t> crossing_left;
    for (const auto& crossing : problem.crossings) {
        for (const auto order : crossing.orders)
            crossings_of[static_cast<std::size_t>(order)].push_back(crossing_left.size());
        crossing_left.push_back(crossing.most);
    }
    std::vector<bool> slot_taken(problem.slot_workers.size());
    Allocation answer;
    answer.status = AllocationStatus::stopped;
    for (const auto e : best_first) {
        if (score(e) <= 0) break;
        const auto& edge = problem.edges[static_cast<std::size_t>(e)];
        auto& worker = worker_left[static_cast<std::size_t>(edge.worker)];
        auto& order = order_left[static_cast<std::size_t>(edge.order)];
        const auto& crossed = crossings_of[static_cast<std::size_t>(edge.order)];
        if (worker == 0 || order == 0) continue;
        const auto of = problem.workers[static_cast<std::size_t>(edge.worker)].group;
        const auto slot =
            problem.edge_slots.empty() ? -1 : problem.edge_slots[static_cast<std::size_t>(e)];
        if (slot >= 0 && slot_taken[static_cast<std::size_t>(slot)]) continue;
        if (of >= 0 && worker_group_left[static_cast<std::size_t>(of)] <= 0) continue;
        bool has_room = std::all_of(crossed.begin(), crossed.end(),
                                    [&](std::size_t c) { return crossing_left[c] > 0; });
        const auto& asked = problem.orders[static_cast<std::size_t>(edge.order)];
        each_group(problem, asked,
                   [&](std::size_t g) { has_room = has_room && group_left[g] > 0; });
        if (!has_room) continue;
        each_group(problem, asked, [&](std::size_t g) { --group_left[g]; });
        for (const auto c : crossed) --crossing_left[c];
        if (of >= 0) --worker_group_left[static_cast<std::size_t>(of)];
        if (slot >= 0) slot_taken[static_cast<std::size_t>(slot)] = true;
        --worker;
        --order;
        answer.chosen.push_back(e);
        answer.total += edge.score;
    }
    std::sort(answer.chosen.begin(), answer.chosen.end());
    answer.value = answer.total;
    for (std::size_t w = 0; w < problem.workers.size(); ++w)
        if (problem.workers[w].most > 0 && worker_left[w] == problem.workers[w].most)
            answer.value -= problem.workers[w].penalty;
    return answer;
}

}  // namespace jianghui::matching
