#include "features/privacy/rules.hpp"

#include <gtest/gtest.h>

namespace jianghui::privacy {
namespace rules_test {

using R = RetentionClass;

const Date today = *parse_date("2026-11-23");

Period period(RetentionClass record) {
    return {record == R::contract ? 2 : record == R::identity ? 0 : 3, "law"};
}

Keeping keeping(R record, const char* since, codec::json::value content = nullptr) {
    return {"part", {record, since ? parse_date(since) : std::nullopt, std::move(content)}, {}};
}

TEST(PrivacyRules, EachClassIsKeptForItsYearsFromItsDay) {
    const auto kept = keepings_of({keeping(R::contract, "2026-02-28", "terms"),
                                   keeping(R::wages, "2026-11-01", "sums")},
                                  period, today);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(date_text(*kept[0].until_on), "2028-02-28");
    EXPECT_EQ(date_text(*kept[1].until_on), "2029-11-01");
}

TEST(PrivacyRules, WhatIsOverIsNotKept) {
    EXPECT_TRUE(keepings_of({keeping(R::contract, "2024-11-22", "terms")}, period, today).empty());
    EXPECT_EQ(keepings_of({keeping(R::contract, "2024-11-23", "terms")}, period, today).size(), 1U)
        << "the last day counts";
}

TEST(PrivacyRules, WhatWasLeftInItsPlaceAndIsOverGoesAtOnce) {
    const auto lapsed = lapsed_of({keeping(R::case_file, "2023-11-22"),
                                   keeping(R::case_file, "2023-11-23"),
                                   keeping(R::contract, "2020-01-01", "terms"),
                                   keeping(R::register_entry, nullptr)},
                                  period, today);
    ASSERT_EQ(lapsed.size(), 1U) << "what has its own end, or is emptied with its rows, is not meant";
    EXPECT_EQ(date_text(*lapsed[0].kept.since_on), "2023-11-22");
}

TEST(PrivacyRules, WhoSheIsIsKeptAsLongAsTheLongestOfWhatIsSealed) {
    const auto kept = keepings_of({keeping(R::identity, nullptr, "name"),
                                   keeping(R::contract, "2026-11-23", "terms"),
                                   keeping(R::wages, "2026-11-23", "sums"),
                                   keeping(R::case_file, "2040-01-01")},
                                  period, today);
    ASSERT_EQ(kept.size(), 4U);
    EXPECT_EQ(date_text(*kept[0].until_on), "2029-11-23") << "an authority's file names her itself";
}

TEST(PrivacyRules, WhoSheIsGoesAtOnceWhenNothingIsSealed) {
    const auto kept = keepings_of({keeping(R::identity, nullptr, "name"),
                                   keeping(R::readings, "2026-11-23"),
                                   keeping(R::contract, "2020-01-01", "terms")},
                                  period, today);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].kept.record, R::readings);
}

TEST(PrivacyRules, OneNoticeForEachClassWithItsLatestDay) {
    const auto kept = keepings_of({keeping(R::wages, "2025-01-31", "a"),
                                   keeping(R::wages, "2026-01-31", "b"),
                                   keeping(R::register_entry, nullptr)},
                                  period, today);
    const auto notices = notices_of(kept, period);
    ASSERT_EQ(notices.size(), 2U);
    EXPECT_EQ(notices[0].record, R::wages);
    EXPECT_EQ(date_text(*notices[0].until_on), "2029-01-31");
    EXPECT_FALSE(notices[1].until_on) << "a register is kept by its authority";
}

TEST(PrivacyRules, EveryPeriodIsAParameter) {
    for (const auto record : {R::contract, R::wages, R::readings, R::case_file})
        EXPECT_FALSE(parameter_of(record).empty());
}

}  // namespace rules_test
}  // namespace jianghui::privacy
