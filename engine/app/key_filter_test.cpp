#include "engine/app/key_filter.hpp"

#include <string>

#include <gtest/gtest.h>

namespace jianghui::key_filter_test {

using app::KeyFilter;

constexpr Instant start{Milliseconds(1'800'000'000'000)};
constexpr std::size_t small = 1U << 16;

TEST(KeyFilter, HasWhatWasAddedAndLittleElse) {
    KeyFilter filter(small);
    for (int i = 0; i < 4'000; ++i) filter.add(AccountId{7}, std::to_string(i), start);
    int wrong = 0;
    for (int i = 0; i < 4'000; ++i) {
        EXPECT_TRUE(filter.may_have(AccountId{7}, std::to_string(i)));
        if (filter.may_have(AccountId{8}, std::to_string(i))) ++wrong;
    }
    EXPECT_LT(wrong, 100);
}

TEST(KeyFilter, KeepsWhatIsYoungAndForgetsWhatIsOld) {
    KeyFilter filter(small);
    filter.add(AccountId{1}, "first", start);
    const auto later = [](int hours) { return start + std::chrono::hours(hours); };
    filter.add(AccountId{1}, "second", later(49));
    filter.add(AccountId{1}, "third", later(51));
    EXPECT_TRUE(filter.may_have(AccountId{1}, "first"));
    filter.add(AccountId{1}, "fourth", later(102));
    EXPECT_FALSE(filter.may_have(AccountId{1}, "first"));
    EXPECT_FALSE(filter.may_have(AccountId{1}, "second"));  // 53 hours old
    EXPECT_TRUE(filter.may_have(AccountId{1}, "third"));
    EXPECT_TRUE(filter.may_have(AccountId{1}, "fourth"));
}

}  // namespace jianghui::key_filter_test
