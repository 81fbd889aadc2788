#include <gtest/gtest.h>

#include "features/statistics/pace.hpp"

namespace jianghui::statistics {
namespace {

using std::chrono::milliseconds;

TEST(Pace, FollowsWhatTheMachineCounts) {
    Pace pace;
    for (int run = 0; run < 40; ++run) pace.took(1000, milliseconds(50));  // 20 a millisecond.
    EXPECT_NEAR(pace.events(false), 800, 8);
    EXPECT_EQ(pace.events(true), 200) << "never so few that the commit is most of the work";
    for (int run = 0; run < 40; ++run) pace.took(100, milliseconds(50));
    EXPECT_EQ(pace.events(false), 200);
}

TEST(Pace, TakesFewerWhileSomebodyWaitsAndNeverTooMany) {
    Pace pace;
    for (int run = 0; run < 40; ++run) pace.took(4000, milliseconds(100));
    EXPECT_GT(pace.events(false), 4 * pace.events(true));
    for (int run = 0; run < 40; ++run) pace.took(4000, std::chrono::nanoseconds(0));
    EXPECT_EQ(pace.events(false), 4000);
    EXPECT_EQ(pace.events(true), 4000);
}

}  // namespace
}  // namespace jianghui::statistics
