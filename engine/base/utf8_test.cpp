#include "engine/base/utf8.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::utf8_test {

TEST(Utf8, DecodesOneToFourBytes) {
    EXPECT_EQ(decode_utf8("aé单𠮷"), U"aé单𠮷");
    EXPECT_EQ(decode_utf8(""), U"");
}

TEST(Utf8, ReplacesEachByteThatCannotBeDecoded) {
    EXPECT_EQ(decode_utf8("a\xFF"
                          "b"),
              U"a\uFFFDb");
    EXPECT_EQ(decode_utf8("\xE4\xBD"), U"\uFFFD\uFFFD");
    EXPECT_EQ(decode_utf8("\xC0\x80"), U"\uFFFD\uFFFD") << "overlong";
    EXPECT_EQ(decode_utf8("\xED\xA0\x80"), U"\uFFFD\uFFFD\uFFFD") << "surrogate";
    EXPECT_EQ(decode_utf8("\xF4\x90\x80\x80").size(), 4U) << "over U+10FFFF";
}

TEST(Utf8, TakesOneAtATime) {
    std::string_view rest = "单a\x80";
    EXPECT_EQ(take_code_point(rest), U'单');
    EXPECT_EQ(take_code_point(rest), U'a');
    EXPECT_EQ(take_code_point(rest), std::nullopt);
    EXPECT_TRUE(rest.empty());
}

RC_GTEST_PROP(Utf8, RoundTripsEveryScalarValue, ()) {
    const auto values = *rc::gen::container<std::vector<std::uint32_t>>(
        rc::gen::suchThat(rc::gen::inRange<std::uint32_t>(0, 0x110000),
                          [](std::uint32_t c) { return c < 0xD800 || c > 0xDFFF; }));
    const std::u32string text(values.begin(), values.end());
    RC_ASSERT(decode_utf8(encode_utf8(text)) == text);
}

RC_GTEST_PROP(Utf8, NeverFailsOnBytes, (const std::string& bytes)) {
    RC_ASSERT(decode_utf8(bytes).size() <= bytes.size());
}

}  // namespace jianghui::utf8_test
