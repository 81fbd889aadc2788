#pragma once
// The allocation problem as a network: worker → (slot →) order → (group → …) root. What a worker does
// not use flows worker → (group of workers →) root: floors and ceilings of what these fill are
// ceilings and floors there. Every worker starts without an order.

#include <algorithm>
#include <limits>

#include "engine/matching/allocation_start.hpp"
#include "engine/matching/network_simplex.hpp"
#include "engine/matching/price_bound.hpp"

namespace jianghui::matching {

/// What one step may cost at most, and what a unit of "must" is worth: more than any detour saves.
struct Magnitudes {
    Wide must = 0;
    Wide potential = 0;  ///< no potential is greater; `unproven`: more than can be summed
};

/// Of a problem whose scores may come to be `score` in either direction.
inline Magnitudes magnitudes(const AllocationProblem& problem, Wide score = 0) {
    std::int64_t greatest = 0;
    for (const auto& edge : problem.edges) greatest = std::max(greatest, edge.score < 0 ? -edge.score : edge.score);
    score = std::max<Wide>(score, greatest);
    for (const auto each : problem.exact_scores) score = std::max(score, each < 0 ? -each : each);
    Wide penalty = 0;
    for (const auto& worker : problem.workers) penalty = std::max(penalty, worker.penalty);
    const auto shorter = static_cast<Wide>(std::min(
        problem.workers.size() + problem.slot_workers.size(), problem.orders.size()));
    const auto groups = static_cast<Wide>(problem.groups.size());
    const auto worker_groups = static_cast<Wide>(problem.worker_groups.size());
    const Wide times = 2 * groups + 3 * worker_groups + 6;
    const Wide most = unproven / times / 4;  // of either part of what must be: so no product overflows
    if (score > most / (2 * shorter + 2) || penalty > most / (2 * (1 + worker_groups))) return {unproven, unproven};
    const Wide must = (2 * shorter + 2) * score + 2 * (1 + worker_groups) * penalty + 1;
    return {must, must * times};
}

/// The network of a problem and what in it stands for what. Arcs 0 … edges − 1 are the edges.
template <class Cost>
class AllocationNetwork {
  public:
    AllocationNetwork(const AllocationProblem& problem, Wide must)
        : problem_(problem), must_(static_cast<Cost>(must)) {
        const auto workers = static_cast<std::int32_t>(problem.workers.size());
        const auto orders = static_cast<std::int32_t>(problem.orders.size());
        first_order_ = workers;
        first_group_ = workers + orders;
        first_worker_group_ = first_group_ + static_cast<std::int32_t>(problem.groups.size());
        first_slot_ = first_worker_group_ + static_cast<std::int32_t>(problem.worker_groups.size());
        net_.root = first_slot_ + static_cast<std::int32_t>(problem.slot_workers.size());
        net_.home.assign(static_cast<std::size_t>(net_.root) + 1, -1);
        add_edges();
        add_workers();
        for (std::int32_t o = 0; o < orders; ++o) {
            const auto& order = problem.orders[static_cast<std::size_t>(o)];
            add_seats(first_order_ + o, order.group < 0 ? net_.root : first_group_ + order.group,
                      order.least, order.most);
        }
        for (std::size_t g = 0; g < problem.groups.size(); ++g) {
            const auto& group = problem.groups[g];
            add_seats(first_group_ + static_cast<std::int32_t>(g),
                      group.parent < 0 ? net_.root : first_group_ + group.parent, group.least,
                      group.most);
        }
        for (std::size_t g = 0; g < problem.worker_groups.size(); ++g) add_worker_group(g);
        for (std::size_t s = 0; s < problem.slot_workers.size(); ++s) add_slot(s);
    }

    /// Begins with an auction's answer instead of with nobody placed.
    void begin_with(const AllocationStart& start) {
        const auto tree = tree_of(problem_, start);
        for (std::size_t w = 0; w < start.held.size(); ++w) {
            if (start.held[w] < 0) continue;
            net_.flow[static_cast<std::size_t>(net_.home[w])] = 0;
            net_.flow[static_cast<std::size_t>(start.held[w])] = 1;
            if (tree.workers[w] >= 0) net_.home[w] = tree.workers[w];
        }
        for (std::size_t o = 0; o < start.filled.size(); ++o) {
            auto& home = net_.home[static_cast<std::size_t>(first_order_) + o];
            net_.flow[static_cast<std::size_t>(home)] = start.filled[o];
            if (tree.orders[o] >= 0) home = tree.orders[o];
        }
    }

    /// Lets seats be changed between solvings: every order gets a way to the root without end that is
    /// too dear to be used. Before the first solving; for orders without floor and group.
    void make_elastic() {
        const auto orders = static_cast<std::int32_t>(problem_.orders.size());
        for (std::int32_t o = 0; o < orders; ++o) {
            seats_.push_back(net_.home[static_cast<std::size_t>(first_order_ + o)]);
            dear_.push_back(net_.add(first_order_ + o, net_.root, FlowNetwork<Cost>::unlimited, must_));
            musts_.push_back({dear_.back(), 0});
        }
    }
    void change_score(std::int32_t edge, std::int64_t score) {
        net_.cost[static_cast<std::size_t>(edge)] = -static_cast<Cost>(score);
    }
    /// Seats that are gone while they are filled go the dear way, from which the next solving takes
    /// them; the order's tree arc is one that can send something more.
    void change_seats(std::int32_t order, std::int32_t most) {
        const auto o = static_cast<std::size_t>(order);
        const auto seats = static_cast<std::size_t>(seats_[o]);
        const auto dear = static_cast<std::size_t>(dear_[o]);
        auto& home = net_.home[static_cast<std::size_t>(first_order_) + o];
        const auto filled = net_.flow[seats] + net_.flow[dear];
        net_.capacity[seats] = most;
        net_.flow[seats] = std::min<std::int64_t>(filled, most);
        net_.flow[dear] = filled - net_.flow[seats];
        if (net_.flow[dear] == 0 && filled < most)
            home = seats_[o];
        else if (net_.flow[dear] > 0 || home == seats_[o])
            home = dear_[o];
    }

    Allocation solve(const AllocationWatch& watch) {
        NetworkSimplex<Cost> simplex(net_);
        AllocationProgress progress{AllocationStage::flow};
        Allocation best;  // of what was measured, the prices that prove most
        const std::int64_t between = std::max<std::int64_t>(16 * FlowNetwork<Cost>::steps_between, net_.arcs() / 32);
        std::int64_t measure_at = 0;
        const bool proven = simplex.run([&] {
            if (!watch) return true;
            progress.steps += FlowNetwork<Cost>::steps_between;
            if (progress.steps >= measure_at) {
                measure(simplex, progress, best);
                measure_at = progress.steps + between;
            }
            return watch(progress);
        });
        simplex.keep_tree();
        Allocation answer;
        read_choice(answer);
        read_prices(simplex, answer);
        if (!proven && progress.bound && best.bound < answer.bound) {
            answer.bound = best.bound;
            answer.prices = std::move(best.prices);
        }
        const bool kept = keeps_musts();
        answer.status = proven ? (kept ? AllocationStatus::optimal : AllocationStatus::infeasible)
                               : (kept ? AllocationStatus::stopped : AllocationStatus::undecided);
        return answer;
    }

  private:
    void add_edges() {
        const auto count = problem_.edges.size() + 2 * problem_.workers.size() +
                           2 * problem_.orders.size() + 2 * problem_.groups.size() +
                           3 * problem_.worker_groups.size() + 2 * problem_.slot_workers.size();
        net_.reserve(count);
        for (std::size_t e = 0; e < problem_.edges.size(); ++e) {
            const auto& edge = problem_.edges[e];
            const auto slot = problem_.edge_slots.empty() ? -1 : problem_.edge_slots[e];
            if (is_open(problem_, edge))
                net_.add(slot < 0 ? edge.worker : first_slot_ + slot, first_order_ + edge.order, 1,
                         -static_cast<Cost>(score_of(problem_, e)));
            else
                net_.add(net_.root, net_.root, 0, Cost{0});  // keeps the numbers, never enters
        }
    }
    /// The last unit that stays without an order is the one that costs the penalty.
    void add_workers() {
        for (std::size_t w = 0; w < problem_.workers.size(); ++w) {
            const auto& worker = problem_.workers[w];
            const auto node = static_cast<std::int32_t>(w);
            const Cost lack = worker.most == 0     ? Cost{0}
                              : problem_.everybody ? must_
                                                   : static_cast<Cost>(worker.penalty);
            const auto above =
                worker.group < 0 ? net_.root : first_worker_group_ + worker.group;
            net_.home[w] = net_.add(node, above, FlowNetwork<Cost>::unlimited, lack,
                                    worker.most > 0 ? 1 : 0);
            if (problem_.everybody && worker.most > 0) musts_.push_back({net_.home[w], 0});
            if (worker.most > 1)
                net_.add(node, above, worker.most - 1, Cost{0}, worker.most - 1);
            if (worker.group >= 0) units_of(worker.group) += worker.most;
        }
    }
    /// What the group's workers do not use, from all of it down to what the floor leaves.
    void add_worker_group(std::size_t g) {
        const auto& group = problem_.worker_groups[g];
        const auto node = first_worker_group_ + static_cast<std::int32_t>(g);
        const auto units = units_of(static_cast<std::int32_t>(g));
        const auto most = std::min(group.most, units);
        const auto least = std::min(group.least, most);
        if (most < units)
            musts_.push_back(
                {net_.add(node, net_.root, units - most, -must_, units - most), units - most});
        auto& home = net_.home[static_cast<std::size_t>(node)];
        if (group.least == 0) {
            home = net_.add(node, net_.root, FlowNetwork<Cost>::unlimited, Cost{0}, most);
            return;
        }
        if (most > least) net_.add(node, net_.root, most - least, Cost{0}, most - least);
        home = net_.add(node, net_.root, FlowNetwork<Cost>::unlimited, must_, least);
        musts_.push_back({home, group.least > units ? -1 : 0});
    }
    /// A slot hangs below the root, by an arc too dear to be used.
    void add_slot(std::size_t s) {
        const auto node = first_slot_ + static_cast<std::int32_t>(s);
        net_.add(problem_.slot_workers[s], node, 1, Cost{0});
        auto& home = net_.home[static_cast<std::size_t>(node)];
        home = net_.add(node, net_.root, FlowNetwork<Cost>::unlimited, must_);
    }
    std::int64_t& units_of(std::int32_t group) {
        units_.resize(problem_.worker_groups.size());
        return units_[static_cast<std::size_t>(group)];
    }
    /// From an order to its group, or from one of these to the root: first what must be filled.
    void add_seats(std::int32_t node, std::int32_t above, std::int64_t least, std::int64_t most) {
        auto& home = net_.home[static_cast<std::size_t>(node)];
        if (least > 0) {
            home = net_.add(node, above, least, -must_);
            musts_.push_back({home, least});
        }
        if (most > least || least == 0) home = net_.add(node, above, most - least, Cost{0});
    }

    [[nodiscard]] bool keeps_musts() const {
        return std::all_of(musts_.begin(), musts_.end(), [&](const Must& must) {
            return net_.flow[static_cast<std::size_t>(must.arc)] == must.flow;
        });
    }
    /// What the flow and the potentials are worth as they are; the best of these so far. O(arcs).
    void measure(const NetworkSimplex<Cost>& simplex, AllocationProgress& progress, Allocation& best) const {
        Allocation now;
        read_prices(simplex, now);
        if (!progress.bound || now.bound < *progress.bound) {
            progress.bound = best.bound = now.bound;
            best.prices = std::move(now.prices);
        }
        if (!keeps_musts()) return;
        read_choice(now);
        progress.value = now.value;
    }
    void read_choice(Allocation& answer) const {
        std::vector<bool> placed(problem_.workers.size());
        for (std::size_t e = 0; e < problem_.edges.size(); ++e) {
            if (net_.flow[e] == 0) continue;
            answer.chosen.push_back(static_cast<std::int32_t>(e));
            answer.total += score_of(problem_, e);
            placed[static_cast<std::size_t>(problem_.edges[e].worker)] = true;
        }
        answer.value = answer.total;
        for (std::size_t w = 0; w < placed.size(); ++w)
            if (!placed[w] && problem_.workers[w].most > 0)
                answer.value -= problem_.workers[w].penalty;
    }
    void read_prices(const NetworkSimplex<Cost>& simplex, Allocation& answer) const {
        auto& prices = answer.prices;
        const auto take = [&](std::vector<Wide>& to, std::size_t count, std::int32_t first,
                              int sign) {
            to.resize(count);
            for (std::size_t i = 0; i < count; ++i)
                to[i] = sign * static_cast<Wide>(
                                   simplex.potential(first + static_cast<std::int32_t>(i)));
        };
        take(prices.workers, problem_.workers.size(), 0, 1);
        take(prices.orders, problem_.orders.size(), first_order_, -1);
        take(prices.groups, problem_.groups.size(), first_group_, -1);
        take(prices.worker_groups, problem_.worker_groups.size(), first_worker_group_, 1);
        take(prices.slots, problem_.slot_workers.size(), first_slot_, 1);
        answer.bound = price_bound(problem_, prices);
    }

    struct Must {
        std::int32_t arc = 0;
        std::int64_t flow = 0;
    };
    const AllocationProblem& problem_;
    Cost must_;
    FlowNetwork<Cost> net_;
    std::int32_t first_order_ = 0;
    std::int32_t first_group_ = 0;
    std::int32_t first_worker_group_ = 0;
    std::int32_t first_slot_ = 0;
    std::vector<std::int64_t> units_;  ///< per group of workers: seats that they could take
    std::vector<std::int32_t> seats_;  ///< when elastic: per order its arcs for seats, and the dear one
    std::vector<std::int32_t> dear_;
    std::vector<Must> musts_;
};

}  // namespace jianghui::matching
