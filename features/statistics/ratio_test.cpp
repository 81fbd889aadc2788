#include "features/statistics/ratio.hpp"

#include <gtest/gtest.h>

namespace jianghui::statistics {
namespace ratio_test {

using Hundredths = std::optional<std::int64_t>;

TEST(Ratio, SpreadsPeopleWithoutAPreferenceByTheShareOfTheDemand) {
    // The two rows of Wuxi's table whose numbers domain.md 3.1 gives: 15.23 % and 39.44 % of the demand.
    constexpr std::int64_t demand = 179'830;
    EXPECT_EQ(share_of(27'387, demand), Hundredths(1523));
    EXPECT_EQ(share_of(70'927, demand), Hundredths(3944));
    EXPECT_EQ(ratio_hundredths({27'387, 23'883, demand, 16'556}), Hundredths(104));
    EXPECT_EQ(ratio_hundredths({70'927, 74'820, demand, 16'556}), Hundredths(87));
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
