#include <gtest/gtest.h>

#include "features/cases/pdf.hpp"

namespace jianghui::cases {
namespace pdf_test {

TEST(Pdf, TheSameTextGivesTheSameBytes) {
    std::string text = "泸州市江阳区某某人力资源有限公司：\n\n";
    for (int i = 0; i < 60; ++i) text += "你单位提交的申请，经审查符合规定条件，准予许可。（𠮷、㙓等罕用字照印）\n\n";
    const Printing printing{"准予许可决定书", "510502人服准[2026]0001号", text,
                            "https://example.test/documents/x?digest=0", "扫码核验真伪"};
    const auto first = pdf_of(printing);
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(first->substr(0, 5), "%PDF-");
    EXPECT_EQ(*first, *pdf_of(printing));
    auto other = printing;
    other.number += "x";
    EXPECT_NE(*first, *pdf_of(other));
}

}  // namespace pdf_test
}  // namespace jianghui::cases
