#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/matching/decimal.hpp"

namespace jianghui::matching {
namespace decimal_test {

TEST(Decimal, ReadsExactly) {
    using D = Decimal;
    EXPECT_EQ(D::parse("12"), (D{12, 0}));
    EXPECT_EQ(D::parse("-12.50"), (D{-125, 1}));
    EXPECT_EQ(D::parse("+0.001"), (D{1, 3}));
    EXPECT_EQ(D::parse(".5"), (D{5, 1}));
    EXPECT_EQ(D::parse("1.2e3"), (D{1200, 0}));
    EXPECT_EQ(D::parse("12E-3"), (D{12, 3}));
    EXPECT_EQ(D::parse("1e+2"), (D{100, 0}));
    EXPECT_EQ(D::parse("-0.000000000000000000000"), (D{0, 0}));
    EXPECT_EQ(D::parse("0.30000000000000000000000"), (D{3, 1}));
    EXPECT_EQ(D::parse("1234567890123456789"), (D{1234567890123456789, 0}));
    EXPECT_EQ(D::parse("0.00004981234567890123"), (D{4981234567890123, 20})) << "as programs print a double";
    EXPECT_EQ(decimal_text(D::parse("-123456789012345678901234567890")->digits, 0), "-123456789012345678901234567890");
    EXPECT_EQ(decimal_text(*D::parse("0.5")->at(30), 30), "0.5");
    EXPECT_FALSE(D::parse("1")->at(30)) << "31 digits";
    for (const char* wrong : {"", "-", ".", "5.", "1,5", "1 ", " 1", "1e", "1e+", "1e+-2", "0x10", "nan",
                              "inf", "1.2.3", "--1", "1e30", "1000000000000000000000000000000",
                              "0.0000000000000000000000000000001"})
        EXPECT_FALSE(D::parse(wrong)) << wrong;
}

TEST(Decimal, WritesAsShortAsItCan) {
    EXPECT_EQ(decimal_text(0, 3), "0");
    EXPECT_EQ(decimal_text(1250, 2), "12.5");
    EXPECT_EQ(decimal_text(-5, 3), "-0.005");
    EXPECT_EQ(decimal_text(300, 2), "3");
    EXPECT_EQ(decimal_text(Wide{INT64_MAX} * 10, 1), "9223372036854775807");
}

RC_GTEST_PROP(Decimal, reads_what_it_wrote, ()) {
    const auto digits = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
    const int places = *rc::gen::inRange(0, 19);
    const auto read = Decimal::parse(decimal_text(digits, places));
    RC_ASSERT(read.has_value());
    const auto there = read->at(places);
    RC_ASSERT(there.has_value());
    RC_ASSERT(*there == digits);
}

}  // namespace decimal_test
}  // namespace jianghui::matching
