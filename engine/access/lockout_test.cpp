#include "engine/access/lockout.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::access {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

const Instant start = *parse_instant("2026-11-23T09:00:00+08:00");
constexpr LockoutPolicy policy{};

TEST(Lockout, locks_at_the_fifth_wrong_password) {
    Attempts attempts;
    for (int left = 4; left >= 1; --left) {
        attempts = after_failure(attempts, policy, start);
        EXPECT_FALSE(is_locked(attempts, start));
        EXPECT_EQ(attempts_left(attempts, policy, start), left);
    }
    attempts = after_failure(attempts, policy, start);
    EXPECT_TRUE(is_locked(attempts, start));
    EXPECT_EQ(attempts_left(attempts, policy, start), 0);
    EXPECT_TRUE(is_locked(attempts, start + minutes(15) - Milliseconds(1)));
    EXPECT_FALSE(is_locked(attempts, start + minutes(15)));
    EXPECT_EQ(attempts_left(attempts, policy, start + minutes(15)), 5);
}

TEST(Lockout, looks_at_a_sliding_window) {
    Attempts attempts;
    for (int i = 0; i < 4; ++i) attempts = after_failure(attempts, policy, start + minutes(i * 4));
    // 9:00, 9:04, 9:08, 9:12; at 9:15 the first one no longer counts.
    EXPECT_FALSE(
        is_locked(after_failure(attempts, policy, start + minutes(15)), start + minutes(15)));
    EXPECT_TRUE(is_locked(after_failure(attempts, policy, start + minutes(15) - Milliseconds(1)),
                          start + minutes(15)));
}

TEST(Lockout, keeps_no_more_times_than_it_needs) {
    Attempts attempts;
    for (int i = 0; i < 1000; ++i) {
        const Instant now = start + minutes(i * 4);
        attempts = after_failure(attempts, policy, now);
        EXPECT_LT(attempts.failed_at.size(), 5U);
    }
}

TEST(Lockout, must_not_be_asked_while_locked) {
    const Attempts locked{{}, start + minutes(1)};
    EXPECT_DEATH((void)after_failure(locked, policy, start), "is_locked");
}

// The oracle: look at every failure that was let through, ever.
RC_GTEST_PROP(Lockout, locks_exactly_when_five_fall_into_one_window, ()) {
    const auto gaps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 600));
    Attempts attempts;
    std::vector<Instant> let_through;
    std::optional<Instant> locked_until;
    Instant now = start;
    for (const int gap : gaps) {
        now += seconds(gap);
        const bool expected_locked = locked_until && now < *locked_until;
        RC_ASSERT(is_locked(attempts, now) == expected_locked);
        if (expected_locked) continue;
        attempts = after_failure(attempts, policy, now);
        let_through.push_back(now);
        const auto in_window = std::count_if(let_through.begin(), let_through.end(),
                                             [&](auto at) { return at > now - policy.window; });
        if (in_window >= policy.wrong_max) {
            locked_until = now + policy.locked_for;
            let_through.clear();
        }
    }
}

}  // namespace
}  // namespace jianghui::access
