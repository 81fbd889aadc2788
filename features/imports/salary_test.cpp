#include "features/imports/salary.hpp"

#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/codec/codec.hpp"

namespace jianghui::imports {
namespace {

/// The result of a spelling in the words of testdata/salary.table.
std::string summary(const Cell<Salary>& read) {
    if (!read) return read.error().code;
    const auto amount = [](const std::optional<Fen>& fen) {
        return fen ? fmt::format("{}", fen->value) : std::string("-");
    };
    return fmt::format("{},{} {} {}{}{}", amount(read->min), amount(read->max),
                       codec::enum_text(read->unit), read->months_per_year,
                       read->negotiable ? " n" : "", read->approximate ? " a" : "");
}

TEST(Salary, ReadsEverySpellingOfTheTable) {
    std::ifstream table(std::string(PART_FOLDER) + "/testdata/salary.table");
    std::string line;
    int spellings = 0;
    while (std::getline(table, line)) {
        if (line.empty() || line.starts_with("#")) continue;
        const auto tab = line.find('\t');
        ASSERT_NE(tab, std::string::npos) << line;
        EXPECT_EQ(summary(parse_salary(line.substr(0, tab))), line.substr(tab + 1)) << line;
        ++spellings;
    }
    EXPECT_GE(spellings, 100);
}

TEST(Salary, AnEmptyCellIsNoPayAndNoFault) {
    for (const auto* text : {"", " ", "-", "/", "　", "——", "无", "\xEF\xBC\x8D"}) {
        const auto read = parse_salary(text);
        ASSERT_TRUE(read.has_value()) << text;
        EXPECT_FALSE(read->given) << text;
    }
}

TEST(Salary, NotesTheArithmeticOfYearlyPay) {
    const auto read = parse_salary("15-25万/年");
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->note.zh, "年薪 150,000.00 元 ÷ 12 = 每月 12,500.00 元。");
}

TEST(Salary, NotesThatTheMonthWasAssumed) {
    EXPECT_NE(parse_salary("6-8千")->note.en.find("monthly"), std::string::npos);
    EXPECT_EQ(parse_salary("6-8千/月")->note.en, "");
}

TEST(Salary, KeepsTheWordsThatGoWithIt) {
    EXPECT_EQ(parse_salary("3000+提成")->remark, "+提成");
    EXPECT_EQ(parse_salary("3000元/月，包吃住")->remark, "包吃住");
    EXPECT_EQ(parse_salary("5000（税后）")->remark, "(税后)");
}

TEST(Salary, SaysWhatWouldBeAccepted) {
    EXPECT_EQ(parse_salary("6-8").error().accepted,
              (std::vector<std::string>{"6-8千/月", "6-8元/小时", "6-8元/件"}));
    EXPECT_EQ(parse_salary("200").error().accepted.front(), "200元/天");
    EXPECT_EQ(parse_salary("15-25万").error().accepted.front(), "15-25万/年");
    EXPECT_EQ(parse_salary("8000-6000元").error().accepted.front(), "6000-8000元");
    EXPECT_GE(parse_salary("高薪").error().accepted.size(), 5U);
}

TEST(Salary, EveryAcceptedSpellingIsAccepted) {
    for (const auto* text : {"6-8", "200", "15-25万", "8000-6000元", "高薪", "150", "500000"}) {
        const auto read = parse_salary(text);
        ASSERT_FALSE(read.has_value()) << text;
        for (const auto& accepted : read.error().accepted)
            EXPECT_TRUE(parse_salary(accepted).has_value()) << text << " → " << accepted;
    }
}

TEST(Salary, TakesUnitAndScaleFromTheHeader) {
    EXPECT_EQ(summary(parse_salary("6-8", salary_hint("薪资（千元/月）"))),
              "600000,800000 month 12");
    EXPECT_EQ(summary(parse_salary("200", salary_hint("日薪"))), "20000,20000 day 12");
    EXPECT_EQ(summary(parse_salary("20", salary_hint("工价(元/小时)"))), "2000,2000 hour 12");
    EXPECT_EQ(summary(parse_salary("15", salary_hint("年薪（万元）"))), "1250000,1250000 month 12");
    EXPECT_EQ(summary(parse_salary("0.5", salary_hint("单价（元/件）"))), "50,50 piece 12");
    // What the cell itself says counts more.
    EXPECT_EQ(summary(parse_salary("200元/天", salary_hint("月薪"))), "20000,20000 day 12");
    EXPECT_EQ(summary(parse_salary("6千", salary_hint("薪资（千元）"))), "600000,600000 month 12");
    EXPECT_EQ(salary_hint("工资").unit, SalaryHint::Unit::none);
}

TEST(Salary, RefusesTextThatIsTooLongOrNoText) {
    EXPECT_EQ(summary(parse_salary(std::string(5000, '9'))), "salary_unreadable");
    EXPECT_EQ(summary(parse_salary("\xFF\xFF")), "salary_unreadable");
}

RC_GTEST_PROP(SalaryProperty, ReadsBackWhatItWrites, ()) {
    Salary salary;
    salary.given = true;
    salary.unit = *rc::gen::element(PayUnit::month, PayUnit::day, PayUnit::hour, PayUnit::piece);
    const auto low = *rc::gen::inRange<std::int64_t>(1, 100'000);
    const auto high = *rc::gen::inRange<std::int64_t>(low, 900'000);
    salary.min = Fen{low};
    salary.max = Fen{high};
    const auto shape = *rc::gen::inRange(0, 4);
    if (shape == 1) salary.min.reset();
    if (shape == 2) salary.max.reset();
    if (shape == 3) salary.negotiable = true;
    salary.months_per_year = *rc::gen::inRange(12, 25);
    if (salary.unit != PayUnit::month) salary.months_per_year = 12;
    const auto text = salary_text(salary);
    const auto read = parse_salary(text);
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->min == salary.min);
    RC_ASSERT(read->max == salary.max);
    RC_ASSERT(read->unit == salary.unit);
    RC_ASSERT(read->months_per_year == salary.months_per_year);
    RC_ASSERT(read->negotiable == salary.negotiable);
}

RC_GTEST_PROP(SalaryProperty, NeverInventsAReversedRangeWhateverTheText, ()) {
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "1", "2.5", "80", "000", "千", "万", "k", "-", "~", "元", "/", "月", "天", "小时", "年", "件",
        "薪", "13", "·", "以上", "以下", "面议", "(", ")", "+", "，", " ", "一", "十", "百", "每", "起"));
    std::string text;
    for (const auto& word : words) text += word;
    const auto read = parse_salary(text);
    if (!read) {
        RC_ASSERT(!read.error().code.empty());
        return;
    }
    if (read->min && read->max) RC_ASSERT(*read->min <= *read->max);
    if (read->min) RC_ASSERT(read->min->value >= 0);
    if (read->given && !read->min && !read->max)
        RC_ASSERT(read->negotiable || read->unit == PayUnit::piece);
}

}  // namespace
}  // namespace jianghui::imports
