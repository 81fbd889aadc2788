#include "engine/base/fen.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::fen_test {

/// A hundred billion yuan: what the edge lets in (engine/codec), far from overflow.
constexpr std::int64_t largest = 10'000'000'000'000;

rc::Gen<std::int64_t> amounts() {
    return rc::gen::inRange<std::int64_t>(-largest, largest);
}

TEST(Fen, AddsAndSubtractsExactly) {
    EXPECT_EQ(Fen{150} + Fen{275}, Fen{425});
    EXPECT_EQ(Fen{150} - Fen{275}, Fen{-125});
    Fen sum{1};
    sum += Fen{2};
    EXPECT_EQ(sum, Fen{3});
}

RC_GTEST_PROP(Fen, SubtractionUndoesAddition, ()) {
    const Fen a{*amounts()};
    const Fen b{*amounts()};
    RC_ASSERT(a + b - b == a);
    RC_ASSERT(a + b == b + a);
    RC_ASSERT((a < b) == (a.value < b.value));
}

TEST(FenDeathTest, StopsBeforeItOverflows) {
    EXPECT_DEATH((void)(Fen{INT64_MAX} + Fen{1}), "invariant broken");
    EXPECT_DEATH((void)(Fen{INT64_MIN} - Fen{1}), "invariant broken");
    EXPECT_DEATH((void)multiply(Fen{INT64_MAX}, 2, 1), "invariant broken");
    EXPECT_DEATH((void)multiply(Fen{1}, 1, 0), "invariant broken");
}

TEST(Multiply, RoundsHalfAwayFromZero) {
    EXPECT_EQ(multiply(Fen{5}, 1, 2), Fen{3});
    EXPECT_EQ(multiply(Fen{-5}, 1, 2), Fen{-3});
    EXPECT_EQ(multiply(Fen{4}, 1, 3), Fen{1});
    EXPECT_EQ(multiply(Fen{-4}, 1, 3), Fen{-1});
    EXPECT_EQ(multiply(Fen{5}, 1, 3), Fen{2});
    EXPECT_EQ(multiply(Fen{2050}, 750, 100), Fen{15375});
    EXPECT_EQ(multiply(Fen{0}, 7, 3), Fen{0});
}

TEST(Multiply, KeepsTheFullProduct) {
    EXPECT_EQ(multiply(Fen{INT64_MAX}, INT64_MAX, INT64_MAX), Fen{INT64_MAX});
}

RC_GTEST_PROP(Multiply, IsTheNearestWholeFen, ()) {
    const std::int64_t amount = *amounts();
    const auto numerator = *rc::gen::inRange<std::int64_t>(-100000, 100000);
    const auto denominator = *rc::gen::inRange<std::int64_t>(1, 100000);
    const __int128 exact = static_cast<__int128>(amount) * numerator;
    const __int128 off =
        static_cast<__int128>(multiply(Fen{amount}, numerator, denominator).value) * denominator -
        exact;
    RC_ASSERT(2 * (off < 0 ? -off : off) <= denominator);
    RC_ASSERT(multiply(Fen{-amount}, numerator, denominator).value ==
              -multiply(Fen{amount}, numerator, denominator).value);
}

TEST(YuanText, HasSeparatorsAndTwoDecimals) {
    const std::pair<std::int64_t, std::string> cases[] = {
        {0, "0.00"},
        {5, "0.05"},
        {-5, "-0.05"},
        {99999, "999.99"},
        {123450, "1,234.50"},
        {100000000, "1,000,000.00"},
        {-123450, "-1,234.50"},
        {INT64_MIN, "-92,233,720,368,547,758.08"}};
    for (const auto& [fen, text] : cases) EXPECT_EQ(yuan_text(Fen{fen}), text);
}

}  // namespace jianghui::fen_test
