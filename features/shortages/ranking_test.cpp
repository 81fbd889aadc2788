#include "features/shortages/ranking.hpp"

#include <gtest/gtest.h>

namespace jianghui::shortages {
namespace ranking_test {

Facts facts(std::int64_t demand, std::int64_t supply) {
    Facts one;
    one.demand = demand;
    one.supply = supply;
    return one;
}
std::vector<std::string> codes(const std::vector<Ranked>& ranked) {
    std::vector<std::string> codes;
    for (const auto& one : ranked) codes.push_back(one.occupation);
    return codes;
}
using Codes = std::vector<std::string>;

TEST(ShortageRanking, GapAndNumberOfCitiesCountTogether) {
    FactsByKey all;
    all[{"510500", "a"}] = facts(100, 20);
    all[{"510300", "b"}] = facts(40, 10);
    all[{"510500", "b"}] = facts(30, 10);
    all[{"511500", "b"}] = facts(20, 10);
    all[{"511500", "c"}] = facts(10, 30);
    const auto ranked = ranking_of(all, {{"a", 3}, {"b", 3}, {"c", 3}}, 7, {});
    ASSERT_EQ(codes(ranked), (Codes{"a", "b"})) << "what has people enough lacks nobody";
    EXPECT_EQ(ranked[0], (Ranked{"a", 100, 20, 80, 1, 700 + 43}));
    EXPECT_EQ(ranked[1], (Ranked{"b", 90, 30, 60, 3, 525 + 129}));
}

TEST(ShortageRanking, FewPostsAndOneEmployerAreNotRanked) {
    FactsByKey all;
    all[{"510500", "a"}] = facts(10, 0);
    all[{"510500", "b"}] = facts(9, 0);
    all[{"510500", "c"}] = facts(500, 0);
    const auto ranked = ranking_of(all, {{"a", 2}, {"b", 2}, {"c", 1}}, 7, {});
    ASSERT_EQ(codes(ranked), (Codes{"a"}));
    EXPECT_EQ(ranked[0].points, 700 + 43) << "what is left out is no yardstick";
    all[{"511500", "b"}] = facts(1, 1);
    EXPECT_EQ(codes(ranking_of(all, {{"a", 2}, {"b", 2}, {"c", 1}}, 7, {})), (Codes{"a", "b"})) << "ten posts in the region";
}

TEST(ShortageRanking, ACityPutsForwardItsLargestGapsAndTheListIsCut) {
    FactsByKey all;
    std::map<std::string, std::int64_t> employers;
    for (int i = 10; i < 35; ++i) {
        const auto code = "o" + std::to_string(i);
        employers[code] = 2;
        all[{"510500", code}] = facts(i, 0);
        all[{"511500", "p" + code}] = facts(i, 0);
        employers["p" + code] = 2;
    }
    RankingLimits limits;
    limits.listed = 45;
    EXPECT_EQ(ranking_of(all, employers, 7, limits).size(), 40U) << "twenty of each city";
    limits.listed = 30;
    const auto ranked = ranking_of(all, employers, 7, limits);
    EXPECT_EQ(ranked.size(), 30U);
    EXPECT_EQ(ranked[0].occupation, "o34") << "of equals the lower code";
    EXPECT_EQ(ranked[1].occupation, "po34");
}

}  // namespace ranking_test
}  // namespace jianghui::shortages
