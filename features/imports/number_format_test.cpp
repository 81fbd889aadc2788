#include "features/imports/number_format.hpp"

#include <gtest/gtest.h>

namespace jianghui::imports {
namespace {

std::string shown(std::string_view stored, std::string_view code) {
    return shown_number(stored, parse_number_format(code), false);
}

TEST(NumberFormat, ShowsDatesAsDates) {
    EXPECT_EQ(shown("46082", "yyyy-mm-dd"), "2026-03-01");
    EXPECT_EQ(shown("46082", "yyyy\"年\"m\"月\"d\"日\";@"), "2026-03-01");
    EXPECT_EQ(shown("46082", "[$-804]yyyy/m/d;@"), "2026-03-01");
    EXPECT_EQ(shown("46082.354166666664", "yyyy/m/d h:mm"), "2026-03-01 08:30:00");
    EXPECT_EQ(shown("0.354166666666667", "h:mm"), "08:30:00");
    EXPECT_EQ(shown("46082.999999999", "yyyy/m/d h:mm:ss"), "2026-03-02");
    EXPECT_EQ(shown_number("46082", builtin_number_format(14), false), "2026-03-01");
    EXPECT_EQ(shown_number("46082", builtin_number_format(31), false), "2026-03-01");
    EXPECT_EQ(shown_number("46082", builtin_number_format(57), false), "2026-03-01");
    EXPECT_EQ(shown_number("46082", builtin_number_format(22), false), "2026-03-01");
}

TEST(NumberFormat, KnowsBothDateSystems) {
    EXPECT_EQ(shown_number("0", builtin_number_format(14), true), "1904-01-01");
    EXPECT_EQ(shown_number("44620", builtin_number_format(14), true), "2026-03-01");
    // The 1900 system counts a 29 February that never was.
    EXPECT_EQ(shown_number("1", builtin_number_format(14), false), "1900-01-01");
    EXPECT_EQ(shown_number("59", builtin_number_format(14), false), "1900-02-28");
    EXPECT_EQ(shown_number("61", builtin_number_format(14), false), "1900-03-01");
}

TEST(NumberFormat, ShowsNumbersWithTheWordsOfTheirFormat) {
    EXPECT_EQ(shown("3.5", "0.0\"万\""), "3.5万");
    EXPECT_EQ(shown("5000", "#,##0\"元/月\""), "5000元/月");
    EXPECT_EQ(shown("5000.4", "0"), "5000");
    EXPECT_EQ(shown("5000.5", "0"), "5001");
    EXPECT_EQ(shown("0.285", "0.00"), "0.29");
    EXPECT_EQ(shown("-2.5", "0.0"), "-2.5");
    EXPECT_EQ(shown("0.125", "0.0%"), "12.5%");
    EXPECT_EQ(shown("7", "000"), "007");
    EXPECT_EQ(shown("1200", "[$¥-804]#,##0.00"), "¥1200.00");
}

TEST(NumberFormat, KeepsThePlainNumberWhereItDoesNotUnderstand) {
    EXPECT_EQ(shown("12345", "0!.0,\"万\""), "12345");
    EXPECT_EQ(shown("12345", "0,"), "12345");
    EXPECT_EQ(shown("12345", "0.00E+00"), "12345");
    EXPECT_EQ(shown("0.5", "# ?/?"), "0.5");
    EXPECT_EQ(shown("12", "@"), "12");
    EXPECT_EQ(shown("12", ""), "12");
}

TEST(NumberFormat, ShowsFifteenDigitsAsSpreadsheetsDo) {
    EXPECT_EQ(shown("0.30000000000000004", "General"), "0.3");
    EXPECT_EQ(shown("5.10502199001011E+17", "General"), "510502199001011000");
    EXPECT_EQ(shown("-5.10502199001011E+17", "General"), "-510502199001011000");
    EXPECT_EQ(shown("1234567.891", "General"), "1234567.891");
    EXPECT_EQ(shown("1E-3", "General"), "0.001");
    EXPECT_EQ(shown("1E+300", "General"), "1e+300");
    EXPECT_EQ(shown("0", "General"), "0");
}

TEST(NumberFormat, KeepsAllDigitsThatTheFileHas) {
    EXPECT_EQ(shown("510502199001011234", "General"), "510502199001011234");
    EXPECT_EQ(shown("510502199001011234", "0"), "510502199001011234");
}

TEST(NumberFormat, LeavesTextAlone) {
    EXPECT_EQ(shown("#N/A", "0.00"), "#N/A");
    EXPECT_EQ(shown("", "0"), "");
    EXPECT_EQ(shown("nan", "0"), "nan");
    EXPECT_EQ(shown("99999999", "yyyy-mm-dd"), "99999999");
    EXPECT_EQ(shown("-1", "yyyy-mm-dd"), "-1");
}

}  // namespace
}  // namespace jianghui::imports
