// What an allocation problem must keep, and the independent proof of an answer.

#include <algorithm>
#include <fmt/format.h>

#include "engine/matching/price_bound.hpp"

namespace jianghui::matching {
namespace {

constexpr Wide penalty_max = Wide{1} << 70;
constexpr Wide exact_max = Wide{1} << 116;  ///< of scores and penalties beside exact scores

tl::unexpected<Error> allocation_fault(const char* member, std::size_t at) {
    return refuse(error(allocation_malformed).at(fmt::format("/{}/{}", member, at)));
}

template <class T>
bool within(T number, std::size_t count) {
    return number >= 0 && static_cast<std::size_t>(number) < count;
}

/// How many orders each worker got, how many seats each order, group and slot filled.
struct Filled {
    std::vector<std::int32_t> workers;
    std::vector<std::int32_t> orders;
    std::vector<std::int64_t> groups;
    std::vector<std::int64_t> worker_groups;
    std::vector<std::int32_t> slots;
    std::vector<std::int64_t> crossings;
};

std::int32_t slot_of(const AllocationProblem& problem, std::size_t edge) {
    return problem.edge_slots.empty() ? -1 : problem.edge_slots[edge];
}

Filled fill(const AllocationProblem& problem, const std::vector<std::int32_t>& chosen) {
    Filled filled{std::vector<std::int32_t>(problem.workers.size()),
                  std::vector<std::int32_t>(problem.orders.size()),
                  std::vector<std::int64_t>(problem.groups.size()),
                  std::vector<std::int64_t>(problem.worker_groups.size()),
                  std::vector<std::int32_t>(problem.slot_workers.size()),
                  std::vector<std::int64_t>(problem.crossings.size())};
    for (const auto number : chosen) {
        const auto& edge = problem.edges[static_cast<std::size_t>(number)];
        ++filled.workers[static_cast<std::size_t>(edge.worker)];
        const auto of = problem.workers[static_cast<std::size_t>(edge.worker)].group;
        if (of >= 0) ++filled.worker_groups[static_cast<std::size_t>(of)];
        const auto slot = slot_of(problem, static_cast<std::size_t>(number));
        if (slot >= 0) ++filled.slots[static_cast<std::size_t>(slot)];
        const auto order = static_cast<std::size_t>(edge.order);
        ++filled.orders[order];
        each_group(problem, problem.orders[order], [&](std::size_t g) { ++filled.groups[g]; });
    }
    for (std::size_t c = 0; c < problem.crossings.size(); ++c)
        for (const auto order : problem.crossings[c].orders)
            filled.crossings[c] += filled.orders[static_cast<std::size_t>(order)];
    return filled;
}

template <class Group>
bool keep_bounds(const std::vector<Group>& groups, const std::vector<std::int64_t>& filled) {
    for (std::size_t g = 0; g < groups.size(); ++g)
        if (filled[g] > groups[g].most || filled[g] < groups[g].least) return false;
    return true;
}

bool is_feasible(const AllocationProblem& problem, const Filled& filled) {
    for (std::size_t w = 0; w < problem.workers.size(); ++w) {
        const auto& worker = problem.workers[w];
        if (filled.workers[w] > worker.most) return false;
        if (problem.everybody && worker.most > 0 && filled.workers[w] == 0) return false;
    }
    for (std::size_t o = 0; o < problem.orders.size(); ++o)
        if (filled.orders[o] > problem.orders[o].most || filled.orders[o] < problem.orders[o].least)
            return false;
    return keep_bounds(problem.groups, filled.groups) &&
           keep_bounds(problem.worker_groups, filled.worker_groups) &&
           keep_bounds(problem.crossings, filled.crossings) &&
           std::all_of(filled.slots.begin(), filled.slots.end(),
                       [](std::int32_t taken) { return taken <= 1; });
}

Result<Done> check_groups(const std::vector<AllocationGroup>& groups, const char* member) {
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (groups[i].least < 0 || groups[i].most < groups[i].least || groups[i].most > seats_max)
            return allocation_fault(member, i);
    return Done{};
}

/// Every way up ends: no group lies in itself.
Result<Done> check_nesting(const std::vector<AllocationGroup>& groups) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::size_t steps = 0;
        for (auto up = groups[i].parent; up != -1;
             up = groups[static_cast<std::size_t>(up)].parent)
            if (!within(up, groups.size()) || ++steps > groups.size())
                return allocation_fault("groups", i);
    }
    return Done{};
}

Result<Done> check_crossings(const AllocationProblem& problem) {
    for (std::size_t i = 0; i < problem.crossings.size(); ++i) {
        const auto& crossing = problem.crossings[i];
        if (crossing.least < 0 || crossing.most < crossing.least || crossing.most > seats_max)
            return allocation_fault("crossings", i);
        for (std::size_t o = 0; o < crossing.orders.size(); ++o)
            if (!within(crossing.orders[o], problem.orders.size()) ||
                (o > 0 && crossing.orders[o - 1] >= crossing.orders[o]))
                return allocation_fault("crossings", i);
    }
    return Done{};
}

Result<Done> check_workers(const AllocationProblem& problem) {
    const Wide most = problem.exact_scores.empty() ? penalty_max : exact_max;
    std::int64_t units = 0;
    for (std::size_t i = 0; i < problem.workers.size(); ++i) {
        const auto& worker = problem.workers[i];
        units += worker.most;
        if (worker.most < 0 || units > seats_max || worker.penalty < 0 ||
            worker.penalty > most ||
            (worker.group != -1 && !within(worker.group, problem.worker_groups.size())))
            return allocation_fault("workers", i);
    }
    return Done{};
}

Result<Done> check_exact_scores(const AllocationProblem& problem) {
    const auto& scores = problem.exact_scores;
    if (!scores.empty() && scores.size() != problem.edges.size()) return allocation_fault("exact_scores", 0);
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (scores[i] > exact_max || scores[i] < -exact_max) return allocation_fault("exact_scores", i);
    return Done{};
}

/// Slots belong to the workers of their edges.
Result<Done> check_slots(const AllocationProblem& problem) {
    for (std::size_t i = 0; i < problem.slot_workers.size(); ++i)
        if (!within(problem.slot_workers[i], problem.workers.size()))
            return allocation_fault("slot_workers", i);
    if (problem.edge_slots.empty()) return Done{};
    if (problem.edge_slots.size() != problem.edges.size())
        return allocation_fault("edge_slots", 0);
    for (std::size_t i = 0; i < problem.edges.size(); ++i) {
        const auto slot = problem.edge_slots[i];
        if (slot == -1) continue;
        if (!within(slot, problem.slot_workers.size()) ||
            problem.slot_workers[static_cast<std::size_t>(slot)] != problem.edges[i].worker)
            return allocation_fault("edge_slots", i);
    }
    return Done{};
}

}  // namespace

Result<Done> check(const AllocationProblem& problem) {
    TRY_DO(check_workers(problem));
    TRY_DO(check_groups(problem.groups, "groups"));
    TRY_DO(check_groups(problem.worker_groups, "worker_groups"));
    TRY_DO(check_nesting(problem.groups));
    for (std::size_t i = 0; i < problem.worker_groups.size(); ++i)
        if (problem.worker_groups[i].parent != -1) return allocation_fault("worker_groups", i);
    TRY_DO(check_crossings(problem));
    std::int64_t seats = 0;
    for (std::size_t i = 0; i < problem.orders.size(); ++i) {
        const auto& order = problem.orders[i];
        seats += order.most;
        if (seats > seats_max) return allocation_fault("orders", i);
        if (order.least < 0 || order.most < order.least) return allocation_fault("orders", i);
        if (order.group != -1 && !within(order.group, problem.groups.size()))
            return allocation_fault("orders", i);
    }
    for (std::size_t i = 0; i < problem.edges.size(); ++i) {
        const auto& edge = problem.edges[i];
        if (!within(edge.worker, problem.workers.size()) ||
            !within(edge.order, problem.orders.size()) || edge.score == INT64_MIN)
            return allocation_fault("edges", i);
        if (i == 0) continue;
        const auto& before = problem.edges[i - 1];
        if (std::pair(before.worker, before.order) >= std::pair(edge.worker, edge.order))
            return allocation_fault("edges", i);
    }
    TRY_DO(check_exact_scores(problem));
    return check_slots(problem);
}

namespace {

/// What prices prove, added up.
class Proven {
  public:
    void add(Wide term) { lost_ |= __builtin_add_overflow(sum_, term, &sum_); }
    /// The dearest of what a node may do at a price: any amount from `least` to `most`.
    void add(Wide price, std::int64_t least, std::int64_t most) { add(dearest(price, least, most)); }
    /// The same for a worker, who costs a penalty when left without.
    void add(Wide price, const AllocationWorker& worker, bool must) {
        if (worker.most == 0) return;
        const Wide some = dearest(price, 1, worker.most);
        add(must ? some : std::max(some, -worker.penalty));
    }
    /// What the groups may do at these prices, beside what the groups around them take.
    void add(const std::vector<Wide>& prices, const std::vector<AllocationGroup>& groups,
             const std::vector<std::int64_t>& seats) {
        for (std::size_t g = 0; g < groups.size(); ++g) {
            const auto parent = groups[g].parent;
            const Wide shared = parent < 0 ? Wide{0} : prices[static_cast<std::size_t>(parent)];
            add(prices[g] - shared, groups[g].least, std::min(groups[g].most, seats[g]));
        }
    }
    [[nodiscard]] Wide sum() const { return lost_ ? unproven : std::min(sum_, unproven); }

  private:
    Wide dearest(Wide price, std::int64_t least, std::int64_t most) {
        Wide low = 0;
        Wide high = 0;
        lost_ |= __builtin_mul_overflow(price, Wide{least}, &low);
        lost_ |= __builtin_mul_overflow(price, Wide{most}, &high);
        return std::max(low, high);
    }

    Wide sum_ = 0;
    bool lost_ = false;  ///< more than 128 bits hold
};

/// What the crossings may do at these prices.
void add_crossings(const AllocationProblem& problem, const std::vector<Wide>& prices, Proven& proven) {
    for (std::size_t c = 0; c < prices.size(); ++c) {
        const auto& crossing = problem.crossings[c];
        std::int64_t seats = 0;
        for (const auto order : crossing.orders)
            seats += problem.orders[static_cast<std::size_t>(order)].most;
        proven.add(prices[c], crossing.least, std::min(crossing.most, seats));
    }
}

/// The seats that the workers of each group could take.
std::vector<std::int64_t> units_of_groups(const AllocationProblem& problem) {
    std::vector<std::int64_t> units(problem.worker_groups.size());
    for (const auto& worker : problem.workers)
        if (worker.group >= 0) units[static_cast<std::size_t>(worker.group)] += worker.most;
    return units;
}

/// The seats that the orders of each group have.
std::vector<std::int64_t> seats_of_groups(const AllocationProblem& problem) {
    std::vector<std::int64_t> seats(problem.groups.size());
    for (const auto& order : problem.orders)
        each_group(problem, order, [&](std::size_t g) { seats[g] += order.most; });
    return seats;
}

/// What its crossings take of the price of each order.
std::vector<Wide> crossing_shares(const AllocationProblem& problem,
                                  const std::vector<Wide>& prices) {
    std::vector<Wide> shares(problem.orders.size());
    for (std::size_t c = 0; c < prices.size(); ++c)
        for (const auto order : problem.crossings[c].orders)
            shares[static_cast<std::size_t>(order)] += prices[c];
    return shares;
}

bool within_limits(const std::vector<Wide>& prices, Wide limit) {
    return std::all_of(prices.begin(), prices.end(),
                       [limit](Wide price) { return -limit <= price && price <= limit; });
}

}  // namespace

bool is_open(const AllocationProblem& problem, const AllocationEdge& edge) {
    const auto& order = problem.orders[static_cast<std::size_t>(edge.order)];
    bool open = problem.workers[static_cast<std::size_t>(edge.worker)].most > 0 && order.most > 0;
    each_group(problem, order, [&](std::size_t g) { open = open && problem.groups[g].most > 0; });
    return open;
}

Wide price_limit(const AllocationProblem& problem) {
    if (problem.exact_scores.empty()) return price_max;
    const auto pairs = static_cast<std::int64_t>(problem.edges.size());
    const auto workers = static_cast<std::int64_t>(problem.workers.size());
    std::int64_t units = 0;
    for (const auto& worker : problem.workers) units += worker.most;
    std::int64_t seats = 0;
    for (const auto& order : problem.orders) seats += order.most;
    // Each group counts its own once more; no more are filled than there are pairs.
    const auto times = 1 + problem.groups.size() + problem.worker_groups.size() + problem.crossings.size();
    return (Wide{1} << 124) / ((std::min(units, pairs + workers) + std::min(seats, pairs) + 1) * static_cast<Wide>(times));
}

Wide price_bound(const AllocationProblem& problem, const AllocationPrices& prices) {
    Proven proven;
    for (std::size_t w = 0; w < problem.workers.size(); ++w) {
        const auto group = problem.workers[w].group;
        const Wide shared =
            group < 0 ? Wide{0} : prices.worker_groups[static_cast<std::size_t>(group)];
        proven.add(prices.workers[w] - shared, problem.workers[w], problem.everybody);
    }
    const auto taken = crossing_shares(problem, prices.crossings);
    for (std::size_t o = 0; o < problem.orders.size(); ++o) {
        const auto& order = problem.orders[o];
        const Wide shared =
            order.group < 0 ? Wide{0} : prices.groups[static_cast<std::size_t>(order.group)];
        proven.add(prices.orders[o] - shared - taken[o], order.least, order.most);
    }
    add_crossings(problem, prices.crossings, proven);
    proven.add(prices.groups, problem.groups, seats_of_groups(problem));
    proven.add(prices.worker_groups, problem.worker_groups, units_of_groups(problem));
    for (std::size_t s = 0; s < problem.slot_workers.size(); ++s)
        proven.add(std::max(Wide{0}, prices.slots[s] -
                                         prices.workers[static_cast<std::size_t>(problem.slot_workers[s])]));
    for (std::size_t e = 0; e < problem.edges.size(); ++e) {
        const auto& edge = problem.edges[e];
        if (!is_open(problem, edge)) continue;
        const auto slot = slot_of(problem, e);
        const Wide side = slot < 0 ? prices.workers[static_cast<std::size_t>(edge.worker)]
                                   : prices.slots[static_cast<std::size_t>(slot)];
        proven.add(std::max(Wide{0}, score_of(problem, e) - side -
                                         prices.orders[static_cast<std::size_t>(edge.order)]));
    }
    return proven.sum();
}

Result<AllocationVerdict> verify(const AllocationProblem& problem, const Allocation& answer) {
    TRY_DO(check(problem));
    const auto& prices = answer.prices;
    if (prices.workers.size() != problem.workers.size()) return allocation_fault("prices", 0);
    if (prices.orders.size() != problem.orders.size()) return allocation_fault("prices", 1);
    if (prices.groups.size() != problem.groups.size()) return allocation_fault("prices", 2);
    if (prices.worker_groups.size() != problem.worker_groups.size())
        return allocation_fault("prices", 3);
    if (prices.slots.size() != problem.slot_workers.size()) return allocation_fault("prices", 4);
    if (prices.crossings.size() != problem.crossings.size()) return allocation_fault("prices", 5);
    for (const auto* side : {&prices.workers, &prices.orders, &prices.groups,
                             &prices.worker_groups, &prices.slots, &prices.crossings})
        if (!within_limits(*side, price_limit(problem))) return allocation_fault("prices", 6);
    AllocationVerdict verdict;
    for (std::size_t i = 0; i < answer.chosen.size(); ++i) {
        if (!within(answer.chosen[i], problem.edges.size()) ||
            (i > 0 && answer.chosen[i - 1] >= answer.chosen[i]))
            return allocation_fault("chosen", i);
        verdict.total += score_of(problem, static_cast<std::size_t>(answer.chosen[i]));
    }
    const Filled filled = fill(problem, answer.chosen);
    verdict.feasible = is_feasible(problem, filled);
    verdict.value = verdict.total;
    for (std::size_t w = 0; w < problem.workers.size(); ++w)
        if (problem.workers[w].most > 0 && filled.workers[w] == 0)
            verdict.value -= problem.workers[w].penalty;
    verdict.bound = price_bound(problem, prices);
    verdict.optimal = verdict.feasible && verdict.value == verdict.bound;
    if (verdict.total != answer.total || verdict.value != answer.value)
        return allocation_fault("total", 0);
    if (verdict.bound != answer.bound) return allocation_fault("bound", 0);
    return verdict;
}

}  // namespace jianghui::matching
