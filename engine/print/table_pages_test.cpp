#include <gtest/gtest.h>

#include "engine/print/table_pages.hpp"

namespace jianghui::print {
namespace table_pages_test {

std::string printed(int rows) {
    const TableStyle style{.columns = {48, 120}, .columns_end = -40};
    TablePages pages(style);
    EXPECT_TRUE(pages.good());
    pages.heading("川南渝西需求清单");
    pages.fact("期间", "2026 年第四季度");
    pages.header({"序号", "地区"}, "人数");
    for (int i = 1; i <= rows; ++i) pages.row({std::to_string(i), "宜宾市"}, "12");
    return pages.finish("https://example.test/lists/1", "扫码查看");
}

TEST(TablePages, TheSameTableGivesTheSameBytes) {
    const auto one = printed(100);  // more than a page has room for
    EXPECT_EQ(one.substr(0, 5), "%PDF-");
    EXPECT_EQ(one, printed(100));
    EXPECT_NE(one, printed(101));
}

int pages_of(const std::string& pdf) {
    int pages = 0;
    for (auto at = pdf.find("/Type /Page\n"); at != std::string::npos; at = pdf.find("/Type /Page\n", at + 1)) ++pages;
    return pages;
}

std::string named(const std::string& name) {
    const TableStyle style{.columns = {48, 120}, .columns_end = -300};
    TablePages pages(style);
    pages.header({"序号", "职业"}, "人数");
    for (int i = 1; i <= 60; ++i) pages.row({std::to_string(i), name}, "12");
    return pages.finish("", "");
}

TEST(TablePages, ALongNameFlowsOverLinesAndOnlyAnEndlessOneIsCut) {
    const std::string occupation = "信息传输、软件和信息技术服务业其他从业人员";
    EXPECT_GT(pages_of(named("包装工")), 0);
    EXPECT_GT(pages_of(named(occupation)), pages_of(named("包装工"))) << "its rows are higher";
    EXPECT_NE(named(occupation), named(occupation + "甲")) << "its end is written";
    std::string endless;
    for (int i = 0; i < 40; ++i) endless += occupation;
    EXPECT_EQ(pages_of(named(endless)), pages_of(named(endless + endless))) << "three lines are the most";
}

}  // namespace table_pages_test
}  // namespace jianghui::print
