#include "engine/base/id.hpp"

#include <set>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/base/random.hpp"

namespace jianghui::id_test {

using namespace std::chrono;
using namespace std::chrono_literals;

const Instant noon = sys_days(2026y / November / 24d) + 12h;

RC_GTEST_PROP(Id, RoundTripsThroughItsText, ()) {
    const auto number = *rc::gen::positive<std::int64_t>();
    const std::string text = id_text(number);
    RC_ASSERT(text.size() == 13U);
    RC_ASSERT(id_number(text) == number);
    RC_ASSERT(OrderId::parse(text)->number == number);
}

RC_GTEST_PROP(Id, SortsAsTextLikeAsNumber, ()) {
    const auto a = *rc::gen::positive<std::int64_t>();
    const auto b = *rc::gen::positive<std::int64_t>();
    RC_ASSERT((a < b) == (id_text(a) < id_text(b)));
}

RC_GTEST_PROP(Id, HasOneSpellingOnly, (const std::string& text)) {
    const auto number = id_number(text);
    if (number) RC_ASSERT(id_text(*number) == text);
}

TEST(Id, RefusesOtherSpellings) {
    for (const std::string text :
         {"", "0r5k2m9x8q3v", "0r5k2m9x8q3va0", "0R5K2M9X8Q3VA", "0r5k2m9x8q3vi", "0r5k2m9x8q3vl",
          "0r5k2m9x8q3vo", "0r5k2m9x8q3vu", "8000000000000", "0000000000000", "0r5k2m9x8q3v "})
        EXPECT_FALSE(id_number(text)) << text;
    EXPECT_TRUE(id_number("0r5k2m9x8q3va"));
    EXPECT_EQ(id_number("7zzzzzzzzzzzz"), INT64_MAX);
}

TEST(Id, NoneIsFalse) {
    EXPECT_FALSE(OrderId{});
    EXPECT_TRUE(OrderId{1});
}

TEST(IdSource, MakesIdsThatSortByTime) {
    IdSource source(7);
    const auto first = source.next<OrderId>(noon);
    const auto second = source.next<OrderId>(noon);
    const auto third = source.next<OrderId>(noon + 1ms);
    EXPECT_LT(first, second);
    EXPECT_LT(second, third);
}

TEST(IdSource, RepeatsWithTheSameSeed) {
    IdSource one(7), same(7), other(8);
    const auto id = one.next<OrderId>(noon);
    EXPECT_EQ(id, same.next<OrderId>(noon));
    EXPECT_NE(id, other.next<OrderId>(noon));
}

TEST(IdSource, StaysUniqueWhenTheClockStandsOrGoesBack) {
    IdSource source(7);
    const auto before = source.next<OrderId>(noon);
    EXPECT_LT(before, source.next<OrderId>(noon - 1h));
    // More ids in one millisecond than its 21 bits hold: the source borrows from the next.
    OrderId last = before;
    for (int i = 0; i < (1 << 21) + 5; ++i) {
        const auto id = source.next<OrderId>(noon);
        ASSERT_LT(last, id);
        last = id;
    }
}

TEST(IdSource, IsSharedByThreads) {
    IdSource source(7);
    std::vector<std::vector<OrderId>> made(4);
    std::vector<std::thread> threads;
    for (auto& list : made)
        threads.emplace_back([&list, &source] {
            for (int i = 0; i < 5000; ++i) list.push_back(source.next<OrderId>(noon));
        });
    for (auto& thread : threads) thread.join();
    std::set<OrderId> all;
    for (const auto& list : made) all.insert(list.begin(), list.end());
    EXPECT_EQ(all.size(), 20000U);
}

TEST(IdSource, SourcesOfDifferentNodesNeverCollide) {
    std::set<OrderId> all;
    for (int node = 0; node < 64; ++node) {
        // The same seed and time, so that the nodes alone keep them apart; more than fit a millisecond.
        IdSource source(1, std::make_shared<std::atomic<int>>(node));
        for (int i = 0; i < 2000; ++i) all.insert(source.next<OrderId>(noon));
    }
    EXPECT_EQ(all.size(), 64U * 2000U);
    IdSource source(1, std::make_shared<std::atomic<int>>(63));
    std::set<OrderId> many;
    for (int i = 0; i < 100'000; ++i) many.insert(source.next<OrderId>(noon));
    EXPECT_EQ(many.size(), 100'000U);
}

TEST(Random, IsTheSameForTheSameSeed) {
    Random one(42), same(42);
    for (int i = 0; i < 100; ++i) EXPECT_EQ(one.bits(), same.bits());
}

RC_GTEST_PROP(Random, StaysBelowItsBound, ()) {
    Random random(*rc::gen::arbitrary<std::uint64_t>());
    const auto bound = *rc::gen::positive<std::uint64_t>();
    RC_ASSERT(random.below(bound) < bound);
    const double fraction = random.fraction();
    RC_ASSERT(fraction >= 0.0 && fraction < 1.0);
}

TEST(SystemSeed, DiffersFromRunToRun) {
    EXPECT_NE(system_seed(), system_seed());
}

}  // namespace jianghui::id_test
