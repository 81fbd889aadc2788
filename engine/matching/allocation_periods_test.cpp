// Workers with several orders one at a time, and floors of groups of workers: against brute force.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/matching/allocation_search.hpp"
#include "engine/matching/empty_seats.hpp"
#include "engine/matching/price_bound.hpp"

namespace jianghui::matching {
namespace allocation_periods_test {

using Number = std::int64_t;
using Periods = std::vector<AllocationPeriod>;

Number among(Number least, Number most) { return *rc::gen::inRange<Number>(least, most + 1); }

struct Case {
    AllocationProblem problem;
    Periods periods;
    std::vector<std::int32_t> teams;
};

/// Days on which overlapping is all or nothing, or periods of any length.
Periods any_periods(std::size_t orders, bool days) {
    Periods periods;
    for (std::size_t o = 0; o < orders; ++o) {
        const Number from = among(0, days ? 2 : 6);
        periods.push_back({from, from + (days ? 1 : among(0, 4))});
    }
    return periods;
}

Case any_case(bool days) {
    Case made;
    auto& problem = made.problem;
    const auto workers = static_cast<std::int32_t>(among(1, 3));
    const auto orders = static_cast<std::int32_t>(among(1, 5));
    for (Number g = among(0, 2); g > 0; --g) {
        const Number least = among(0, 1);
        problem.worker_groups.push_back({least, least + among(0, 3)});
    }
    const auto groups = static_cast<Number>(problem.worker_groups.size());
    for (std::int32_t w = 0; w < workers; ++w)
        problem.workers.push_back({static_cast<std::int32_t>(among(0, 4)),
                                   among(0, 3) == 0 ? among(0, 6) : 0,
                                   static_cast<std::int32_t>(among(-1, groups - 1))});
    const Number spread = among(1, 9);
    for (std::int32_t o = 0; o < orders; ++o)
        problem.orders.push_back({.most = static_cast<std::int32_t>(among(1, 2))});
    for (std::int32_t w = 0; w < workers; ++w)
        for (std::int32_t o = 0; o < orders; ++o)
            if (problem.edges.size() < 12 && among(0, 3) > 0)
                problem.edges.push_back({w, o, among(-2, spread)});
    problem.everybody = among(0, 4) == 0;
    made.periods = any_periods(problem.orders.size(), days);
    if (!days && among(0, 2) == 0) made.teams.push_back(0);
    return made;
}

bool keeps_wishes(const Case& made, const std::vector<std::int32_t>& chosen,
                  const std::vector<int>& orders) {
    for (const auto team : made.teams) {
        const auto o = static_cast<std::size_t>(team);
        if (orders[o] != 0 && orders[o] != made.problem.orders[o].most) return false;
    }
    return !first_overlap(made.problem, made.periods, chosen);
}

/// The greatest value of a feasible choice, by trying all.
std::optional<Wide> best_of_all(const Case& made) {
    const auto& problem = made.problem;
    std::optional<Wide> best;
    for (std::size_t mask = 0; mask < std::size_t{1} << problem.edges.size(); ++mask) {
        std::vector<std::int32_t> chosen;
        std::vector<int> workers(problem.workers.size());
        std::vector<int> orders(problem.orders.size());
        std::vector<int> groups(problem.worker_groups.size());
        Wide value = 0;
        for (std::size_t e = 0; e < problem.edges.size(); ++e) {
            if ((mask >> e & 1U) == 0) continue;
            chosen.push_back(static_cast<std::int32_t>(e));
            const auto& edge = problem.edges[e];
            value += edge.score;
            ++workers[static_cast<std::size_t>(edge.worker)];
            ++orders[static_cast<std::size_t>(edge.order)];
            const auto group = problem.workers[static_cast<std::size_t>(edge.worker)].group;
            if (group >= 0) ++groups[static_cast<std::size_t>(group)];
        }
        bool feasible = keeps_wishes(made, chosen, orders);
        for (std::size_t w = 0; w < workers.size(); ++w) {
            const auto& worker = problem.workers[w];
            feasible &= workers[w] <= worker.most;
            if (worker.most > 0 && workers[w] == 0) {
                feasible &= !problem.everybody;
                value -= worker.penalty;
            }
        }
        for (std::size_t o = 0; o < orders.size(); ++o)
            feasible &= orders[o] <= problem.orders[o].most;
        for (std::size_t g = 0; g < groups.size(); ++g)
            feasible &= problem.worker_groups[g].least <= groups[g] &&
                        groups[g] <= problem.worker_groups[g].most;
        if (feasible && (!best || *best < value)) best = value;
    }
    return best;
}

void expect_best(const Case& made, bool proven_by_prices) {
    const auto best = best_of_all(made);
    const auto problem = with_slots(made.problem, made.periods);
    const auto found = search_allocation(problem, {made.teams, made.periods});
    RC_ASSERT(found.has_value());
    const auto& answer = found->allocation;
    RC_ASSERT((answer.status == AllocationStatus::optimal) == best.has_value());
    if (!best) {
        RC_ASSERT(answer.status == AllocationStatus::infeasible);
        return;
    }
    RC_ASSERT(answer.value == *best);
    RC_ASSERT(found->searched_bound == *best);
    RC_ASSERT(!first_overlap(problem, made.periods, answer.chosen));
    const auto verdict = verify(problem, answer);
    RC_ASSERT(verdict.has_value());
    RC_ASSERT(verdict->feasible);
    RC_ASSERT(verdict->bound >= *best);
    if (proven_by_prices) RC_ASSERT(verdict->optimal);
}

/// Days and shifts: one flow, and its prices are the proof.
RC_GTEST_PROP(AllocationPeriods, days_equal_brute_force_and_prices_prove_it, ()) {
    expect_best(any_case(true), true);
}

RC_GTEST_PROP(AllocationPeriods, any_overlap_equals_brute_force, ()) {
    expect_best(any_case(false), false);
}

RC_GTEST_PROP(AllocationPeriods, greedy_keeps_slots_and_ceilings, ()) {
    auto made = any_case(true);
    for (auto& group : made.problem.worker_groups) group.least = 0;
    made.problem.everybody = false;
    const auto problem = with_slots(made.problem, made.periods);
    auto greedy = *allocate_greedily(problem);
    const auto best = *allocate(problem);
    RC_ASSERT(greedy.value <= best.value);
    greedy.prices = best.prices;
    greedy.bound = best.bound;
    RC_ASSERT(verify(problem, greedy)->feasible);
}

TEST(AllocationPeriods, SlotsAreAsFewAsPossible) {
    AllocationProblem problem;
    problem.workers = {{.most = 9}, {.most = 1}};
    problem.orders.resize(4, {.most = 1});
    for (std::int32_t w = 0; w < 2; ++w)
        for (std::int32_t o = 0; o < 4; ++o) problem.edges.push_back({w, o, 1});
    // Monday, Monday to Tuesday, Wednesday, and one alone on Friday.
    const auto slotted = with_slots(problem, {{1, 2}, {1, 3}, {2, 4}, {5, 6}});
    EXPECT_EQ(slotted.slot_workers, std::vector<std::int32_t>{0}) << "one order needs no slots";
    EXPECT_EQ(slotted.edge_slots, (std::vector<std::int32_t>{0, 0, -1, -1, -1, -1, -1, -1}));
    EXPECT_TRUE(first_overlap(slotted, {{1, 2}, {1, 3}, {2, 4}, {5, 6}}, {1, 2}));
    EXPECT_FALSE(first_overlap(slotted, {{1, 2}, {1, 3}, {2, 4}, {5, 6}}, {0, 2, 3}));
}

TEST(AllocationPeriods, RefusesWhatBreaksItsPromises) {
    AllocationProblem problem{{{1}, {1}}, {{1}}, {}, {{0, 0, 5}, {1, 0, 6}}, false};
    problem.edge_slots = {0, 0};
    problem.slot_workers = {0};
    EXPECT_EQ(allocate(problem).error().path, "/edge_slots/1");
    problem.edge_slots = {0};
    EXPECT_EQ(allocate(problem).error().path, "/edge_slots/0");
    problem.edge_slots.clear();
    problem.slot_workers = {2};
    EXPECT_EQ(allocate(problem).error().path, "/slot_workers/0");
    problem.slot_workers.clear();
    problem.workers[1].group = 0;
    EXPECT_EQ(allocate(problem).error().path, "/workers/1");
    problem.worker_groups = {{2, 1}};
    EXPECT_EQ(allocate(problem).error().path, "/worker_groups/0");
    problem.worker_groups = {{0, 1}};
    auto answer = *allocate(problem);
    answer.prices.worker_groups.clear();
    EXPECT_EQ(verify(problem, answer).error().path, "/prices/3");
    EXPECT_EQ(search_allocation(problem, {{}, {{0, 1}, {0, 1}}}).error().path, "/periods");
}

/// Twenty teams of three and forty who could be in any: no flow shows that one must stay without.
TEST(AllocationSearch, StopsWithTheBestSoFarAndItsGap) {
    AllocationProblem problem;
    std::vector<std::int32_t> teams;
    for (std::int32_t o = 0; o < 20; ++o) {
        problem.orders.push_back({.most = 3});
        teams.push_back(o);
    }
    for (std::int32_t w = 0; w < 40; ++w) {
        problem.workers.push_back({});
        for (std::int32_t o = 0; o < 20; ++o) problem.edges.push_back({w, o, 1});
    }
    int asked = 0;
    AllocationProgress told;
    const auto found = search_allocation(problem, {.teams = teams}, [&](const AllocationProgress& now) {
        told = now;
        return ++asked < 50;
    });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->allocation.status, AllocationStatus::stopped);
    EXPECT_EQ(found->allocation.value, 39);
    EXPECT_EQ(found->searched_bound, 40);
    EXPECT_EQ(told.stage, AllocationStage::search);
    EXPECT_EQ(told.value, 39);
    EXPECT_EQ(told.bound, 40);
}

/// Known by construction: a planted matching that prices pay for exactly, and every other pair less.
TEST(Allocation, KnownOptimaOfPlantedMatchings) {
    for (const std::int32_t size : {50, 400}) {
        AllocationProblem problem;
        std::uint64_t state = static_cast<std::uint64_t>(size);
        const auto dice = [&](std::int64_t most) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            return static_cast<std::int64_t>((state >> 33) % static_cast<std::uint64_t>(most));
        };
        std::vector<std::int64_t> prices(static_cast<std::size_t>(2 * size));
        for (auto& price : prices) price = dice(500);
        Wide planted = 0;
        problem.workers.resize(static_cast<std::size_t>(size));
        problem.orders.resize(static_cast<std::size_t>(size), {.most = 1});
        for (std::int32_t w = 0; w < size; ++w)
            for (std::int32_t o = 0; o < size; ++o) {
                const auto paid = prices[static_cast<std::size_t>(w)] +
                                  prices[static_cast<std::size_t>(size + o)];
                const bool one = o == (w * 7 + 3) % size;
                if (one) planted += paid;
                if (one || dice(10) == 0)
                    problem.edges.push_back({w, o, one ? paid : paid - dice(3)});
            }
        const auto best = allocate(problem);
        ASSERT_TRUE(best);
        EXPECT_EQ(best->total, planted);
        EXPECT_TRUE(verify(problem, *best)->optimal);
    }
}

/// A season of shifts: workers with many orders, a few of them longer than a day.
TEST(AllocationPeriods, ASeasonOfShiftsEndsSoon) {
    AllocationProblem problem;
    Periods periods;
    for (std::int32_t o = 0; o < 60; ++o) {
        problem.orders.push_back({.most = 3});
        periods.push_back({o % 20, o % 20 + (o % 10 == 0 ? 2 : 1)});
    }
    for (std::int32_t w = 0; w < 60; ++w) {
        problem.workers.push_back({.most = 20});
        for (std::int32_t o = w % 3; o < 60; o += 3)
            problem.edges.push_back({w, o, 1 + (w * 7919 + o * 104729) % 100});
    }
    problem = with_slots(problem, periods);
    const auto found = search_allocation(problem, {{}, periods});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->allocation.status, AllocationStatus::optimal);
    EXPECT_EQ(found->searched_bound, found->allocation.value);
    EXPECT_TRUE(verify(problem, found->allocation)->feasible);
    EXPECT_FALSE(first_overlap(problem, periods, found->allocation.chosen));
}

}  // namespace allocation_periods_test
}  // namespace jianghui::matching
