#include <gtest/gtest.h>

#include "engine/print/text_pages.hpp"

namespace jianghui::print {
namespace text_pages_test {

std::string printed(int paragraphs) {
    TextPages pages{TextStyle()};
    EXPECT_TRUE(pages.good());
    pages.title("紧缺职业开发指引");
    pages.heading("数字出处");
    for (int i = 0; i < paragraphs; ++i) pages.paragraph("需求人数与求职人数之比。", 10);
    return pages.finish("https://example.test/shortages/1", "扫码查看");
}

TEST(TextPages, TheSameTextGivesTheSameBytes) {
    const auto one = printed(100);  // more than a page has room for
    EXPECT_EQ(one.substr(0, 5), "%PDF-");
    EXPECT_EQ(one, printed(100));
    EXPECT_NE(one, printed(101));
}

}  // namespace text_pages_test
}  // namespace jianghui::print
