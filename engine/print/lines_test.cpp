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

TEST(Lines, WhatHasNoRoomIsCutBetweenCharacters) {
    EXPECT_EQ(fitted("一二三", 3, width), "一二三");
    EXPECT_EQ(fitted("一二三四", 3, width), "一二…");
}

}  // namespace lines_test
}  // namespace jianghui::print
