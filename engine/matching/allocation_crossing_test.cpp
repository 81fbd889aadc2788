// Groups of orders in each other, which are a flow, and across each other, which are searched: against
// brute force.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/matching/allocation_search.hpp"

namespace jianghui::matching {
namespace allocation_crossing_test {

using Number = std::int64_t;

Number among(Number least, Number most) { return *rc::gen::inRange<Number>(least, most + 1); }

struct Case {
    AllocationProblem problem;
    std::vector<std::int32_t> teams;
};

/// Some of the orders, with a floor and a ceiling.
AllocationCrossing any_crossing(std::int32_t orders) {
    AllocationCrossing crossing;
    for (std::int32_t o = 0; o < orders; ++o)
        if (among(0, 1) == 1) crossing.orders.push_back(o);
    crossing.least = among(0, 4) == 0 ? among(0, 2) : 0;
    crossing.most = crossing.least + among(0, 3);
    return crossing;
}

Case any_case(bool crosses) {
    Case made;
    auto& problem = made.problem;
    const auto workers = static_cast<std::int32_t>(among(1, 5));
    const auto orders = static_cast<std::int32_t>(among(1, 5));
    const Number groups = among(0, 3);
    for (Number g = 0; g < groups; ++g) {
        const Number least = among(0, 3) == 0 ? among(0, 2) : 0;
        problem.groups.push_back({least, least + among(0, 4), static_cast<std::int32_t>(among(-1, g - 1))});
    }
    const bool penalties = among(0, 2) == 0;
    for (std::int32_t w = 0; w < workers; ++w)
        problem.workers.push_back({static_cast<std::int32_t>(among(0, 2)), penalties ? among(0, 9) : 0});
    const Number spread = among(1, 9);
    for (std::int32_t o = 0; o < orders; ++o)
        problem.orders.push_back({static_cast<std::int32_t>(among(1, 3)), 0,
                                  static_cast<std::int32_t>(among(-1, groups - 1))});
    for (std::int32_t w = 0; w < workers; ++w)
        for (std::int32_t o = 0; o < orders; ++o)
            if (problem.edges.size() < 12 && among(0, 3) > 0)
                problem.edges.push_back({w, o, among(-2, spread)});
    problem.everybody = among(0, 5) == 0;
    if (crosses) {
        for (Number c = among(1, 3); c > 0; --c) problem.crossings.push_back(any_crossing(orders));
        if (among(0, 3) == 0) made.teams.push_back(0);
    }
    return made;
}

/// Whether a choice keeps everything, counted anew.
bool keeps(const Case& made, const std::vector<Number>& workers, const std::vector<Number>& orders) {
    const auto& problem = made.problem;
    std::vector<Number> groups(problem.groups.size());
    for (std::size_t w = 0; w < workers.size(); ++w)
        if (workers[w] > problem.workers[w].most ||
            (problem.everybody && problem.workers[w].most > 0 && workers[w] == 0))
            return false;
    for (std::size_t o = 0; o < orders.size(); ++o) {
        if (orders[o] > problem.orders[o].most) return false;
        for (auto g = problem.orders[o].group; g >= 0;
             g = problem.groups[static_cast<std::size_t>(g)].parent)
            groups[static_cast<std::size_t>(g)] += orders[o];
    }
    for (std::size_t g = 0; g < groups.size(); ++g)
        if (groups[g] < problem.groups[g].least || groups[g] > problem.groups[g].most) return false;
    for (const auto& crossing : problem.crossings) {
        Number sum = 0;
        for (const auto o : crossing.orders) sum += orders[static_cast<std::size_t>(o)];
        if (sum < crossing.least || sum > crossing.most) return false;
    }
    for (const auto team : made.teams) {
        const auto o = static_cast<std::size_t>(team);
        if (orders[o] != 0 && orders[o] != problem.orders[o].most) return false;
    }
    return true;
}

/// The greatest value of a choice that keeps everything, by trying all.
std::optional<Wide> best_of_all(const Case& made) {
    const auto& problem = made.problem;
    std::optional<Wide> best;
    for (std::size_t mask = 0; mask < std::size_t{1} << problem.edges.size(); ++mask) {
        std::vector<Number> workers(problem.workers.size());
        std::vector<Number> orders(problem.orders.size());
        Wide value = 0;
        for (std::size_t e = 0; e < problem.edges.size(); ++e) {
            if ((mask >> e & 1U) == 0) continue;
            const auto& edge = problem.edges[e];
            value += edge.score;
            ++workers[static_cast<std::size_t>(edge.worker)];
            ++orders[static_cast<std::size_t>(edge.order)];
        }
        for (std::size_t w = 0; w < workers.size(); ++w)
            if (workers[w] == 0 && problem.workers[w].most > 0) value -= problem.workers[w].penalty;
        if ((!best || value > *best) && keeps(made, workers, orders)) best = value;
    }
    return best;
}

RC_GTEST_PROP(AllocationCrossing, groups_in_groups_equal_brute_force_and_prices_prove_it, ()) {
    const auto made = any_case(false);
    const auto best = best_of_all(made);
    const auto found = allocate(made.problem);
    RC_ASSERT(found.has_value());
    RC_ASSERT((found->status == AllocationStatus::infeasible) == !best.has_value());
    if (!best) return;
    RC_ASSERT(found->value == *best);
    const auto verdict = verify(made.problem, *found);
    RC_ASSERT(verdict.has_value());
    RC_ASSERT(verdict->optimal);
}

RC_GTEST_PROP(AllocationCrossing, crossings_equal_brute_force, ()) {
    const auto made = any_case(true);
    const auto best = best_of_all(made);
    const auto found = search_allocation(made.problem, {.teams = made.teams});
    RC_ASSERT(found.has_value());
    const auto& answer = found->allocation;
    RC_ASSERT((answer.status == AllocationStatus::infeasible) == !best.has_value());
    if (!best) return;
    RC_ASSERT(answer.status == AllocationStatus::optimal);
    RC_ASSERT(answer.value == *best);
    RC_ASSERT(found->searched_bound == *best);
    const auto verdict = verify(made.problem, answer);
    RC_ASSERT(verdict.has_value());
    RC_ASSERT(verdict->feasible);
    RC_ASSERT(verdict->bound >= *best);
}

RC_GTEST_PROP(AllocationCrossing, greedy_keeps_ceilings_of_all, ()) {
    auto made = any_case(true);
    made.problem.everybody = false;
    made.teams.clear();
    for (auto& group : made.problem.groups) group.least = 0;
    for (auto& crossing : made.problem.crossings) crossing.least = 0;
    const auto greedy = allocate_greedily(made.problem);
    RC_ASSERT(greedy.has_value());
    std::vector<Number> workers(made.problem.workers.size());
    std::vector<Number> orders(made.problem.orders.size());
    for (const auto e : greedy->chosen) {
        const auto& edge = made.problem.edges[static_cast<std::size_t>(e)];
        ++workers[static_cast<std::size_t>(edge.worker)];
        ++orders[static_cast<std::size_t>(edge.order)];
    }
    RC_ASSERT(keeps(made, workers, orders));
}

/// Sixty workers, twelve orders in three places and four trades, ceilings on all of them.
TEST(AllocationCrossing, PlacesAndTradesTogether) {
    AllocationProblem problem;
    for (int g = 0; g < 3; ++g) problem.groups.push_back({4, 9});
    for (int t = 0; t < 4; ++t) problem.crossings.push_back({{}, 3, 6});
    for (std::int32_t o = 0; o < 12; ++o) {
        problem.orders.push_back({4, 0, o % 3});
        problem.crossings[static_cast<std::size_t>(o % 4)].orders.push_back(o);
    }
    std::uint32_t dice = 7;
    for (std::int32_t w = 0; w < 60; ++w) {
        problem.workers.push_back({1});
        for (std::int32_t o = 0; o < 12; ++o) {
            dice = dice * 1664525U + 1013904223U;
            if (dice >> 30U != 0) problem.edges.push_back({w, o, 100 + (dice >> 16U) % 900});
        }
    }
    const auto found = search_allocation(problem, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->allocation.status, AllocationStatus::optimal);
    const auto verdict = verify(problem, found->allocation);
    ASSERT_TRUE(verdict);
    EXPECT_TRUE(verdict->feasible);
    EXPECT_LT(found->problems, 3000) << "prices leave little to search";
}

TEST(AllocationCrossing, RefusesWhatBreaksItsPromises) {
    AllocationProblem problem;
    problem.orders = {{.most = 1}, {.most = 1}};
    const auto fault = [&] {
        const auto checked = check(problem);
        return checked ? std::string("none") : checked.error().path;
    };
    EXPECT_EQ(fault(), "none");
    problem.crossings = {{{1, 0}, 0, 1}};
    EXPECT_EQ(fault(), "/crossings/0") << "not ascending";
    problem.crossings = {{{0, 2}, 0, 1}};
    EXPECT_EQ(fault(), "/crossings/0") << "no such order";
    problem.crossings = {{{0, 1}, 2, 1}};
    EXPECT_EQ(fault(), "/crossings/0") << "a floor over the ceiling";
    problem.crossings = {{{0, 1}, 0, 1}};
    EXPECT_EQ(fault(), "none");
    EXPECT_EQ(allocate(problem).error().path, "/crossings");
    problem.groups = {{0, 1, 1}, {0, 1, 0}};
    EXPECT_EQ(fault(), "/groups/0") << "each in the other";
    problem.groups = {{0, 1, 2}};
    EXPECT_EQ(fault(), "/groups/0") << "in one that is not there";
}

}  // namespace allocation_crossing_test
}  // namespace jianghui::matching
