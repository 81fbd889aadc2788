#include "features/imports/cell_values.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::imports {
namespace {

using std::chrono::August;
using std::chrono::day;
using std::chrono::March;
using std::chrono::year;

constexpr Date today{year(2026), August, day(1)};

std::string number(std::string_view text) {
    const auto read = parse_number(text, {1, 10'000});
    if (!read) return read.error().code;
    return *read ? fmt::format("{}", **read) : "";
}

TEST(Number, ReadsCountsAsPeopleWriteThem) {
    for (const auto* text : {"20", "20人", "20名", "２０", " 20 个", "二十", "20.0", "二十人"})
        EXPECT_EQ(number(text), "20") << text;
    EXPECT_EQ(number("1,200人"), "1200");
    EXPECT_EQ(number("一百零五"), "105");
    EXPECT_EQ(number("两百"), "200");
    EXPECT_EQ(number("十"), "10");
    EXPECT_EQ(number("1千"), "1000");
    EXPECT_EQ(number(""), "");
}

TEST(Number, IsNeverGuessed) {
    for (const auto* text : {"若干", "3-5", "3~5人", "多名", "20.5", "-3", "约20", "20左右", "1,20",
                             "99999999999999999999", "二十多"})
        EXPECT_EQ(number(text), "number_unreadable") << text;
    EXPECT_EQ(number("0"), "number_out_of_range");
    EXPECT_EQ(number("10001"), "number_out_of_range");
    EXPECT_EQ(parse_number("0", {1, 9}).error().accepted.front(), "1–9");
}

std::string date(std::string_view text) {
    const auto read = parse_date_cell(text, today);
    if (!read) return read.error().code;
    return *read ? date_text(**read) : "";
}

TEST(DateCell, ReadsDatesAsPeopleWriteThem) {
    for (const auto* text :
         {"2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日", "2026年3月1号", "20260301", "46082",
          "２０２６／３／１", "2026-03-01 08:30:00", "2026-03-01T08:30:00Z", "2026/3/1 8:30",
          " 2026 - 03 - 01 ", "2026年03月01日"})
        EXPECT_EQ(date(text), "2026-03-01") << text;
    EXPECT_EQ(date("2024-02-29"), "2024-02-29");
}

TEST(DateCell, KnowsTheWordsForNowAndForOpen) {
    for (const auto* text : {"即日起", "随时", "立即上岗", "ASAP"})
        EXPECT_EQ(date(text), "2026-08-01") << text;
    for (const auto* text : {"", "-", "长期", "不限"}) EXPECT_EQ(date(text), "") << text;
}

TEST(DateCell, DoesNotGuess) {
    for (const auto* text : {"3/1/2026", "26/3/1", "2026年3月", "3月1日", "01.03.2026"})
        EXPECT_EQ(date(text), "date_ambiguous") << text;
    for (const auto* text : {"2026-02-30", "2026-13-01", "20261301", "2025-02-29", "明天", "99999",
                             "12", "2026-3-1-4", "2026/3/001", "2026"})
        EXPECT_EQ(date(text), "date_unreadable") << text;
}

RC_GTEST_PROP(DateCellProperty, EverySpellingOfADayIsThatDay, ()) {
    const auto on = add_days(Date(year(1960), March, day(1)), *rc::gen::inRange(0, 36'000));
    const int y = static_cast<int>(on.year());
    const auto m = static_cast<unsigned>(on.month());
    const auto d = static_cast<unsigned>(on.day());
    const auto serial = days_between(Date(year(1899), std::chrono::December, day(30)), on);
    for (const auto& text : {fmt::format("{}/{}/{}", y, m, d), fmt::format("{}年{}月{}日", y, m, d),
                             fmt::format("{}{:02}{:02}", y, m, d), fmt::format("{}", serial)})
        RC_ASSERT(date(text) == date_text(on));
}

std::optional<Education> education(std::string_view text) {
    const auto read = parse_education(text);
    EXPECT_TRUE(read.has_value()) << text;
    return read ? *read : std::nullopt;
}

TEST(EducationCell, ReadsLevels) {
    EXPECT_EQ(education("本科及以上"), Education::bachelor);
    EXPECT_EQ(education("大专"), Education::college);
    EXPECT_EQ(education("大专以上学历"), Education::college);
    EXPECT_EQ(education("中专/高中"), Education::senior_middle);
    EXPECT_EQ(education("初中"), Education::junior_middle);
    EXPECT_EQ(education("不限"), Education::any);
    EXPECT_EQ(education("学历不限"), Education::any);
    EXPECT_EQ(education("初中及以下"), Education::any);
    EXPECT_EQ(education("硕士研究生"), Education::master);
    EXPECT_EQ(education("Bachelor"), Education::bachelor);
    EXPECT_EQ(education("技校"), Education::secondary_school);
    EXPECT_EQ(education(""), std::nullopt);
}

TEST(EducationCell, RefusesOtherWordsWithTheLevels) {
    for (const auto* text : {"好", "985", "本科优先", "/"}) {
        const auto read = parse_education(text);
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error().code, "education_unknown");
        for (const auto& accepted : read.error().accepted)
            EXPECT_TRUE(parse_education(accepted).has_value()) << accepted;
    }
}

TEST(ExperienceCell, ReadsYears) {
    using E = Experience;
    const auto years = [](std::string_view text) {
        const auto read = parse_experience(text);
        EXPECT_TRUE(read.has_value() && *read) << text;
        return read && *read ? **read : E{-1, {}};
    };
    EXPECT_EQ(years("3-4年"), (E{3, 4}));
    EXPECT_EQ(years("3-5年经验"), (E{3, 5}));
    EXPECT_EQ(years("3年～5年"), (E{3, 5}));
    EXPECT_EQ(years("1年以上"), (E{1, {}}));
    EXPECT_EQ(years("一年及以上工作经验"), (E{1, {}}));
    EXPECT_EQ(years("5"), (E{5, {}}));
    EXPECT_EQ(years("5年"), (E{5, {}}));
    EXPECT_EQ(years("2年以下"), (E{0, 2}));
    EXPECT_EQ(years("经验不限"), (E{0, {}}));
    EXPECT_EQ(years("无需经验"), (E{0, {}}));
    EXPECT_EQ(years("应届生"), (E{0, {}}));
    EXPECT_EQ(years("半年"), (E{0, {}}));
    EXPECT_EQ(years("10+ years"), (E{10, {}}));
    EXPECT_FALSE(parse_experience("")->has_value());
    for (const auto* text : {"5-3年", "丰富", "100年", "3-年", "年"})
        EXPECT_EQ(parse_experience(text).error().code, "experience_unreadable") << text;
}

TEST(WordCell, ReadsShiftsAndKinds) {
    EXPECT_EQ(*parse_word("长白班", shift_words()), "day");
    EXPECT_EQ(*parse_word("两班倒", shift_words()), "rotating");
    EXPECT_EQ(*parse_word("Night Shift", shift_words()), "night");
    EXPECT_EQ(*parse_word("劳务派遣", order_kind_words()), "dispatch");
    EXPECT_EQ(*parse_word("recruit", order_kind_words()), "recruit");
    EXPECT_FALSE(parse_word("", shift_words())->has_value());
    const auto unknown = parse_word("随便", shift_words());
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(unknown.error().code, "word_unknown");
    EXPECT_EQ(unknown.error().accepted.size(), 5U);
}

TEST(HoursCell, ReadsTenthsOfHours) {
    EXPECT_EQ(*parse_hours_tenths("8"), 80);
    EXPECT_EQ(*parse_hours_tenths("8小时"), 80);
    EXPECT_EQ(*parse_hours_tenths("每天7.5小时"), 75);
    EXPECT_EQ(*parse_hours_tenths("八小时/天"), 80);
    EXPECT_EQ(parse_hours_tenths("25").error().code, "number_out_of_range");
    EXPECT_EQ(parse_hours_tenths("8-10").error().code, "number_unreadable");
    EXPECT_EQ(parse_hours_tenths("8.25").error().code, "number_unreadable");
}

TEST(MoneyCell, ReadsOneAmount) {
    EXPECT_EQ(*parse_money("300元/人"), Fen{30'000});
    EXPECT_EQ(*parse_money("￥1,200.50"), Fen{120'050});
    EXPECT_EQ(*parse_money("1千"), Fen{100'000});
    EXPECT_FALSE(parse_money("")->has_value());
    EXPECT_EQ(parse_money("面议").error().code, "number_unreadable");
    EXPECT_EQ(parse_money("1-2").error().code, "number_unreadable");
}

TEST(Words, AreSplitAtEverySignThatPeopleUse) {
    EXPECT_EQ(split_words("电焊、钣金，电工;钳工|电焊 / 叉车\n"),
              (std::vector<std::string>{"电焊", "钣金", "电工", "钳工", "叉车"}));
    EXPECT_TRUE(split_words(" 、, ").empty());
}

TEST(Comparable, LeavesOutWhatDoesNotTellTextsApart) {
    EXPECT_EQ(comparable(" 包装工（白班） "), comparable("包装工(白班)"));
    EXPECT_EQ(comparable("ＪＡＶＡ 工程师"), comparable("java工程师"));
    EXPECT_NE(comparable("C++"), comparable("C"));
    EXPECT_EQ(comparable("—（）"), "");
}

}  // namespace
}  // namespace jianghui::imports
