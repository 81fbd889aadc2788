#include "engine/matching/empty_seats.hpp"

#include <algorithm>

namespace jianghui::matching {
namespace {

/// What the edges say of one order.
struct OrderLook {
    std::int32_t filled = 0;
    std::int32_t qualified = 0;
    std::optional<Wide> loss;  ///< least over the workers who may and are not in it
    std::int32_t nearest = 0;
    bool nearest_placed = false;
};

/// What the worker of an edge is worth where she is; in a slot that is full, what the slot is.
Wide side_of(const AllocationProblem& problem, const Allocation& allocation, std::size_t edge) {
    const Wide worker =
        allocation.prices.workers[static_cast<std::size_t>(problem.edges[edge].worker)];
    const auto slot = problem.edge_slots.empty() ? -1 : problem.edge_slots[edge];
    return slot < 0 ? worker
                    : std::max(worker, allocation.prices.slots[static_cast<std::size_t>(slot)]);
}

std::vector<OrderLook> look_at_orders(const AllocationProblem& problem,
                                      const Allocation& allocation) {
    std::vector<OrderLook> looks(problem.orders.size());
    std::vector<bool> placed(problem.workers.size());
    std::vector<bool> chosen(problem.edges.size());
    for (const auto e : allocation.chosen) {
        chosen[static_cast<std::size_t>(e)] = true;
        placed[static_cast<std::size_t>(problem.edges[static_cast<std::size_t>(e)].worker)] = true;
    }
    for (std::size_t e = 0; e < problem.edges.size(); ++e) {
        const auto& edge = problem.edges[e];
        const auto worker = static_cast<std::size_t>(edge.worker);
        auto& look = looks[static_cast<std::size_t>(edge.order)];
        if (problem.workers[worker].most == 0) continue;
        ++look.qualified;
        if (chosen[e]) {
            ++look.filled;
            continue;
        }
        const Wide loss = side_of(problem, allocation, e) +
                          allocation.prices.orders[static_cast<std::size_t>(edge.order)] -
                          score_of(problem, e);
        if (look.loss && *look.loss <= loss) continue;
        look.loss = loss;
        look.nearest = edge.worker;
        look.nearest_placed = placed[worker];
    }
    return looks;
}

void read_filter(const std::vector<Removed>& removed, EmptySeats& seats) {
    seats.reason = EmptySeatReason::nobody_qualified;
    const auto most = std::max_element(
        removed.begin(), removed.end(),
        [](const Removed& a, const Removed& b) { return a.count < b.count; });
    if (most == removed.end()) return;
    seats.filter = most->filter;
    seats.reason = most->filter == Filter::reach ? EmptySeatReason::out_of_reach
                   : most->filter == Filter::pay ? EmptySeatReason::pay
                                                 : EmptySeatReason::other_filter;
}

}  // namespace

std::vector<EmptySeats> empty_seats(const AllocationProblem& problem, const Allocation& allocation,
                                    const RemovedFromOrders& removed, const TeamsOfOrders& teams) {
    const auto looks = look_at_orders(problem, allocation);
    std::vector<Wide> crossed(looks.size());  // what crossings take of the order's price
    for (std::size_t c = 0; c < allocation.prices.crossings.size(); ++c)
        for (const auto order : problem.crossings[c].orders)
            crossed[static_cast<std::size_t>(order)] += allocation.prices.crossings[c];
    const Wide open = std::max(Wide{0}, allocation.bound - allocation.value);
    std::vector<EmptySeats> found;
    for (std::size_t o = 0; o < looks.size(); ++o) {
        const auto& look = looks[o];
        const auto& order = problem.orders[o];
        if (look.filled >= order.most) continue;
        EmptySeats seats{static_cast<std::int32_t>(o), order.most - look.filled, look.qualified,
                         EmptySeatReason::all_qualified_placed, {}, {}, {}};
        if (look.qualified == 0) {
            read_filter(o < removed.size() ? removed[o] : std::vector<Removed>{}, seats);
        } else if (o < teams.size() && look.qualified - look.filled < teams[o]) {
            seats.reason = EmptySeatReason::team_incomplete;
        } else if (look.loss) {
            const bool ceiling =
                crossed[o] > 0 ||
                (order.group >= 0 &&
                 allocation.prices.groups[static_cast<std::size_t>(order.group)] > 0);
            seats.reason = ceiling               ? EmptySeatReason::ceiling
                           : look.nearest_placed ? EmptySeatReason::better_used_elsewhere
                                                 : EmptySeatReason::no_gain;
            seats.price = std::max(Wide{0}, *look.loss - open);
            seats.nearest = look.nearest;
        }
        found.push_back(seats);
    }
    return found;
}

}  // namespace jianghui::matching
