// Working time, percentiles, intervals: exact cases, and against counting by hand.

#include <gtest/gtest.h>

#include <algorithm>

#include "features/efficiency/intervals.hpp"
#include "features/efficiency/summing.hpp"

namespace jianghui::efficiency {
namespace rules_test {

using namespace std::chrono;  // NOLINT: dates
const Hours usual;

/// Weekends off, 2026-10-01 to 07 off, Saturday 2026-10-10 worked.
WorkingDays calendar() {
    std::map<sys_days, bool> days{{sys_days(2026y / October / 10), true}};
    for (unsigned day = 1; day <= 7; ++day) days[sys_days(2026y / October / std::chrono::day(day))] = false;
    return WorkingDays(days);
}
Instant at(const char* text) { return *parse_instant(std::string(text) + ":00+08:00"); }

TEST(WorkingTime, OnlyOfficeHoursOfWorkingDays) {
    const auto minutes = [](const char* from, const char* to) {
        return working_minutes(at(from), at(to), calendar(), usual);
    };
    EXPECT_EQ(usual.a_day(), 420);
    EXPECT_EQ(minutes("2026-09-21T09:00", "2026-09-21T17:30"), 420);
    EXPECT_EQ(minutes("2026-09-21T08:00", "2026-09-21T23:00"), 420);
    EXPECT_EQ(minutes("2026-09-21T12:00", "2026-09-21T13:30"), 0) << "lunch";
    EXPECT_EQ(minutes("2026-09-21T11:59", "2026-09-21T13:31"), 2);
    EXPECT_EQ(minutes("2026-09-25T17:00", "2026-09-28T09:30"), 60) << "over a weekend";
    EXPECT_EQ(minutes("2026-09-30T17:30", "2026-10-08T09:00"), 0) << "the holiday";
    EXPECT_EQ(minutes("2026-10-10T09:00", "2026-10-10T10:00"), 60) << "a Saturday that is worked";
    EXPECT_EQ(minutes("2026-09-21T10:00", "2026-09-21T10:00"), 0);
    EXPECT_EQ(minutes("2026-09-22T10:00", "2026-09-21T10:00"), 0);
}

TEST(WorkingTime, DaysAreCountedAsPeriodsAre) {
    EXPECT_EQ(working_days(at("2026-09-25T16:00"), at("2026-09-28T09:00"), calendar()), 1);
    EXPECT_EQ(working_days(at("2026-09-28T09:00"), at("2026-09-28T16:00"), calendar()), 0);
    EXPECT_EQ(working_days(at("2026-09-30T09:00"), at("2026-10-10T09:00"), calendar()), 3);
    EXPECT_EQ(natural_days(at("2026-09-30T23:59"), at("2026-10-01T00:00")), 1);
}

TEST(Percentiles, ByNearestRank) {
    const auto of = [](std::vector<std::int64_t> values, int percent) {
        std::sort(values.begin(), values.end());
        return percentile(values, percent);
    };
    EXPECT_EQ(of({}, 50), std::nullopt);
    EXPECT_EQ(of({7}, 90), 7);
    EXPECT_EQ(of({4, 1, 3, 2}, 50), 2) << "a value that some case had";
    EXPECT_EQ(of({10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 90), 9);
    EXPECT_EQ(of({11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 90), 10);
    EXPECT_EQ(of({3, 1, 2}, 100), 3);
}

TEST(Intervals, WilsonAsPublished) {
    // Brown, Cai, DasGupta 2001 and the calculators: 0/10, 5/10, 10/10, 81/263 (Newcombe 1998, table I).
    EXPECT_EQ(proportion(0, 10), (Proportion{10, 0, 0, 0, 278}));
    EXPECT_EQ(proportion(5, 10), (Proportion{10, 5, 500, 237, 763}));
    EXPECT_EQ(proportion(10, 10), (Proportion{10, 10, 1000, 722, 1000}));
    EXPECT_EQ(proportion(81, 263), (Proportion{263, 81, 308, 255, 366}));
    EXPECT_EQ(proportion(0, 0).per_mille, std::nullopt);
}

TEST(Intervals, OfADifferenceAsPublished) {
    // Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10, in per mille.
    const auto between = [](std::int64_t hits, std::int64_t of, std::int64_t less, std::int64_t of_less) {
        return points_between(proportion(less, of_less), proportion(hits, of));
    };
    EXPECT_EQ(between(56, 70, 48, 80), (PointsBetween{200, 52, 334}));
    EXPECT_EQ(between(9, 10, 3, 10), (PointsBetween{600, 171, 809}));
    EXPECT_EQ(between(5, 56, 0, 29), (PointsBetween{89, -38, 193}));
    EXPECT_EQ(between(0, 10, 0, 20), (PointsBetween{0, -161, 278}));
    EXPECT_EQ(between(10, 10, 0, 10), (PointsBetween{1000, 608, 1000}));
    EXPECT_EQ(between(48, 80, 56, 70), (PointsBetween{-200, -334, -52})) << "the other way round";
    EXPECT_EQ(between(1, 1, 0, 0), std::nullopt);
}

/// Both intervals reach into the other, and yet the difference is shown: overlapping ones are no proof of equality.
TEST(Intervals, ADifferenceIsSeenWhereTheIntervalsOfTheSharesOverlap) {
    const auto own = proportion(80, 100);
    const auto far = proportion(66, 100);
    EXPECT_GT(far.high, own.low);
    EXPECT_LT(points_between(own, far)->high, 0);
}

TEST(Differences, AreOfAllOfThePlaceAndAllFromOutside) {
    const auto row = [](TryKind kind, const char* home, bool outside, std::int64_t hits, std::int64_t of) {
        TreatmentRow row;
        row.kind = kind;
        row.home = {home};
        row.outside = outside;
        row.success = proportion(hits, of);
        return row;
    };
    const auto found = differences_of({row(TryKind::race, "", false, 48, 80), row(TryKind::race, "", true, 56, 70),
                                       row(TryKind::race, "510500", true, 1, 2), row(TryKind::draw, "", false, 1, 2)});
    EXPECT_EQ(found, (std::vector<SuccessDifference>{{TryKind::race, 200, 52, 334}})) << "a draw has one side alone";
}

TEST(Intervals, RanksOfTheMedian) {
    using Ranks = std::pair<std::int64_t, std::int64_t>;
    EXPECT_EQ(median_ranks(5), std::nullopt) << "1/32 is more than 2.5 %";
    EXPECT_EQ(median_ranks(6), (Ranks{1, 6}));
    EXPECT_EQ(median_ranks(10), (Ranks{2, 9}));
    EXPECT_EQ(median_ranks(20), (Ranks{6, 15}));
    EXPECT_EQ(median_ranks(100), (Ranks{40, 61}));
    EXPECT_EQ(median_of({30, 10, 20}), (MedianMinutes{3, 20, {}, {}}));
    EXPECT_EQ(median_of({6, 5, 4, 3, 2, 1}), (MedianMinutes{6, 3, 1, 6}));
    const auto many = median_ranks(1001);
    const auto few = median_ranks(1000);
    EXPECT_LE(std::abs(many->first - few->first), 1) << "the approximation joins the exact ranks";
}

TEST(Late, OnlyAnOfficeWithALastDay) {
    Wait wait;
    wait.ended_at = at("2026-09-22T00:00");
    EXPECT_FALSE(is_late(wait));
    wait.due_on = 2026y / September / 21;
    EXPECT_TRUE(is_late(wait));
    wait.due_on = 2026y / September / 22;
    EXPECT_FALSE(is_late(wait)) << "the last day is in time";
    wait.due_on = 2026y / September / 21;
    wait.waits_for = Turn::side;
    EXPECT_FALSE(is_late(wait));
}

}  // namespace rules_test
}  // namespace jianghui::efficiency
