// Solving again after changes against solving from scratch.
#include <algorithm>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/matching/allocation_again.hpp"

namespace jianghui::matching {
namespace allocation_again_test {

using Number = std::int64_t;

Number among(Number least, Number most) { return *rc::gen::inRange<Number>(least, most + 1); }

AllocationProblem any_problem() {
    AllocationProblem problem;
    const auto workers = static_cast<std::int32_t>(among(1, 12));
    const auto orders = static_cast<std::int32_t>(among(1, 6));
    const bool several = among(0, 1) == 0;
    for (std::int32_t w = 0; w < workers; ++w)
        problem.workers.push_back({static_cast<std::int32_t>(several ? among(0, 3) : among(0, 1)),
                                   several ? among(0, 6) : 0});
    for (std::int32_t o = 0; o < orders; ++o)
        problem.orders.push_back({.most = static_cast<std::int32_t>(among(1, 4))});
    for (std::int32_t w = 0; w < workers; ++w)
        for (std::int32_t o = 0; o < orders; ++o)
            if (among(0, 2) > 0) problem.edges.push_back({w, o, among(-3, 9)});
    problem.edges.push_back({workers - 1, orders, 9});  // keeps the greatest score
    problem.orders.push_back({.most = 1});
    return problem;
}

RC_GTEST_PROP(AllocationAgain, equals_solving_from_scratch, ()) {
    auto again = AllocationAgain::begin(any_problem());
    RC_ASSERT(again.has_value());
    const auto& problem = again->problem();
    for (Number round = among(1, 6); round > 0; --round) {
        const auto found = again->solve();
        const auto best = allocate(problem);
        RC_ASSERT(best.has_value());
        RC_ASSERT(found.status == AllocationStatus::optimal);
        RC_ASSERT(found.value == best->value);
        const auto verdict = verify(problem, found);
        RC_ASSERT(verdict.has_value());
        RC_ASSERT(verdict->optimal);
        for (Number change = among(0, 5); change > 0; --change) {
            if (among(0, 1) == 0)
                RC_ASSERT(again->change_score(
                    static_cast<std::int32_t>(
                        among(0, static_cast<Number>(problem.edges.size()) - 1)),
                    among(-18, 18)).has_value());
            else
                RC_ASSERT(again->change_seats(
                    static_cast<std::int32_t>(
                        among(0, static_cast<Number>(problem.orders.size()) - 1)),
                    static_cast<std::int32_t>(among(0, 5))).has_value());
        }
    }
}

/// One order a worker, many ties or hardly any, fewer seats than workers or more.
AllocationProblem any_market() {
    AllocationProblem problem;
    const auto workers = static_cast<std::int32_t>(among(20, 80));
    const auto orders = static_cast<std::int32_t>(among(2, 15));
    const auto seats = among(1, 12);
    const auto score = among(0, 1) == 0 ? among(1, 40) : among(400, 3000);
    problem.workers.resize(static_cast<std::size_t>(workers));
    for (std::int32_t o = 0; o < orders; ++o)
        problem.orders.push_back({.most = static_cast<std::int32_t>(among(1, seats))});
    for (std::int32_t w = 0; w < workers; ++w)
        for (std::int32_t o = 0; o < orders; ++o)
            if (among(0, 3) == 0) problem.edges.push_back({w, o, among(0, score)});
    problem.edges.push_back({workers - 1, orders, score});  // there is one, and the greatest
    problem.orders.push_back({.most = 1});
    return problem;
}

/// Another score altogether, or one a little less or more.
Number change_of(Number now, Number greatest) {
    return among(0, 1) == 0 ? among(-greatest / 4, greatest) : std::min(greatest, now + among(-greatest / 50, greatest / 50));
}

void change_some(AllocationAgain& again, Number most) {
    const auto& problem = again.problem();
    const auto edges = static_cast<Number>(problem.edges.size());
    const auto score = problem.edges.back().score;
    for (Number change = among(0, most); change > 0; --change) {
        const auto edge = static_cast<std::int32_t>(among(0, edges - 1));
        const auto order = static_cast<std::int32_t>(among(0, static_cast<Number>(problem.orders.size()) - 1));
        if (among(0, 2) > 0 && edge != edges - 1)
            RC_ASSERT(again.change_score(edge, change_of(problem.edges[static_cast<std::size_t>(edge)].score, score)).has_value());
        else
            RC_ASSERT(again.change_seats(order, static_cast<std::int32_t>(among(0, 12))).has_value());
    }
}

RC_GTEST_PROP(AllocationAgain, equals_solving_from_scratch_in_markets, ()) {
    auto again = AllocationAgain::begin(any_market());
    RC_ASSERT(again.has_value());
    for (Number round = among(2, 8); round > 0; --round) {
        const auto found = again->solve();
        RC_ASSERT(found.status == AllocationStatus::optimal);
        const auto verdict = verify(again->problem(), found);
        RC_ASSERT(verdict.has_value());
        RC_ASSERT(verdict->optimal);
        RC_ASSERT(found.value == allocate(again->problem())->value);
        change_some(*again, 30);
    }
}

RC_GTEST_PROP(AllocationAgain, says_an_honest_gap_when_stopped_and_goes_on, ()) {
    auto again = AllocationAgain::begin(any_market());
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->solve().status == AllocationStatus::optimal);
    for (Number round = among(1, 5); round > 0; --round) {
        change_some(*again, 30);
        Number left = among(0, 6);
        const auto found = again->solve([&](const AllocationProgress&) { return left-- > 0; });
        const auto best = allocate(again->problem())->value;
        const auto verdict = verify(again->problem(), found);
        RC_ASSERT(verdict.has_value());
        RC_ASSERT(verdict->feasible);
        RC_ASSERT(found.value <= best);
        RC_ASSERT(found.bound >= best);
    }
    RC_ASSERT(again->solve().value == allocate(again->problem())->value);
}

TEST(AllocationAgain, RefusesWhatItCannotKeep) {
    AllocationProblem problem{{{1}}, {{2}}, {}, {{0, 0, 5}}, false};
    auto again = AllocationAgain::begin(problem);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->change_score(1, 0).error().path, "/edges");
    EXPECT_EQ(again->change_score(0, 11).error().path, "/edges") << "twice the greatest at most";
    EXPECT_EQ(again->change_seats(0, -1).error().path, "/orders");
    EXPECT_TRUE(again->change_seats(0, std::numeric_limits<std::int32_t>::max()));
    EXPECT_EQ(again->change_seats(1, 1).error().path, "/orders");
    problem.orders[0].least = 1;
    EXPECT_EQ(AllocationAgain::begin(problem).error().code, "allocation_malformed");
}

}  // namespace allocation_again_test
}  // namespace jianghui::matching
