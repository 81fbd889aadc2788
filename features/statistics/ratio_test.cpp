#include "features/statistics/ratio.hpp"

#include <gtest/gtest.h>

namespace jianghui::statistics {
namespace ratio_test {

using Hundredths = std::optional<std::int64_t>;

/// The seven rows of Wuxi's table of the second quarter of 2013 by classes of occupations, as they were published
/// (hrss.wuxi.gov.cn/doc/2013/07/29/904527.shtml): 16,556 of its seekers had no preference.
TEST(Ratio, SpreadsPeopleWithoutAPreferenceByTheShareOfTheDemand) {
    struct Row {
        const char* name;
        std::int64_t demand, demand_share, supply, supply_share, ratio;
    };
    constexpr Row rows[] = {{"单位负责人", 5'453, 303, 4'894, 262, 101},
                            {"专业技术人员", 27'387, 1523, 23'883, 1280, 104},
                            {"办事人员和有关人员", 24'709, 1374, 24'939, 1336, 91},
                            {"商业和服务业人员", 39'052, 2172, 31'340, 1679, 112},
                            {"农林牧渔水利生产人员", 1'631, 91, 2'087, 112, 73},
                            {"生产运输设备操作工", 70'927, 3944, 74'820, 4008, 87},
                            {"其他", 10'672, 593, 8'135, 436, 117}};
    constexpr std::int64_t demand = 179'831, supply = 186'654, undecided = 16'556;
    std::int64_t demand_sum = 0, supply_sum = undecided;
    for (const auto& row : rows) {
        EXPECT_EQ(share_of(row.demand, demand), Hundredths(row.demand_share)) << row.name;
        EXPECT_EQ(share_of(row.supply, supply), Hundredths(row.supply_share)) << row.name;
        EXPECT_EQ(ratio_hundredths({row.demand, row.supply, demand, undecided}), Hundredths(row.ratio)) << row.name;
        demand_sum += row.demand;
        supply_sum += row.supply;
    }
    EXPECT_EQ(demand_sum, demand);
    EXPECT_EQ(supply_sum, supply);
    EXPECT_EQ(share_of(undecided, supply), Hundredths(887));
}

TEST(Ratio, OfAllTogetherIsDemandOverEverybody) {
    EXPECT_EQ(ratio_hundredths({8, 10, 8, 0}), Hundredths(80)) << "10 seekers for 8 posts";
    EXPECT_EQ(ratio_hundredths({8, 6, 8, 4}), Hundredths(80));
    EXPECT_EQ(ratio_hundredths({1'538'000, 517'000, 1'538'000, 0}), Hundredths(297)) << "2021Q2";
    EXPECT_EQ(ratio_hundredths({1'114'000, 418'000, 1'114'000, 0}), Hundredths(267)) << "2021Q3";
}

TEST(Ratio, ZeroAndNothingDiffer) {
    EXPECT_EQ(ratio_hundredths({0, 5, 8, 0}), Hundredths(0));
    EXPECT_EQ(ratio_hundredths({5, 0, 8, 0}), std::nullopt);
    EXPECT_EQ(ratio_hundredths({0, 0, 8, 3}), std::nullopt);
    EXPECT_EQ(ratio_hundredths({5, 0, 8, 8}), Hundredths(100));
    EXPECT_EQ(share_of(0, 0), std::nullopt);
    EXPECT_EQ(growth(0, 3), std::nullopt);
    EXPECT_EQ(growth(4, 3), Hundredths(-2500));
}

TEST(Ratio, RoundsHalfUp) {
    EXPECT_EQ(ratio_hundredths({1, 8, 1, 0}), Hundredths(13)) << "0.125";
    EXPECT_EQ(share_of(1, 3), Hundredths(3333));
    EXPECT_EQ(share_of(2, 3), Hundredths(6667));
    EXPECT_EQ(growth(8, 7), Hundredths(-1250));
}

}  // namespace ratio_test
}  // namespace jianghui::statistics
