#include "features/statistics/market.hpp"

#include <gtest/gtest.h>

namespace jianghui::statistics {
namespace market_test {

TEST(Market, SpreadsPeopleWithoutAPreferenceAndKeepsThemARow) {
    // Wuxi's rows of domain.md 3.1 within their whole.
    const Groups now{{"", {0, 16'556}}, {"2", {27'387, 23'883}}, {"6", {70'927, 74'820}},
                     {"4", {81'516, 60'000}}};
    const auto rows = market_rows(now, {}, {}, true);
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].ratio, std::nullopt);
    EXPECT_EQ(rows[1].ratio, 104);
    EXPECT_EQ(rows[1].demand_share, 1523);
    EXPECT_EQ(rows[3].ratio, 87);
    EXPECT_EQ(rows[3].ratio_quarter, std::nullopt) << "no earlier period";
}

TEST(Market, ChangesArePointsBetweenPeriods) {
    const Groups now{{"a", {60, 50}}, {"b", {40, 50}}};
    const Groups before{{"a", {50, 25}}, {"b", {50, 75}}};
    const auto rows = market_rows(now, before, Groups{}, false);
    EXPECT_EQ(rows[0].demand_share_quarter, 1000);
    EXPECT_EQ(rows[0].supply_share_quarter, 2500);
    EXPECT_EQ(rows[0].ratio, 120);
    EXPECT_EQ(rows[0].ratio_quarter, -80);
    EXPECT_EQ(rows[0].demand_share_year, std::nullopt) << "of nothing there is no share";
}

/// A place that was counted and had nobody asked for has 0, and its growth counts; one that was not counted is unknown.
TEST(Market, APlaceThatWasNotCountedIsNotOneWithNothing) {
    const Groups now{{"510500", {110, 40}}, {"511500", {90, 60}}};
    const Groups before{{"510500", {100, 50}}};
    const auto rows = market_rows(now, before, Groups{{"510500", {50, 50}}, {"511500", {0, 0}}}, false, AbsentGroup::unknown);
    EXPECT_EQ(rows[1].demand_share_quarter, std::nullopt) << "not 45 points more";
    EXPECT_EQ(rows[1].demand_share_year, 4500) << "it was counted a year ago";
    EXPECT_EQ(market_rows(now, before, {}, false)[1].demand_share_quarter, 4500) << "as of an occupation that nobody asked for";
    const auto panel = panel_growth({{"510500", {100, 50}}, {"511500", {0, 0}}}, now);
    EXPECT_EQ(panel.places, 2);
    EXPECT_EQ(panel.demand, 10'000);
}

TEST(Market, GrowthIsOfThePlacesThatBothPeriodsHave) {
    const Groups before{{"510500", {100, 50}}, {"511500", {10, 10}}};
    const Groups now{{"510500", {110, 40}}, {"510300", {500, 500}}};
    const auto panel = panel_growth(before, now);
    EXPECT_EQ(panel.places, 1);
    EXPECT_EQ(panel.demand, 1000);
    EXPECT_EQ(panel.supply, -2000);
    EXPECT_EQ(panel_growth({}, now).places, 0);
    EXPECT_EQ(panel_growth({}, now).demand, std::nullopt);
}

}  // namespace market_test
}  // namespace jianghui::statistics
