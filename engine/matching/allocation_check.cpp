// What an allocation problem must keep, and the independent proof of an answer.

#include <algorithm>
#include <fmt/format.h>

#include "engine/matching/price_bound.hpp"

namespace jianghui::matching {
namespace {

constexpr Wide penalty_max = Wide{1} << 70;

tl::unexpected<Error> allocation_fault(const char* member, std::size_t at) {
    return refuse(error(allocation_malformed).at(fmt::format("/{}/{}", member, at)));
}

template <class T>
bool within(T number, std::size_t count) {
    return number >= 0 && static_cast<std::size_t>(number) < count;
}

/// The dearest of what a node may do at a price: any amount from `least` to `most`.
Wide dearest(Wide price, std::int64_t least, std::int64_t most) {
    return std::max(price * least, price * most);
}
/// The same for a worker, who costs a penalty when left without.
Wide dearest(Wide price, const AllocationWorker& worker, bool must) {
    if (worker.most == 0) return 0;
    const Wide some = dearest(price, 1, worker.most);
    return must ? some : std::max(some, -worker.penalty);
}

/// How many orders each worker got, how many seats each order and group filled.
struct Filled {
    std::vector<std::int32_t> workers;
    std::vector<std::int32_t> orders;
    std::vector<std::int64_t> groups;
};

Filled fill(const AllocationProblem& problem, const std::vector<std::int32_t>& chosen) {
    Filled filled{std::vector<std::int32_t>(problem.workers.size()),
                  std::vector<std::int32_t>(problem.orders.size()),
                  std::vector<std::int64_t>(problem.groups.size())};
    for (const auto number : chosen) {
        const auto& edge = problem.edges[static_cast<std::size_t>(number)];
        ++filled.workers[static_cast<std::size_t>(edge.worker)];
        ++filled.orders[static_cast<std::size_t>(edge.order)];
        const auto group = problem.orders[static_cast<std::size_t>(edge.order)].group;
        if (group >= 0) ++filled.groups[static_cast<std::size_t>(group)];
    }
    return filled;
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
    for (std::size_t g = 0; g < problem.groups.size(); ++g)
        if (filled.groups[g] > problem.groups[g].most || filled.groups[g] < problem.groups[g].least)
            return false;
    return true;
}

}  // namespace

Result<Done> check(const AllocationProblem& problem) {
    for (std::size_t i = 0; i < problem.workers.size(); ++i) {
        const auto& worker = problem.workers[i];
        if (worker.most < 0 || worker.penalty < 0 || worker.penalty > penalty_max)
            return allocation_fault("workers", i);
    }
    for (std::size_t i = 0; i < problem.groups.size(); ++i) {
        const auto& group = problem.groups[i];
        if (group.least < 0 || group.most < group.least || group.most > seats_max)
            return allocation_fault("groups", i);
    }
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
    return Done{};
}

namespace {

/// The seats that the orders of each group have.
std::vector<std::int64_t> seats_of_groups(const AllocationProblem& problem) {
    std::vector<std::int64_t> seats(problem.groups.size());
    for (const auto& order : problem.orders)
        if (order.group >= 0) seats[static_cast<std::size_t>(order.group)] += order.most;
    return seats;
}

bool within_limits(const std::vector<Wide>& prices) {
    return std::all_of(prices.begin(), prices.end(), [](Wide price) {
        return -price_max <= price && price <= price_max;
    });
}

}  // namespace

bool is_open(const AllocationProblem& problem, const AllocationEdge& edge) {
    const auto& order = problem.orders[static_cast<std::size_t>(edge.order)];
    return problem.workers[static_cast<std::size_t>(edge.worker)].most > 0 && order.most > 0 &&
           (order.group < 0 || problem.groups[static_cast<std::size_t>(order.group)].most > 0);
}

Wide price_bound(const AllocationProblem& problem, const AllocationPrices& prices) {
    Wide bound = 0;
    for (std::size_t w = 0; w < problem.workers.size(); ++w)
        bound += dearest(prices.workers[w], problem.workers[w], problem.everybody);
    for (std::size_t o = 0; o < problem.orders.size(); ++o) {
        const auto& order = problem.orders[o];
        const Wide shared =
            order.group < 0 ? Wide{0} : prices.groups[static_cast<std::size_t>(order.group)];
        bound += dearest(prices.orders[o] - shared, order.least, order.most);
    }
    const auto seats = seats_of_groups(problem);
    for (std::size_t g = 0; g < problem.groups.size(); ++g)
        bound += dearest(prices.groups[g], problem.groups[g].least,
                         std::min(problem.groups[g].most, seats[g]));
    for (const auto& edge : problem.edges)
        if (is_open(problem, edge))
            bound += std::max(Wide{0}, edge.score -
                                       prices.workers[static_cast<std::size_t>(edge.worker)] -
                                       prices.orders[static_cast<std::size_t>(edge.order)]);
    return bound;
}

Result<AllocationVerdict> verify(const AllocationProblem& problem, const Allocation& answer) {
    TRY_DO(check(problem));
    const auto& prices = answer.prices;
    if (prices.workers.size() != problem.workers.size()) return allocation_fault("prices", 0);
    if (prices.orders.size() != problem.orders.size()) return allocation_fault("prices", 1);
    if (prices.groups.size() != problem.groups.size()) return allocation_fault("prices", 2);
    if (!within_limits(prices.workers) || !within_limits(prices.orders) ||
        !within_limits(prices.groups))
        return allocation_fault("prices", 3);
    AllocationVerdict verdict;
    for (std::size_t i = 0; i < answer.chosen.size(); ++i) {
        if (!within(answer.chosen[i], problem.edges.size()) ||
            (i > 0 && answer.chosen[i - 1] >= answer.chosen[i]))
            return allocation_fault("chosen", i);
        verdict.total += problem.edges[static_cast<std::size_t>(answer.chosen[i])].score;
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
