// The bell calls who listens, and says who does.

#include <gtest/gtest.h>

#include "engine/journal/journal.hpp"

namespace jianghui::journal {
namespace bell_test {

TEST(Bell, CallsEverybodyWhoStillListens) {
    Bell bell;
    int one = 0;
    int other = 0;
    const auto stays = bell.listen([&] { ++one; });
    auto goes = bell.listen([&] { ++other; });
    bell.ring();
    goes.reset();
    bell.ring();
    EXPECT_EQ(one, 2);
    EXPECT_EQ(other, 1);
}

TEST(Bell, GivesOutItsListenersForWhoCallsThemOneByOne) {
    Bell bell;
    int called = 0;
    const auto stays = bell.listen([&] { ++called; });
    auto goes = bell.listen([&] { ++called; });
    const auto present = bell.present();
    ASSERT_EQ(present.size(), 2U);
    goes.reset();  // While a round is under way: it is not called any more.
    for (const auto& entry : present) entry->call();
    EXPECT_EQ(called, 1);
}

TEST(Bell, CountsWhoHasGoneUntilItLooks) {
    Bell bell;
    EXPECT_EQ(bell.count(), 0U);
    auto goes = bell.listen([] {});
    EXPECT_EQ(bell.count(), 1U);
    goes.reset();
    EXPECT_TRUE(bell.present().empty());
    EXPECT_EQ(bell.count(), 0U);
}

}  // namespace bell_test
}  // namespace jianghui::journal
