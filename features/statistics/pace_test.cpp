#include <gtest/gtest.h>

#include "features/statistics/pace.hpp"

namespace jianghui::statistics {
namespace {

using std::chrono::milliseconds;

TEST(Pace, FollowsWhatTheMachineCounts) {
    Pace pace;
    for (int run = 0; run < 40; ++run) pace.took(1000, milliseconds(25), false);  // 40 a millisecond.
    EXPECT_NEAR(pace.run(false).counted_max, 1600, 16);
    EXPECT_NEAR(pace.run(true).counted_max, 200, 2);
    for (int run = 0; run < 40; ++run) pace.took(100, milliseconds(50), false);
    EXPECT_EQ(pace.run(false).counted_max, 1000) << "never so few that the commit is most of the work";
    EXPECT_EQ(pace.run(true).counted_max, 100);
}

TEST(Pace, TakesFewerWhileSomebodyWaitsAndNeverTooMany) {
    Pace pace;
    for (int run = 0; run < 40; ++run) pace.took(4000, milliseconds(100), false);
    EXPECT_GE(pace.run(false).counted_max, 4 * pace.run(true).counted_max);
    for (int run = 0; run < 40; ++run) pace.took(4000, std::chrono::nanoseconds(0), false);
    EXPECT_EQ(pace.run(false).counted_max, 4000);
    EXPECT_EQ(pace.run(true).counted_max, 4000);
}

TEST(Pace, IsShortForAWhileAfterSomebodyHadToWait) {
    Pace pace;
    const int alone = pace.run(false).counted_max;
    pace.took(1000, milliseconds(50), true);  // As fast as it began with.
    EXPECT_EQ(pace.run(false).counted_max, pace.run(true).counted_max);
    for (int run = 0; run < 20; ++run) pace.took(1000, milliseconds(50), false);
    EXPECT_EQ(pace.run(false).counted_max, alone) << "nobody came";
}

TEST(Pace, LearnsNothingFromRunsThatCountedNothing) {
    Pace pace;
    for (int run = 0; run < 40; ++run) pace.took(1000, milliseconds(25), false);
    const int before = pace.run(false).counted_max;
    for (int run = 0; run < 40; ++run) pace.took(3, milliseconds(10), false);
    EXPECT_EQ(pace.run(false).counted_max, before);
    EXPECT_GE(pace.run(true).looked_at_max, 1000) << "what no measure reads is passed by quickly";
}

}  // namespace
}  // namespace jianghui::statistics
