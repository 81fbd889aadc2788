#include <algorithm>
#include <numeric>

#include "engine/matching/price_bound.hpp"

namespace jianghui::matching {
namespace {

/// What workers, orders and all that holds them together have left.
class Room {
  public:
    explicit Room(const AllocationProblem& problem)
        : problem_(problem), slots_(problem.slot_workers.size()), crossed_(problem.orders.size()) {
        for (const auto& worker : problem.workers) workers_.push_back(worker.most);
        for (const auto& order : problem.orders) orders_.push_back(order.most);
        for (const auto& group : problem.groups) groups_.push_back(group.most);
        for (const auto& group : problem.worker_groups) worker_groups_.push_back(group.most);
        for (const auto& crossing : problem.crossings) {
            for (const auto order : crossing.orders)
                crossed_[static_cast<std::size_t>(order)].push_back(crossings_.size());
            crossings_.push_back(crossing.most);
        }
    }

    /// Takes the pair when everything has room for it.
    [[nodiscard]] bool take(std::size_t edge) {
        bool has_room = true;
        each_count(edge, [&](std::int64_t& left) { has_room = has_room && left > 0; });
        const auto slot = problem_.edge_slots.empty() ? -1 : problem_.edge_slots[edge];
        if (!has_room || (slot >= 0 && slots_[static_cast<std::size_t>(slot)])) return false;
        each_count(edge, [](std::int64_t& left) { --left; });
        if (slot >= 0) slots_[static_cast<std::size_t>(slot)] = true;
        return true;
    }
    [[nodiscard]] bool is_untouched(std::size_t worker) const {
        return workers_[worker] == problem_.workers[worker].most;
    }

  private:
    /// Calls `f` for each count that the pair would lessen.
    template <class F>
    void each_count(std::size_t number, F f) {
        const auto& edge = problem_.edges[number];
        const auto worker = static_cast<std::size_t>(edge.worker);
        const auto order = static_cast<std::size_t>(edge.order);
        f(workers_[worker]);
        f(orders_[order]);
        each_group(problem_, problem_.orders[order], [&](std::size_t g) { f(groups_[g]); });
        if (const auto of = problem_.workers[worker].group; of >= 0)
            f(worker_groups_[static_cast<std::size_t>(of)]);
        for (const auto crossing : crossed_[order]) f(crossings_[crossing]);
    }

    const AllocationProblem& problem_;
    std::vector<std::int64_t> workers_;
    std::vector<std::int64_t> orders_;
    std::vector<std::int64_t> groups_;
    std::vector<std::int64_t> worker_groups_;
    std::vector<std::int64_t> crossings_;
    std::vector<bool> slots_;  ///< taken
    std::vector<std::vector<std::size_t>> crossed_;  ///< the crossings of each order
};

}  // namespace

Result<Allocation> allocate_greedily(const AllocationProblem& problem) {
    TRY_DO(check(problem));
    std::vector<std::int32_t> best_first(problem.edges.size());
    std::iota(best_first.begin(), best_first.end(), 0);
    const auto score = [&](std::int32_t e) { return score_of(problem, static_cast<std::size_t>(e)); };
    std::stable_sort(best_first.begin(), best_first.end(),
                     [&](std::int32_t a, std::int32_t b) { return score(a) > score(b); });
    Room room(problem);
    Allocation answer;
    answer.status = AllocationStatus::stopped;
    for (const auto e : best_first) {
        if (score(e) <= 0) break;
        if (!room.take(static_cast<std::size_t>(e))) continue;
        answer.chosen.push_back(e);
        answer.total += score(e);
    }
    std::sort(answer.chosen.begin(), answer.chosen.end());
    answer.value = answer.total;
    for (std::size_t w = 0; w < problem.workers.size(); ++w)
        if (problem.workers[w].most > 0 && room.is_untouched(w))
            answer.value -= problem.workers[w].penalty;
    return answer;
}

}  // namespace jianghui::matching
