#include "engine/app/rate_limit.hpp"

#include <gtest/gtest.h>

namespace jianghui::app {
namespace rate_limit_test {

constexpr Instant start{Milliseconds(1'800'000'000'000)};

TEST(RateLimiter, lets_a_burst_through_and_then_the_rate) {
    RateLimiter limiter({.per_second = 10, .burst = 5});
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(limiter.wait_for("a", 1, start));
    EXPECT_EQ(limiter.wait_for("a", 1, start), Milliseconds(100));
    EXPECT_EQ(limiter.wait_for("a", 1, start + Milliseconds(40)), Milliseconds(60));
    EXPECT_FALSE(limiter.wait_for("a", 1, start + Milliseconds(100)));
    EXPECT_TRUE(limiter.wait_for("a", 1, start + Milliseconds(100)));
}

TEST(RateLimiter, a_refusal_costs_nothing) {
    RateLimiter limiter({.per_second = 1, .burst = 1});
    EXPECT_FALSE(limiter.wait_for("a", 1, start));
    for (int i = 0; i < 1'000; ++i) EXPECT_TRUE(limiter.wait_for("a", 1, start));
    EXPECT_FALSE(limiter.wait_for("a", 1, start + Milliseconds(1'000)));
}

TEST(RateLimiter, callers_do_not_share_a_bucket) {
    RateLimiter limiter({.per_second = 1, .burst = 1});
    EXPECT_FALSE(limiter.wait_for("a", 1, start));
    EXPECT_FALSE(limiter.wait_for("b", 1, start));
    EXPECT_TRUE(limiter.wait_for("a", 1, start));
}

TEST(RateLimiter, what_costs_more_than_the_burst_is_possible_after_a_rest) {
    RateLimiter limiter({.per_second = 10, .burst = 5});
    EXPECT_FALSE(limiter.wait_for("a", 20, start));
    EXPECT_EQ(limiter.wait_for("a", 20, start), Milliseconds(2'000));
}

TEST(RateLimiter, no_rate_is_no_limit) {
    RateLimiter limiter({});
    for (int i = 0; i < 10'000; ++i) EXPECT_FALSE(limiter.wait_for("a", 1, start));
}

TEST(RateLimiter, remembers_a_bounded_number_of_callers_and_forgets_the_rested) {
    RateLimiter limiter({.per_second = 1, .burst = 1});
    for (int i = 0; i < 200'000; ++i)
        EXPECT_FALSE(limiter.wait_for("caller " + std::to_string(i), 1, start));
    EXPECT_TRUE(limiter.wait_for("caller 0", 1, start));
    // Long after, everybody's bucket is full: there is room to remember others.
    const Instant later = start + std::chrono::hours(1);
    EXPECT_FALSE(limiter.wait_for("another", 1, later));
    EXPECT_TRUE(limiter.wait_for("another", 1, later));
}

http::Request from(std::string remote, std::string forwarded = "") {
    http::Request request;
    request.remote = std::move(remote);
    if (!forwarded.empty()) request.headers.emplace_back("x-forwarded-for", std::move(forwarded));
    return request;
}

TEST(LimitedAddress, is_the_peers_whatever_it_claims) {
    EXPECT_EQ(limited_address(from("203.0.113.7")), "203.0.113.7");
    EXPECT_EQ(limited_address(from("203.0.113.7", "198.51.100.1")), "203.0.113.7");
    EXPECT_EQ(limited_address(from("::ffff:203.0.113.7")), "203.0.113.7");
}

TEST(LimitedAddress, of_ipv6_is_the_network_that_one_subscriber_gets) {
    EXPECT_EQ(limited_address(from("2001:db8:1:2:3:4:5:6")), "2001:db8:1:2::/64");
    EXPECT_EQ(limited_address(from("2001:db8:1:2:ffff::1")), "2001:db8:1:2::/64");
}

TEST(LimitedAddress, behind_a_proxy_of_this_machine_is_the_one_that_the_proxy_saw) {
    EXPECT_EQ(limited_address(from("127.0.0.1", "10.9.9.9, 203.0.113.7")), "203.0.113.7");
    EXPECT_EQ(limited_address(from("::1", "203.0.113.7")), "203.0.113.7");
    EXPECT_EQ(limited_address(from("127.0.0.1")), "");
    EXPECT_EQ(limited_address(from("127.0.0.1", "nonsense")), "");
}

}  // namespace rate_limit_test
}  // namespace jianghui::app
