#include <gtest/gtest.h>

#include "features/statistics/pace.hpp"

namespace jianghui::statistics {
namespace {

using std::chrono::milliseconds;

TEST(Pace, FollowsWhatTheMachineCounts) {
    Pace pace;
    for (int run = 0; run < 40; ++run) pace.took(1000, milliseconds(25));  // 40 a millisecond.
    EXPECT_NEAR(pace.events(false), 2000, 20);
    EXPECT_NEAR(pace.events(true), 400, 4);
    for (int run = 0; run < 40; ++run) pace.took(100, milliseconds(50));
    EXPECT_EQ(pace.events(false), 1000) << "never so few that the commit is most of the work";
    EXPECT_EQ(pace.events(true), 250);
}

TEST(Pace, TakesFewerWhileSomebodyWaitsAndNeverTooMany) {
    Pace pace;
    for (int run = 0; run < 40; ++run) pace.took(4000, milliseconds(100));
    EXPECT_GE(pace.events(false), 4 * pace.events(true));
    for (int run = 0; run < 40; ++run) pace.took(4000, std::chrono::nanoseconds(0));
    EXPECT_EQ(pace.events(false), 4000);
    EXPECT_EQ(pace.events(true), 4000);
}

}  // namespace
}  // namespace jianghui::statistics
