#include "engine/qr/qr.hpp"

#include <algorithm>
#include <utility>

#include <gtest/gtest.h>

namespace jianghui::qr {
namespace qr_test {

TEST(Qr, has_its_finder_patterns_and_a_side_of_21_plus_4_n) {
    const auto code = modules("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ");
    ASSERT_TRUE(code.has_value());
    EXPECT_EQ((code->side - 21) % 4, 0);
    for (const auto& [row, column] : {std::pair{0, 0}, {0, code->side - 7}, {code->side - 7, 0}})
        for (int i = 0; i < 7; ++i) {
            EXPECT_TRUE(code->is_dark(row, column + i));
            EXPECT_TRUE(code->is_dark(row + 6, column + i));
        }
}

TEST(Qr, draws_every_dark_module_inside_the_quiet_zone) {
    const std::string drawn = svg("江汇");
    const auto code = modules("江汇");
    ASSERT_TRUE(code.has_value());
    std::size_t squares = 0;
    for (auto at = drawn.find("h1v1h-1z"); at != std::string::npos; at = drawn.find("h1v1h-1z", at + 1))
        ++squares;
    EXPECT_EQ(squares, static_cast<std::size_t>(std::count(code->dark.begin(), code->dark.end(), true)));
    EXPECT_NE(drawn.find("M4 4h1"), std::string::npos) << "the first finder's corner";
}

TEST(Qr, has_none_for_nothing_and_for_too_much) {
    EXPECT_EQ(svg(""), "");
    EXPECT_EQ(svg(std::string(5000, 'x')), "");
}

}  // namespace qr_test
}  // namespace jianghui::qr
