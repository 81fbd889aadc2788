// From any seats and prices to the best: the same value as the network's, proven.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/matching/allocation_network.hpp"
#include "engine/matching/allocation_repair.hpp"

namespace jianghui::matching {
namespace allocation_repair_test {

using Number = std::int64_t;
using End = RepairEnd;
using Repair = AllocationRepair<std::int32_t>;

Number among(Number least, Number most) { return *rc::gen::inRange<Number>(least, most + 1); }

/// Some workers take no part, some orders have no seats, some pairs are worth less than nothing.
AllocationProblem any_market() {
    AllocationProblem problem;
    const auto workers = static_cast<std::int32_t>(among(1, 60));
    const auto orders = static_cast<std::int32_t>(among(1, 12));
    const auto seats = among(0, 8);
    const auto score = among(0, 1) == 0 ? among(1, 30) : among(100, 3000);  // ties, or hardly any
    for (std::int32_t w = 0; w < workers; ++w)
        problem.workers.push_back({.most = among(0, 9) > 0 ? 1 : 0});
    for (std::int32_t o = 0; o < orders; ++o)
        problem.orders.push_back({.most = static_cast<std::int32_t>(among(0, seats))});
    for (std::int32_t w = 0; w < workers; ++w)
        for (std::int32_t o = 0; o < orders; ++o)
            if (among(0, 2) == 0) problem.edges.push_back({w, o, among(-3, score)});
    return problem;
}

/// Whoever comes first takes a seat of some order that has one left, at any prices.
AllocationStart any_start(const AllocationProblem& problem) {
    AllocationStart start;
    start.held.assign(problem.workers.size(), -1);
    start.filled.assign(problem.orders.size(), 0);
    for (std::size_t e = 0; e < problem.edges.size(); ++e) {
        const auto worker = static_cast<std::size_t>(problem.edges[e].worker);
        const auto order = static_cast<std::size_t>(problem.edges[e].order);
        if (problem.workers[worker].most == 0 || start.held[worker] >= 0 || among(0, 2) == 0 ||
            start.filled[order] == problem.orders[order].most)
            continue;
        start.held[worker] = static_cast<std::int32_t>(e);
        ++start.filled[order];
    }
    Number highest = 30;
    for (const auto& edge : problem.edges) highest = std::max(highest, edge.score);
    for (std::size_t o = 0; o < problem.orders.size(); ++o) start.prices.push_back(among(0, highest));
    return start;
}

/// The start becomes the best, with a proof, and as good as another solver's.
template <class Repair = Repair>
void is_made_best(const AllocationProblem& problem, const AllocationStart& start) {
    Repair repair(problem, start.held, start.prices);
    RC_ASSERT(repair.run({}) == End::best);
    const auto found = repair.answer(End::best);
    const auto verdict = verify(problem, found);
    RC_ASSERT(verdict.has_value());
    RC_ASSERT(verdict->optimal);
    AllocationNetwork<Number> network(problem, magnitudes(problem).must);
    RC_ASSERT(found.value == network.solve({}).value);
}

RC_GTEST_PROP(AllocationRepair, makes_any_start_the_best, ()) {
    const auto problem = any_market();
    RC_ASSERT(can_auction(problem));
    const auto start = any_start(problem);
    is_made_best(problem, start);
}

RC_GTEST_PROP(AllocationRepair, makes_any_start_of_wide_scores_the_best, ()) {
    auto problem = any_market();
    auto start = any_start(problem);
    constexpr Number wide = 10'000'000'000;
    for (auto& edge : problem.edges) edge.score *= wide;
    for (auto& price : start.prices) price *= wide;
    RC_ASSERT(!Repair::fits(wide));
    RC_ASSERT(AllocationRepair<Number>::fits(3000 * wide));
    is_made_best<AllocationRepair<Number>>(problem, start);
}

/// Scores of what an order and a worker have, hardly anything else: nearly all pairs are ties at the right
/// prices, and seats and workers who are worth one come out nearly even.
AllocationProblem any_plateau() {
    AllocationProblem problem;
    const auto workers = static_cast<std::int32_t>(among(1, 80));
    const auto orders = static_cast<std::int32_t>(among(1, 24));
    const auto noise = among(0, 1);
    std::vector<Number> known;
    for (std::int32_t o = 0; o < orders; ++o) {
        problem.orders.push_back({.most = static_cast<std::int32_t>(among(0, 3))});
        known.push_back(among(0, 3));
    }
    for (std::int32_t w = 0; w < workers; ++w) {
        problem.workers.push_back({1});
        const auto quality = among(0, 3);
        for (std::int32_t o = 0; o < orders; ++o)
            if (among(0, 4) == 0)
                problem.edges.push_back({w, o, known[static_cast<std::size_t>(o)] + quality + among(-noise, noise)});
    }
    return problem;
}

RC_GTEST_PROP(AllocationRepair, makes_any_start_among_ties_the_best, ()) {
    const auto problem = any_plateau();
    const auto start = any_start(problem);
    is_made_best(problem, start);
}

/// Some scores and seats of the problem, of which the repair is told.
void change_some(AllocationProblem& problem, Repair& repair) {
    for (Number change = among(0, 20); change > 0 && !problem.edges.empty(); --change) {
        const auto edge = among(0, static_cast<Number>(problem.edges.size()) - 1);
        problem.edges[static_cast<std::size_t>(edge)].score += among(-1, 1);
        repair.changed_score(static_cast<std::int32_t>(edge));
    }
    for (Number change = among(0, 3); change > 0; --change) {
        const auto order = among(0, static_cast<Number>(problem.orders.size()) - 1);
        problem.orders[static_cast<std::size_t>(order)].most = static_cast<std::int32_t>(among(0, 3));
        repair.changed_seats(static_cast<std::int32_t>(order));
    }
}

void is_best(const AllocationProblem& problem, const Repair& repair) {
    const auto found = repair.answer(End::best);
    RC_ASSERT(verify(problem, found)->optimal);
    RC_ASSERT(found.value == allocate(problem)->value);
}

RC_GTEST_PROP(AllocationRepair, follows_changes_among_ties, ()) {
    auto problem = any_plateau();
    const auto start = any_start(problem);
    Repair repair(problem, start.held, start.prices);
    RC_ASSERT(repair.run({}) == End::best);
    for (Number round = among(1, 4); round > 0; --round) {
        change_some(problem, repair);
        RC_ASSERT(repair.run({}) == End::best);
        is_best(problem, repair);
    }
}

RC_GTEST_PROP(AllocationRepair, follows_changes_between_its_searches, ()) {
    auto problem = among(0, 1) == 0 ? any_plateau() : any_market();
    const auto start = any_start(problem);
    Repair repair(problem, start.held, start.prices);
    for (Number round = among(1, 4); round > 0; --round) {
        for (Number searches = among(0, 5); searches > 0; --searches) (void)repair.run({}, 0);
        change_some(problem, repair);
    }
    RC_ASSERT(repair.run({}) == End::best);
    is_best(problem, repair);
}

/// Even dice, the same everywhere.
struct Dice {
    std::uint64_t state = 1;
    std::int32_t below(std::int32_t most) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::int32_t>((state >> 33) % static_cast<std::uint64_t>(most));
    }
};

/// Twenty kinds of scores on a ring where each worker knows twenty of the two hundred orders around: as the
/// market of ties that is measured (bench/allocate), smaller.
AllocationProblem ring_of_ties() {
    AllocationProblem problem;
    constexpr std::int32_t orders = 1000;
    constexpr std::int32_t workers = 10'000;
    Dice dice;
    std::vector<std::int32_t> known;
    for (std::int32_t o = 0; o < orders; ++o) {
        problem.orders.push_back({.most = workers / 2 / orders});
        known.push_back(dice.below(10));
    }
    for (std::int32_t w = 0; w < workers; ++w) {
        problem.workers.push_back({1});
        const auto quality = dice.below(10);
        const auto base = dice.below(orders);
        std::set<std::int32_t> near;
        while (near.size() < 20) near.insert((base + dice.below(200)) % orders);
        for (const auto o : near)
            problem.edges.push_back({w, o, 1 + known[static_cast<std::size_t>(o)] + quality});
    }
    return problem;
}

/// A thousand kinds of scores, some orders known to many more than others, seats for four in five: the market
/// without ties of bench/allocate, smaller.
AllocationProblem market_of_favourites() {
    AllocationProblem problem;
    constexpr std::int32_t orders = 1000;
    constexpr std::int32_t workers = 20'000;
    Dice dice;
    const auto popular = [&dice] { return dice.below(orders) * dice.below(orders) / orders; };
    problem.orders.resize(orders);
    for (std::int32_t seat = 0; seat < workers * 8 / 10; ++seat) ++problem.orders[static_cast<std::size_t>(popular())].most;
    std::vector<std::int32_t> liked;
    for (std::int32_t o = 0; o < orders; ++o) liked.push_back(dice.below(400));
    for (std::int32_t w = 0; w < workers; ++w) {
        problem.workers.push_back({1});
        const auto quality = dice.below(300);
        std::set<std::int32_t> known;
        while (known.size() < 20) known.insert(popular());
        for (const auto o : known)
            problem.edges.push_back({w, o, 1 + liked[static_cast<std::size_t>(o)] + quality + dice.below(300)});
    }
    return problem;
}

TEST(AllocationRepair, WhoIsFarFromAnOrderIsNotLookedAtAgainAndAgain) {
    const auto problem = market_of_favourites();
    const auto start = auction(problem, {});
    Repair repair(problem, start.held, start.prices);
    constexpr std::int64_t looks_at_each = 3;  // more than 6 where each look is at all pairs of an order
    ASSERT_EQ(repair.run({}, looks_at_each), End::best);
    EXPECT_TRUE(verify(problem, repair.answer(End::best))->optimal);
}

TEST(AllocationRepair, OneChangeInAHundredAmongTiesIsAFewLooksAtEachPair) {
    auto problem = ring_of_ties();
    const auto start = auction(problem, {});
    Repair repair(problem, start.held, start.prices);
    ASSERT_EQ(repair.run({}), End::best);
    for (std::size_t e = 0; e < problem.edges.size(); e += 100) {
        problem.edges[e].score += e % 200 == 0 ? 1 : -1;
        repair.changed_score(static_cast<std::int32_t>(e));
    }
    constexpr std::int64_t looks_at_each = 6;
    ASSERT_EQ(repair.run({}, looks_at_each), End::best) << "a search walks through what others have seen";
    const auto found = repair.answer(End::best);
    EXPECT_TRUE(verify(problem, found)->optimal);
    EXPECT_EQ(found.value, allocate(problem)->value);
}

RC_GTEST_PROP(AllocationRepair, goes_on_where_it_gave_up, ()) {
    const auto problem = any_market();
    const auto start = any_start(problem);
    Repair repair(problem, start.held, start.prices);
    const auto best = allocate(problem)->value;
    auto end = repair.run({}, 0);
    for (int more = 0; end == End::too_far && more < 3; ++more) {
        const auto found = repair.answer(end);
        RC_ASSERT(found.value <= best);
        RC_ASSERT(found.bound >= best);
        RC_ASSERT(verify(problem, found)->feasible);
        end = repair.run({}, 0);
    }
    RC_ASSERT(repair.run({}) == End::best);
    RC_ASSERT(repair.answer(End::best).value == best);
}

RC_GTEST_PROP(AllocationRepair, an_auction_begins_the_network_as_well, ()) {
    const auto problem = any_market();
    AllocationNetwork<Number> network(problem, magnitudes(problem).must);
    network.begin_with(auction(problem, {}));
    const auto found = network.solve({});
    RC_ASSERT(found.status == AllocationStatus::optimal);
    RC_ASSERT(verify(problem, found)->optimal);
    RC_ASSERT(found.value == allocate(problem)->value);
}

}  // namespace allocation_repair_test
}  // namespace jianghui::matching
