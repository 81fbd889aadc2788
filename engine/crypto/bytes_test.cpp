#include "engine/crypto/bytes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::crypto {
namespace {

TEST(Hex, reads_both_cases_and_writes_lower) {
    EXPECT_EQ(to_hex(std::string("\x00\xab\xff", 3)), "00abff");
    EXPECT_EQ(from_hex("00ABff"), std::string("\x00\xab\xff", 3));
    EXPECT_EQ(from_hex(""), "");
}

TEST(Hex, refuses_what_is_none) {
    for (const auto* text : {"0", "0g", " 00", "0x00", "00 ", "é"})
        EXPECT_FALSE(from_hex(text)) << text;
}

// RFC 4648 section 10, without padding.
TEST(Base64url, writes_the_examples_of_the_standard) {
    EXPECT_EQ(to_base64url(""), "");
    EXPECT_EQ(to_base64url("f"), "Zg");
    EXPECT_EQ(to_base64url("fo"), "Zm8");
    EXPECT_EQ(to_base64url("foo"), "Zm9v");
    EXPECT_EQ(to_base64url("foobar"), "Zm9vYmFy");
    EXPECT_EQ(to_base64url("\xfb\xff"), "-_8");
}

TEST(Base64url, has_one_text_for_one_value) {
    for (const auto* text : {"Z", "Zg=", "Zg==", "Zh", "Zm9", "Zm9v Zg", "Zm+_", "Zm/_", "ZgA"})
        EXPECT_FALSE(from_base64url(text) && to_base64url(*from_base64url(text)) != text) << text;
    EXPECT_FALSE(from_base64url("Zh")) << "left-over bits must be zero";
    EXPECT_FALSE(from_base64url("Z")) << "a single digit is no byte";
    EXPECT_FALSE(from_base64url("Zg==")) << "no padding";
    EXPECT_FALSE(from_base64url("+/")) << "the other alphabet";
}

RC_GTEST_PROP(Codecs, come_back_unchanged, (const std::string& bytes)) {
    RC_ASSERT(from_hex(to_hex(bytes)) == bytes);
    RC_ASSERT(from_base64url(to_base64url(bytes)) == bytes);
}

RC_GTEST_PROP(Base64url, never_reads_what_it_would_not_write, ()) {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::element('A', 'B', 'Z', 'a', '0', '9', '-', '_', '=', '+'));
    const auto bytes = from_base64url(text);
    // In parentheses: the macro would otherwise take the two sides apart and evaluate both.
    RC_ASSERT((!bytes || to_base64url(*bytes) == text));
}

TEST(ConstantTime, compares_whole_values) {
    EXPECT_TRUE(equal_in_constant_time("", ""));
    EXPECT_TRUE(equal_in_constant_time("secret", "secret"));
    EXPECT_FALSE(equal_in_constant_time("secret", "secreT"));
    EXPECT_FALSE(equal_in_constant_time("secret", "secre"));
    EXPECT_FALSE(equal_in_constant_time(std::string("a\0b", 3), std::string("a\0c", 3)));
}

}  // namespace
}  // namespace jianghui::crypto
