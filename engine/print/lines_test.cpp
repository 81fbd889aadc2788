#include <gtest/gtest.h>

#include "engine/print/lines.hpp"

namespace jianghui::print {
namespace lines_test {

double width(const std::string& text) { return static_cast<double>(text.size()) / 3; }

TEST(Lines, LinesBreakBetweenCharactersAndNotBeforeMarks) {
    EXPECT_EQ(wrapped("一二三四五", 3, width), (std::vector<std::string>{"一二三", "四五"}));
    EXPECT_EQ(wrapped("一二三，四五", 3, width), (std::vector<std::string>{"一二三，", "四五"}));
    EXPECT_EQ(wrapped("", 3, width), std::vector<std::string>{""});
}

double letters(const std::string& text) {
    double width = 0;
    for (const char byte : text) width += static_cast<unsigned char>(byte) < 128 ? 1.0 : 2.0 / 3;
    return width;
}

TEST(Lines, NumbersWordsAndShortNotesAreNotCutAndNoLineEndsWithAnOpeningMark) {
    EXPECT_EQ(wrapped("下降0.01。", 6, letters), (std::vector<std::string>{"下降", "0.01。"}));
    EXPECT_EQ(wrapped("一二（三四", 6, letters), (std::vector<std::string>{"一二", "（三四"}));
    EXPECT_EQ(wrapped("一二[表5]三", 8, letters), (std::vector<std::string>{"一二", "[表5]三"}));
    EXPECT_EQ(wrapped("一abcdefgh", 4, letters), (std::vector<std::string>{"一ab", "cdef", "gh"})) << "no line has room for it";
}

TEST(Lines, WhatHasNoRoomIsCutBetweenCharacters) {
    EXPECT_EQ(fitted("一二三", 3, width), "一二三");
    EXPECT_EQ(fitted("一二三四", 3, width), "一二…");
}

}  // namespace lines_test
}  // namespace jianghui::print
