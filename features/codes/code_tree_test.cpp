#include "features/codes/code_tree.hpp"

#include <gtest/gtest.h>

namespace jianghui::codes::code_tree_test {

std::vector<Entry> entries() {
    return {{"6", "生产制造人员", "", 1},
            {"6-02", "食品人员", "6", 2},
            {"6-02-06", "酒类人员", "6-02", 3},
            {"6-02-06-01", "酿酒师", "6-02-06", 4},
            {"6-02-06-03", "白酒酿造工", "6-02-06", 4}};
}

CodeTree tree() {
    return CodeTree::create("t.csv", entries(), {2, 3, 4, 5, 6}).value();
}

TEST(CodeTree, FindsEntriesAndTheirPath) {
    const CodeTree occupations = tree();
    ASSERT_NE(occupations.find("6-02-06-03"), nullptr);
    EXPECT_EQ(occupations.path(*occupations.find("6-02-06-03")),
              (std::vector<std::string>{"生产制造人员", "食品人员", "酒类人员", "白酒酿造工"}));
    EXPECT_EQ(occupations.path(*occupations.find("6")), (std::vector<std::string>{"生产制造人员"}));
    EXPECT_EQ(occupations.find("6-03"), nullptr);
    EXPECT_EQ(occupations.find(""), nullptr);
    EXPECT_EQ(CodeTree().find("6"), nullptr);
}

TEST(CodeTree, RefusesTwinsOrphansAndSkippedLevels) {
    const auto fault = [](Entry extra) {
        auto all = entries();
        all.push_back(std::move(extra));
        const auto made = CodeTree::create("t.csv", all, {2, 3, 4, 5, 6, 7});
        return made ? std::string() : made.error().path;
    };
    EXPECT_EQ(fault({"6-02-06-02", "酒精酿造工", "6-02-06", 4}), "");
    EXPECT_EQ(fault({"6-02", "食品人员", "6", 2}), "t.csv:7");
    EXPECT_EQ(fault({"6-03-01", "烟叶人员", "6-03", 3}), "t.csv:7");
    EXPECT_EQ(fault({"6-03-01", "烟叶人员", "6", 3}), "t.csv:7");
}

TEST(CodeTree, OffersKinOfAnUnknownCode) {
    EXPECT_EQ(tree().nearest_codes("6-02-06-99"),
              (std::vector<std::string>{"6-02-06-01", "6-02-06-03"}));
    EXPECT_EQ(tree().nearest_codes("酿造"), std::vector<std::string>{"6-02-06-03"});
    EXPECT_TRUE(tree().nearest_codes("9").empty());
    EXPECT_TRUE(tree().nearest_codes("").empty());
}

TEST(NearestByBeginning, PrefersTheCommonBeginningToFewEdits) {
    EXPECT_EQ(nearest_by_beginning("510599", {"510302", "510502", "410599"}),
              (std::vector<std::string>{"510502"}));
    EXPECT_EQ(nearest_by_beginning("5105", {"510502", "510503"}),
              (std::vector<std::string>{"510502", "510503"}));
    EXPECT_TRUE(nearest_by_beginning("x", {"510502"}).empty());
}

}  // namespace jianghui::codes::code_tree_test
