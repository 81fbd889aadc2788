#include "features/surveys/sample.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

namespace jianghui::surveys {
namespace sample_test {

std::vector<Village> frame() {
    return {{"511502", "菜坝村", "平坝", 60, 1}, {"511502", "高店村", "山区", 20, 4},
            {"511502", "宗场村", "平坝", 40, 1}, {"511504", "观音村", "山区", 80, 2}};
}
std::vector<Stratum> stratum(const std::vector<std::pair<std::int64_t, double>>& sizes) {
    std::vector<Stratum> strata;
    for (const auto& [size, spread] : sizes) strata.push_back({"", "", size, spread, {}});
    return strata;
}

TEST(SurveySample, StrataArePlaceAndType) {
    const auto strata = strata_of(frame());
    ASSERT_EQ(strata.size(), 3U);
    EXPECT_EQ(strata[0].type, "山区");  // bytes: 山 before 平
    EXPECT_EQ(strata[1].size, 100);
    EXPECT_EQ(strata[1].villages, (std::vector<int>{0, 2}));
    EXPECT_DOUBLE_EQ(strata[0].spread, 4);
}

TEST(SurveySample, AllotmentsByHand) {
    using Numbers = std::vector<std::int64_t>;
    EXPECT_EQ(allotted(stratum({{100, 1}, {300, 1}}), Allotment::proportional, 40, 2), (Numbers{10, 30}));
    EXPECT_EQ(allotted(stratum({{100, 6}, {300, 1}}), Allotment::neyman, 30, 2), (Numbers{20, 10}));
    EXPECT_EQ(allotted(stratum({{2, 1}, {998, 1}}), Allotment::proportional, 20, 5), (Numbers{2, 18}));
}

TEST(SurveySample, AllotmentsKeepTheirSumAndBounds) {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<std::pair<std::int64_t, double>> sizes;
        for (int i = 0; i < 5; ++i) sizes.emplace_back(1 + random() % 60, 1 + random() % 9);
        const auto strata = stratum(sizes);
        const std::int64_t wanted = 1 + static_cast<std::int64_t>(random() % 200);
        const std::int64_t least = static_cast<std::int64_t>(random() % 4);
        const auto numbers = allotted(strata, Allotment::neyman, wanted, least);
        std::int64_t all = 0;
        std::int64_t lowest = 0;
        for (std::size_t i = 0; i < strata.size(); ++i) {
            EXPECT_GE(numbers[i], std::min(least, strata[i].size));
            EXPECT_LE(numbers[i], strata[i].size);
            all += strata[i].size;
            lowest += std::min(least, strata[i].size);
        }
        EXPECT_EQ(std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0}),
                  std::clamp(wanted, lowest, all));
    }
}

TEST(SurveySample, TheSeedTellsTheWholeOrder) {
    const auto villages = frame();
    const auto strata = strata_of(villages);
    const auto seed = crypto::sm3("seed");
    const auto first = drawn_from(villages, strata[1], seed, 10);
    const auto all = drawn_from(villages, strata[1], seed, 1000);
    ASSERT_EQ(first.size(), 10U);
    ASSERT_EQ(all.size(), 100U);
    EXPECT_TRUE(std::equal(first.begin(), first.end(), all.begin())) << "replacements come after";
    std::set<std::pair<int, std::int64_t>> seen;
    for (const auto& one : all) seen.emplace(one.village, one.ordinal);
    EXPECT_EQ(seen.size(), 100U) << "every household once";
    EXPECT_NE(first, drawn_from(villages, strata[1], crypto::sm3("other"), 10));
}

}  // namespace sample_test
}  // namespace jianghui::surveys
