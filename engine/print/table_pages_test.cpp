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

}  // namespace table_pages_test
}  // namespace jianghui::print
