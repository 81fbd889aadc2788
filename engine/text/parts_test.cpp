#include "engine/text/parts.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/base/base.hpp"

namespace jianghui::text::parts_test {

/// Parts joined by '|', those in brackets with '*'.
std::string cut(std::string_view text) {
    std::string out;
    for (const auto& part : parts_of(text)) {
        if (!out.empty()) out += '|';
        if (part.in_brackets) out += '*';
        out += encode_utf8(part.text);
    }
    return out;
}

std::string pieces(std::string_view text) {
    const std::u32string part = decode_utf8(text);
    std::string out;
    for (const auto piece : pieces_of(part)) {
        if (!out.empty()) out += ' ';
        out += encode_utf8(piece);
    }
    return out;
}

TEST(Parts, AreWhatStandsBetweenSeparators) {
    EXPECT_EQ(cut("电焊工"), "电焊工");
    EXPECT_EQ(cut("客服专员/售后邀约"), "客服专员|售后邀约");
    EXPECT_EQ(cut("急聘：ＣＮＣ操作工（包吃住）-南京"), "急聘|cnc操作工|*包吃住|南京");
    EXPECT_EQ(cut("【急招】出纳"), "*急招|出纳");
    EXPECT_EQ(cut("会计+双休+五险"), "会计|双休|五险");
    EXPECT_EQ(cut("C++开发"), "c++开发");
    EXPECT_EQ(cut("软件工程师（Qt C++方向）"), "软件工程师|*qt|*c++方向");
    EXPECT_EQ(cut("Java 开发"), "java|开发");
    EXPECT_EQ(cut("） ( ! 、"), "");
    EXPECT_EQ(cut("((深) 层)外"), "*深|*层|外");
    EXPECT_EQ(cut("\xFF\xFE工"), "工");
    EXPECT_EQ(cut(""), "");
}

TEST(Parts, AreReadToALimit) {
    EXPECT_EQ(parts_of("一二三四五", 3).at(0).text, U"一二三");
}

TEST(Pieces, AreCharactersNumbersAndWords) {
    EXPECT_EQ(pieces("电焊工"), "电 焊 工");
    EXPECT_EQ(pieces("java开发"), "java 开 发");
    EXPECT_EQ(pieces("c++"), "c++");
    EXPECT_EQ(pieces("3国语"), "3 国 语");
    EXPECT_EQ(pieces("4s店"), "4 s 店");
}

TEST(Noise, IsTakenOutOfAPart) {
    const Noise noise({"急聘", "高级", "包吃", "包吃住", "岗"});
    EXPECT_EQ(noise.without(U"急聘高级焊工包吃住"), U"焊工");
    EXPECT_EQ(noise.without(U"2024焊工8000"), U"焊工");
    EXPECT_EQ(noise.without(U"包吃住"), U"") << "nothing else was said";
    EXPECT_EQ(noise.without(U"急聘工"), U"") << "one character is no name";
}

RC_GTEST_PROP(Parts, HoldNothingButLettersOfAnyBytes, (const std::string& bytes)) {
    for (const auto& part : parts_of(bytes)) {
        RC_ASSERT(!part.text.empty());
        std::size_t length = 0;
        for (const auto piece : pieces_of(part.text)) length += piece.size();
        RC_ASSERT(length == part.text.size());
    }
}

}  // namespace jianghui::text::parts_test
