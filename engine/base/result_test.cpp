#include "engine/base/result.hpp"

#include <memory>

#include <gtest/gtest.h>

namespace jianghui::result_test {

constexpr ErrorCode order_full{"order_full", Kind::conflict, "订单已满。", "The order is full."};

Result<int> take(int wanted) {
    if (wanted > 3) return refuse(order_full);
    return wanted;
}

Result<int> take_twice(int first, int second) {
    TRY(const int one, take(first));
    TRY(const int two, take(second));
    return one + two;
}

Result<Done> check_both(int first, int second, int& reached) {
    TRY_DO(take(first));
    ++reached;
    TRY_DO(take(second));
    ++reached;
    return Done{};
}

Result<std::unique_ptr<int>> make(int value) {
    TRY(const int taken, take(value));
    return std::make_unique<int>(taken);
}

Result<int> unwrap(int value) {
    TRY(const auto pointer, make(value));
    return *pointer;
}

TEST(Error, CarriesTheSentencesOfItsCode) {
    const Error refused = error(order_full);
    EXPECT_EQ(refused.kind, Kind::conflict);
    EXPECT_EQ(refused.code, "order_full");
    EXPECT_EQ(refused.message, (Text{"订单已满。", "The order is full."}));
    EXPECT_TRUE(refused.path.empty());
    EXPECT_EQ(error(order_full, {"只剩 2 席。", "2 seats are left."}).message.zh, "只剩 2 席。");
}

TEST(Error, NamesPlaceFactsAndChoices) {
    const Error refused =
        error(order_full).at("/seats").with("remaining", "2").with("asked", "5").near({"1", "2"});
    EXPECT_EQ(refused.path, "/seats");
    EXPECT_EQ(refused.nearest, (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(refused.facts, (std::vector<Fact>{{"remaining", "2"}, {"asked", "5"}}));
}

TEST(Try, GoesOnWithTheValueOrReturnsTheError) {
    EXPECT_EQ(take_twice(1, 2).value(), 3);
    const auto refused = take_twice(1, 4);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "order_full");
}

TEST(Try, StopsAtTheFirstRefusal) {
    int reached = 0;
    EXPECT_TRUE(check_both(1, 2, reached));
    EXPECT_EQ(reached, 2);
    reached = 0;
    EXPECT_FALSE(check_both(1, 9, reached));
    EXPECT_EQ(reached, 1);
    reached = 0;
    EXPECT_FALSE(check_both(9, 1, reached));
    EXPECT_EQ(reached, 0);
}

TEST(Try, MovesValuesThatCannotBeCopied) {
    EXPECT_EQ(unwrap(3).value(), 3);
    EXPECT_FALSE(unwrap(4));
}

TEST(Refuse, TakesAnErrorThatWasMadeBefore) {
    const auto refused = []() -> Result<Done> { return refuse(error(order_full).at("/x")); }();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().path, "/x");
}

TEST(SharedCodes, AllSpeakBothLanguages) {
    for (const ErrorCode* code :
         {&not_found, &not_allowed, &internal_error, &unknown_code, &out_of_range}) {
        EXPECT_FALSE(code->zh.empty()) << code->code;
        EXPECT_FALSE(code->en.empty()) << code->code;
    }
}

TEST(AssertDeathTest, NamesTheBrokenInvariant) {
    EXPECT_DEATH(ASSERT(1 + 1 == 3), "invariant broken: 1 \\+ 1 == 3");
}

}  // namespace jianghui::result_test
