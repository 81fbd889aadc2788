#include "engine/matching/bottleneck.hpp"

#include <algorithm>

#include "engine/matching/price_bound.hpp"

namespace jianghui::matching {
namespace {

/// Follows, from a worker without an order, who would have to move to make room.
class Displacement {
  public:
    Displacement(const AllocationProblem& problem, const Allocation& answer)
        : problem_(problem),
          edges_of_(problem.workers.size(), problem.edges.size()),
          holders_(problem.orders.size()),
          worker_seen_(problem.workers.size()),
          order_seen_(problem.orders.size()) {
        for (const auto e : answer.chosen) {
            const auto& edge = problem.edges[static_cast<std::size_t>(e)];
            holders_[static_cast<std::size_t>(edge.order)].push_back(edge.worker);
        }
        for (std::size_t e = problem.edges.size(); e-- > 0;)
            edges_of_[static_cast<std::size_t>(problem.edges[e].worker)] = e;
    }

    Bottleneck from(std::int32_t worker) {
        visit_worker(worker);
        for (std::size_t at = 0; at < found_.workers.size(); ++at) follow(found_.workers[at]);
        std::sort(found_.workers.begin(), found_.workers.end());
        std::sort(found_.orders.begin(), found_.orders.end());
        return std::move(found_);
    }

  private:
    void follow(std::int32_t worker) {
        for (auto e = edges_of_[static_cast<std::size_t>(worker)];
             e < problem_.edges.size() && problem_.edges[e].worker == worker; ++e)
            if (is_open(problem_, problem_.edges[e])) visit_order(problem_.edges[e].order);
    }
    void visit_order(std::int32_t order) {
        const auto at = static_cast<std::size_t>(order);
        if (order_seen_[at]) return;
        order_seen_[at] = true;
        found_.orders.push_back(order);
        found_.seats += problem_.orders[at].most;
        for (const auto holder : holders_[at]) visit_worker(holder);
    }
    void visit_worker(std::int32_t worker) {
        const auto at = static_cast<std::size_t>(worker);
        if (worker_seen_[at]) return;
        worker_seen_[at] = true;
        found_.workers.push_back(worker);
    }

    const AllocationProblem& problem_;
    std::vector<std::size_t> edges_of_;  ///< the first edge of each worker
    std::vector<std::vector<std::int32_t>> holders_;
    std::vector<bool> worker_seen_;
    std::vector<bool> order_seen_;
    Bottleneck found_;
};

std::optional<std::int32_t> first_unplaced(const AllocationProblem& problem,
                                           const Allocation& answer) {
    std::vector<bool> placed(problem.workers.size());
    for (const auto e : answer.chosen)
        placed[static_cast<std::size_t>(
            problem.edges[static_cast<std::size_t>(e)].worker)] = true;
    for (std::size_t w = 0; w < placed.size(); ++w)
        if (!placed[w] && problem.workers[w].most > 0) return static_cast<std::int32_t>(w);
    return std::nullopt;
}

}  // namespace

std::optional<Bottleneck> find_bottleneck(const AllocationProblem& problem,
                                          const Allocation& infeasible) {
    const auto worker = first_unplaced(problem, infeasible);
    if (!worker || !problem.everybody || !problem.slot_workers.empty()) return std::nullopt;
    auto found = Displacement(problem, infeasible).from(*worker);
    if (static_cast<std::int64_t>(found.workers.size()) <= found.seats) return std::nullopt;
    return found;
}

}  // namespace jianghui::matching
