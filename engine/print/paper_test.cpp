#include <gtest/gtest.h>

#include "engine/print/paper.hpp"

namespace jianghui::print {
namespace paper_test {

std::string printed(int pages) {
    Paper paper(48, 16);
    EXPECT_TRUE(paper.good());
    for (int i = 0; i < pages; ++i) {
        if (i > 0) paper.next_page();
        paper.write_centred("川南渝西需求清单", 16);
        paper.go_down(32);
        paper.write_right("第 1 号", 9);
    }
    paper.code("https://example.test/lists/1", 72, "扫码查看", 9);
    paper.number_pages(9);
    return paper.bytes();
}

TEST(Paper, TheSameCallsGiveTheSameBytes) {
    const auto one = printed(2);
    EXPECT_EQ(one.substr(0, 5), "%PDF-");
    EXPECT_EQ(one, printed(2));
    EXPECT_NE(one, printed(3));
}

TEST(Paper, GoesDownFromTheFirstLineOfEachPage) {
    Paper paper(72, 22);
    const float whole = paper.room();
    paper.go_down(100);
    EXPECT_FLOAT_EQ(paper.room(), whole - 100);
    paper.next_page();
    EXPECT_FLOAT_EQ(paper.room(), whole);
    EXPECT_GT(paper.measure("泸州", 14), paper.measure("泸", 14));
}

}  // namespace paper_test
}  // namespace jianghui::print
