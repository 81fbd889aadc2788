#include "engine/base/time.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::time_test {

using namespace std::chrono;
using namespace std::chrono_literals;

/// Any millisecond from the year 1 to the year 9999.
rc::Gen<Instant> instants() {
    return rc::gen::map(rc::gen::inRange<std::int64_t>(-62135510400000, 253402214400000),
                        [](std::int64_t ms) { return Instant(milliseconds(ms)); });
}
rc::Gen<Date> dates() {
    return rc::gen::map(rc::gen::inRange(-719162, 2932896),
                        [](int day) { return Date(sys_days(days(day))); });
}

TEST(Instant, IsWrittenInChinaTime) {
    const Instant at = sys_days(2026y / November / 23d) + 6h + 30min;
    EXPECT_EQ(instant_text(at), "2026-11-23T14:30:00+08:00");
    EXPECT_EQ(instant_text(at + 250ms), "2026-11-23T14:30:00.250+08:00");
    EXPECT_EQ(instant_text(at + 5ms), "2026-11-23T14:30:00.005+08:00");
    EXPECT_EQ(instant_text(Instant(-1ms)), "1970-01-01T07:59:59.999+08:00");
}

TEST(Instant, IsReadWithAnyOffset) {
    const Instant at = sys_days(2026y / November / 23d) + 6h + 30min;
    for (const std::string text :
         {"2026-11-23T14:30:00+08:00", "2026-11-23T06:30:00Z", "2026-11-23t06:30:00z",
          "2026-11-23T06:30:00+00:00", "2026-11-22T23:00:00-07:30", "2026-11-23T06:30:00.000Z"})
        EXPECT_EQ(parse_instant(text), at) << text;
    EXPECT_EQ(parse_instant("2026-11-23T06:30:00.25Z"), at + 250ms);
    EXPECT_EQ(parse_instant("2026-11-23T06:30:00.123456789Z"), at + 123ms);
}

TEST(Instant, RefusesWhatIsNone) {
    for (const std::string text :
         {"", "2026-11-23", "2026-11-23T14:30:00", "2026-11-23 14:30:00+08:00",
          "2026-11-23T24:00:00Z", "2026-11-23T14:60:00Z", "2026-11-23T14:30:60Z",
          "2026-02-29T14:30:00Z", "2026-11-23T14:30:00.Z", "2026-11-23T14:30:00+8:00",
          "2026-11-23T14:30:00+08:60", "2026-11-23T14:30:00+24:00", "2026-11-23T14:30:00Zx",
          "2026-11-23T14:30:00.1234567890Z", "+026-11-23T14:30:00Z", "2026-11-23T14:3:000Z"})
        EXPECT_FALSE(parse_instant(text)) << text;
}

RC_GTEST_PROP(Instant, RoundTripsThroughItsText, ()) {
    const Instant at = *instants();
    RC_ASSERT(parse_instant(instant_text(at)) == at);
}

RC_GTEST_PROP(Instant, FallsOnTheDateThatBeganBeforeIt, ()) {
    const Instant at = *instants();
    const Date date = date_of(at);
    RC_ASSERT(start_of(date) <= at);
    RC_ASSERT(at < start_of(add_days(date, 1)));
    RC_ASSERT(instant_text(at).substr(0, 10) == date_text(date));
}

TEST(Date, IsReadOnlyInOneForm) {
    EXPECT_EQ(parse_date("2024-02-29"), 2024y / February / 29d);
    for (const std::string text :
         {"", "2023-02-29", "2024-2-29", "2024-02-30", "2024-13-01", "2024-00-10", "2024-01-00",
          "0000-01-01", "2024/01/01", "2024-01-011", " 2024-01-01", "20240101", "2024-01-1x"})
        EXPECT_FALSE(parse_date(text)) << text;
}

RC_GTEST_PROP(Date, RoundTripsThroughItsText, ()) {
    const Date date = *dates();
    RC_ASSERT(parse_date(date_text(date)) == date);
}

RC_GTEST_PROP(Date, DaysAddedAreDaysBetween, ()) {
    const Date date = *dates();
    const int count = *rc::gen::inRange(-100000, 100000);
    RC_ASSERT(days_between(date, add_days(date, count)) == count);
}

TEST(Date, ChangesAtMidnightInChina) {
    EXPECT_EQ(date_of(sys_days(2026y / November / 23d) + 15h + 59min), 2026y / November / 23d);
    EXPECT_EQ(date_of(sys_days(2026y / November / 23d) + 16h), 2026y / November / 24d);
}

TEST(Age, IsReachedOnTheBirthday) {
    const Date born = 2010y / November / 24d;
    EXPECT_EQ(age_on(born, 2026y / November / 23d), 15);
    EXPECT_EQ(age_on(born, 2026y / November / 24d), 16);
    EXPECT_EQ(age_on(born, 2026y / November / 25d), 16);
    EXPECT_EQ(age_on(born, born), 0);
    EXPECT_LT(age_on(born, 2010y / November / 23d), 0);
}

TEST(Age, OfALeapDayBirthIsReachedOnTheFirstOfMarch) {
    const Date born = 2008y / February / 29d;
    EXPECT_EQ(age_on(born, 2026y / February / 28d), 17);
    EXPECT_EQ(age_on(born, 2026y / March / 1d), 18);
    EXPECT_EQ(age_on(born, 2024y / February / 29d), 16);
}

RC_GTEST_PROP(Age, GrowsByAtMostOneADay, ()) {
    const Date born = *dates();
    const Date on = add_days(born, *rc::gen::inRange(0, 40000));
    const int growth = age_on(born, add_days(on, 1)) - age_on(born, on);
    RC_ASSERT(growth == 0 || growth == 1);
    RC_ASSERT(age_on(born, on) <= days_between(born, on) / 365);
}

/// The Spring Festival of 2024: 10–17 February off, 4 and 18 February (Sundays) worked.
WorkingDays spring_2024() {
    std::map<sys_days, bool> exceptions;
    for (int day = 10; day <= 17; ++day)
        exceptions[sys_days(2024y / February / std::chrono::day(static_cast<unsigned>(day)))] =
            false;
    exceptions[sys_days(2024y / February / 4d)] = true;
    exceptions[sys_days(2024y / February / 18d)] = true;
    return WorkingDays(exceptions);
}

TEST(WorkingDays, FollowTheWeekWithoutExceptions) {
    const WorkingDays plain({});
    EXPECT_TRUE(plain.works(2026y / November / 23d));   // Monday
    EXPECT_FALSE(plain.works(2026y / November / 21d));  // Saturday
    EXPECT_FALSE(plain.works(2026y / November / 22d));  // Sunday
}

TEST(WorkingDays, TurnRoundWhereTheNoticeSaysSo) {
    const WorkingDays calendar = spring_2024();
    EXPECT_TRUE(calendar.works(2024y / February / 4d));
    EXPECT_FALSE(calendar.works(2024y / February / 12d));
    EXPECT_TRUE(calendar.works(2024y / February / 18d));
    EXPECT_TRUE(calendar.works(2024y / February / 19d));
}

TEST(WorkingDays, AreCountedWithoutTheFirst) {
    const WorkingDays calendar = spring_2024();
    EXPECT_EQ(calendar.after(2024y / February / 9d, 0), 2024y / February / 9d);
    EXPECT_EQ(calendar.after(2024y / February / 9d, 1), 2024y / February / 18d);
    EXPECT_EQ(calendar.after(2024y / February / 9d, 3), 2024y / February / 20d);
    // A clock that starts on a day off begins with the next day worked.
    EXPECT_EQ(calendar.after(2024y / February / 10d, 1), 2024y / February / 18d);
}

RC_GTEST_PROP(WorkingDays, TheLastDayCountedIsWorked, ()) {
    const WorkingDays calendar = spring_2024();
    const Date from = add_days(2024y / January / 1d, *rc::gen::inRange(0, 90));
    const int count = *rc::gen::inRange(1, 40);
    const Date to = calendar.after(from, count);
    RC_ASSERT(calendar.works(to));
    int worked = 0;
    for (Date day = add_days(from, 1); days_between(day, to) >= 0; day = add_days(day, 1))
        worked += calendar.works(day) ? 1 : 0;
    RC_ASSERT(worked == count);
}

TEST(WorkingDaysDeathTest, CountForwardOnly) {
    EXPECT_DEATH((void)WorkingDays({}).after(2026y / November / 23d, -1), "invariant broken");
}

TEST(AddMonths, KeepsTheDayOrTakesTheLastOfAShorterMonth) {
    EXPECT_EQ(add_months(2026y / November / 27d, 6), 2027y / May / 27d);
    EXPECT_EQ(add_months(2026y / August / 31d, 6), 2027y / February / 28d);
    EXPECT_EQ(add_months(2027y / August / 31d, 6), 2028y / February / 29d);
    EXPECT_EQ(add_months(2024y / February / 29d, 12), 2025y / February / 28d);
    EXPECT_EQ(add_months(2026y / March / 31d, -1), 2026y / February / 28d);
    EXPECT_EQ(add_months(2026y / January / 15d, -6), 2025y / July / 15d);
    EXPECT_EQ(add_months(2026y / May / 31d, 0), 2026y / May / 31d);
}

TEST(Clock, IsMovedByHandInTests) {
    ManualClock clock(Instant(0ms));
    clock.advance(1500ms);
    EXPECT_EQ(clock.now(), Instant(1500ms));
    clock.set(Instant(3ms));
    EXPECT_EQ(clock.now(), Instant(3ms));
}

TEST(Clock, OfTheSystemStartsWhereItIsTold) {
    const Instant as_of = sys_days(2024y / May / 1d);
    const SystemClock shifted(as_of);
    const Instant first = shifted.now();
    EXPECT_GE(first, as_of);
    EXPECT_LT(first, as_of + 1h);
    EXPECT_LE(first, shifted.now());
    EXPECT_GT(SystemClock().now(), Instant(sys_days(2024y / January / 1d)));
}

}  // namespace jianghui::time_test
