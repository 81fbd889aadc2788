#include "features/imports/near_duplicates.hpp"

#include <chrono>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::imports {
namespace {

PostFacts post(std::int64_t row, std::string text = "", std::string pay = "6000") {
    PostFacts facts;
    facts.row = row;
    facts.employer = "甲公司";
    facts.title = "包装工";
    facts.place = "511502";
    facts.pay = std::move(pay);
    facts.text = std::move(text);
    facts.cells = fmt::format("row {}", row);
    return facts;
}

const std::string long_text = "负责成品酒的包装、贴标、装箱和质量检查，按时完成当班产量，服从班组安排";

TEST(NearDuplicates, PointToTheFirstOfEqualRows) {
    NearDuplicates seen;
    auto facts = post(2, long_text);
    EXPECT_FALSE(seen.add(facts).has_value());
    facts.row = 9;
    EXPECT_EQ(seen.add(facts), (DuplicateOf{2, DuplicateReason::same_row, 1000}));
}

TEST(NearDuplicates, SeeThroughSpelling) {
    NearDuplicates seen;
    EXPECT_FALSE(seen.add(post(2, long_text)).has_value());
    auto facts = post(3, "负责成品酒的包装,贴标,装箱和质量检查。按时完成当班产量；服从班组安排 ");
    facts.title = " 包装工 ";
    facts.employer = "甲　公司";
    EXPECT_EQ(seen.add(facts), (DuplicateOf{2, DuplicateReason::same_post_same_text, 1000}));
}

TEST(NearDuplicates, SeeSimilarText) {
    NearDuplicates seen;
    EXPECT_FALSE(seen.add(post(2, long_text)).has_value());
    const auto found = seen.add(post(3, long_text + "等"));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->row, 2);
    EXPECT_EQ(found->reason, DuplicateReason::same_post_similar_text);
    EXPECT_GE(found->similarity_per_mille, 900);
}

TEST(NearDuplicates, LeaveOtherDemandsAlone) {
    NearDuplicates seen;
    EXPECT_FALSE(seen.add(post(2, long_text)).has_value());
    EXPECT_FALSE(seen.add(post(3, "教学|师范|数学|授课|讲义|教学辅导计划")).has_value());
    auto place = post(4, long_text);
    place.place = "511503";
    EXPECT_FALSE(seen.add(place).has_value());
    auto period = post(5, long_text);
    period.terms = "2026-03-01|2026-08-31||";
    EXPECT_FALSE(seen.add(period).has_value());
    auto employer = post(6, long_text);
    employer.employer = "乙公司";
    EXPECT_FALSE(seen.add(employer).has_value());
    auto title = post(7, long_text);
    title.title = "质检员";
    EXPECT_FALSE(seen.add(title).has_value());
}

TEST(NearDuplicates, JudgeByThePayWhenThereIsNoText) {
    NearDuplicates seen;
    EXPECT_FALSE(seen.add(post(2, "", "6000")).has_value());
    EXPECT_FALSE(seen.add(post(3, "", "8000")).has_value());
    EXPECT_EQ(seen.add(post(4, "", "8000"))->row, 3);
}

TEST(NearDuplicates, FindPeopleByNumberOrNameAndPhone) {
    NearDuplicates seen;
    PersonFacts first{2, "510502199001011234", "张三", "13800000000", "a"};
    EXPECT_FALSE(seen.add(first).has_value());
    PersonFacts number{3, "510502199001011234", "张叁", "", "b"};
    EXPECT_EQ(seen.add(number), (DuplicateOf{2, DuplicateReason::same_id_number, 1000}));
    PersonFacts phone{4, "510502199001019999", "张 三", "13800000000", "c"};
    EXPECT_EQ(seen.add(phone), (DuplicateOf{2, DuplicateReason::same_name_and_phone, 1000}));
    PersonFacts other{5, "510502199001018888", "李四", "13800000000", "d"};
    EXPECT_FALSE(seen.add(other).has_value());
    PersonFacts no_phone{6, "510502199001017777", "张三", "", "e"};
    EXPECT_FALSE(seen.add(no_phone).has_value());
}

TEST(NearDuplicates, HaveAReasonInBothLanguages) {
    for (const auto reason :
         {DuplicateReason::same_row, DuplicateReason::same_post_same_text,
          DuplicateReason::same_post_similar_text, DuplicateReason::same_id_number,
          DuplicateReason::same_name_and_phone, DuplicateReason::known_already}) {
        EXPECT_FALSE(reason_text(reason).zh.empty());
        EXPECT_FALSE(reason_text(reason).en.empty());
    }
}

TEST(TextSimilarity, IsOneOfEqualTextsAndZeroOfStrangers) {
    EXPECT_EQ(text_similarity("", ""), 1000);
    EXPECT_EQ(text_similarity("包装工", "包 装 工"), 1000);
    EXPECT_EQ(text_similarity("包装", "教师"), 0);
    EXPECT_EQ(text_similarity("ab", ""), 0);
    EXPECT_EQ(text_similarity("abc", "abd"), 333);  // ab of {ab, bc, bd}
}

RC_GTEST_PROP(TextSimilarityProperty, IsSymmetricAndReflexive, ()) {
    const auto letters = rc::gen::container<std::string>(rc::gen::inRange('a', 'e'));
    const auto a = *letters;
    const auto b = *letters;
    RC_ASSERT(text_similarity(a, b) == text_similarity(b, a));
    RC_ASSERT(text_similarity(a, a) == 1000);
    RC_ASSERT(text_similarity(a, b) >= 0 && text_similarity(a, b) <= 1000);
}

TEST(NearDuplicates, TakeSecondsForTheWorstHundredThousandRows) {
    // All rows in one group with different texts: every row is compared with 64 others.
    NearDuplicates seen;
    const auto start = std::chrono::steady_clock::now();
    int found = 0;
    for (int row = 0; row < 20'000; ++row) {
        std::string text;
        std::uint64_t state = static_cast<std::uint64_t>(row) + 1;
        for (int i = 0; i < 40; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            text += static_cast<char>('a' + (state >> 33U) % 26);
        }
        if (seen.add(post(row, text))) ++found;
    }
    EXPECT_EQ(found, 0);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
}

}  // namespace
}  // namespace jianghui::imports
