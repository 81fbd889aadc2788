#include "engine/access/masking.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/base/code.hpp"
#include "engine/base/utf8.hpp"

namespace jianghui::access {
namespace {

TEST(Masking, shows_the_first_character_of_a_name) {
    EXPECT_EQ(mask_name("张三"), "张*");
    EXPECT_EQ(mask_name("张三丰"), "张*");
    EXPECT_EQ(mask_name("欧阳娜娜"), "欧*");
    EXPECT_EQ(mask_name("𠮷野"), "𠮷*");
    EXPECT_EQ(mask_name("Li Wei"), "L*");
    EXPECT_EQ(mask_name(""), "");
}

TEST(Masking, shows_both_ends_of_a_mobile_number) {
    EXPECT_EQ(mask_phone("13812341234"), "138****1234");
}

TEST(Masking, shows_less_of_other_phones) {
    EXPECT_EQ(mask_phone("083012345678"), "**********78");
    EXPECT_EQ(mask_phone("123456"), "****56");
    EXPECT_EQ(mask_phone("12345"), "*****");
    EXPECT_EQ(mask_phone(""), "");
}

TEST(Masking, shows_the_city_and_the_end_of_an_identity_number) {
    EXPECT_EQ(mask_identity_number("510302199001010013"), "5103**********0013");
    EXPECT_EQ(mask_identity_number("51030219900101001X"), "5103**********001X");
    EXPECT_EQ(mask_identity_number("510302900101001"), "***************");
    EXPECT_EQ(mask_identity_number(""), "");
}

RC_GTEST_PROP(Masking, never_shows_more_than_stated, (const std::string& text)) {
    const auto shown = [](const std::string& masked) {
        std::size_t count = 0;
        for (const char32_t c : decode_utf8(masked)) count += c == U'*' ? 0 : 1;
        return count;
    };
    RC_ASSERT(shown(mask_name(text)) <= 1U);
    RC_ASSERT(shown(mask_phone(text)) <= 7U);
    RC_ASSERT(shown(mask_identity_number(text)) <= 8U);
    RC_ASSERT(code_points(mask_phone(text)).has_value());
}

}  // namespace
}  // namespace jianghui::access
