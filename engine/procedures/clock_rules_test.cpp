#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/procedures/clock_rules.hpp"

namespace jianghui::procedures {
namespace clock_rules_test {

Date on(const char* text) { return *parse_date(text); }

/// Spring Festival 2026 with its 调休 (15–23 February off; 14 and 28 February worked).
const WorkingDays& calendar() {
    static const WorkingDays days([] {
        std::map<std::chrono::sys_days, bool> exceptions;
        for (int day = 15; day <= 23; ++day)
            exceptions[std::chrono::sys_days(std::chrono::year(2026) / 2 / day)] = false;
        for (int day : {14, 28})
            exceptions[std::chrono::sys_days(std::chrono::year(2026) / 2 / day)] = true;
        return exceptions;
    }());
    return days;
}

TEST(ClockRules, WorkingDaysSkipTheFestivalAndCountWorkedWeekends) {
    EXPECT_EQ(due_on(calendar(), started(Days::working, on("2026-02-12"), 3, false), on("2026-02-12")),
              on("2026-02-24"));  // 13, 14 (worked Saturday), 24
    EXPECT_EQ(days_between(calendar(), Days::working, on("2026-02-12"), on("2026-02-28")), 7);
    EXPECT_EQ(days_between(calendar(), Days::working, on("2026-02-28"), on("2026-02-12")), -7);
}

TEST(ClockRules, NaturalDaysRollOnlyForAParty) {
    const auto clock = started(Days::natural, on("2026-02-10"), 7, false);
    EXPECT_EQ(due_on(calendar(), clock, on("2026-02-10")), on("2026-02-17"));
    const auto rolling = started(Days::natural, on("2026-02-10"), 7, true);
    EXPECT_EQ(due_on(calendar(), rolling, on("2026-02-10")), on("2026-02-24"));
}

TEST(ClockRules, APausedClockMovesWithTheDays) {
    auto clock = started(Days::working, on("2026-03-02"), 10, false);
    EXPECT_EQ(due_on(calendar(), clock, on("2026-03-02")), on("2026-03-16"));
    clock = paused(clock, on("2026-03-04"));
    EXPECT_EQ(due_on(calendar(), clock, on("2026-03-06")), on("2026-03-18"));
    EXPECT_EQ(paused(clock, on("2026-03-09")), clock);
    clock = resumed(calendar(), clock, on("2026-03-11"));
    EXPECT_EQ(due_on(calendar(), clock, on("2026-03-11")), on("2026-03-23"));
    EXPECT_EQ(resumed(calendar(), clock, on("2026-03-12")), clock);
    EXPECT_EQ(days_left(calendar(), clock, on("2026-03-20")), 1);
    EXPECT_EQ(days_left(calendar(), clock, on("2026-03-24")), -1);
    EXPECT_EQ(due_on(calendar(), extended(clock, 10), on("2026-03-11")), on("2026-04-06"));
}

TEST(ClockRules, RingsRemindersThenTheEnd) {
    const auto clock = started(Days::working, on("2026-03-02"), 10, false);
    EXPECT_EQ(next_ring(calendar(), clock, {1, 5}, 0), (Ring{on("2026-03-09"), 5}));
    EXPECT_EQ(next_ring(calendar(), clock, {1, 5}, 1), (Ring{on("2026-03-13"), 1}));
    EXPECT_EQ(next_ring(calendar(), clock, {1, 5}, 2), (Ring{on("2026-03-17"), std::nullopt}));
}

RC_GTEST_PROP(ClockRules, PausingKDaysMovesTheEndByExactlyK, ()) {
    const Days unit = *rc::gen::element(Days::working, Days::natural);
    const Date start = add_days(on("2026-01-01"), *rc::gen::inRange(0, 300));
    const auto days = *rc::gen::inRange(1, 90);
    const auto before = started(unit, start, days, false);
    const Date end = due_on(calendar(), before, start);
    const Date stop = add_days(start, *rc::gen::inRange(0, jianghui::days_between(start, end) + 1));
    const Date again = add_days(stop, *rc::gen::inRange(0, 120));
    const auto k = days_between(calendar(), unit, stop, again);
    const auto after = resumed(calendar(), paused(before, stop), again);
    RC_ASSERT(due_on(calendar(), after, again) == days_after(calendar(), unit, end, k));
}

RC_GTEST_PROP(ClockRules, DaysAfterAndBetweenAreInverse, ()) {
    const Days unit = *rc::gen::element(Days::working, Days::natural);
    const Date start = add_days(on("2026-01-01"), *rc::gen::inRange(0, 300));
    const auto days = *rc::gen::inRange(-60, 200);
    RC_PRE(days >= 0 || calendar().works(start));
    RC_ASSERT(days_between(calendar(), unit, start, days_after(calendar(), unit, start, days)) ==
              days);
}

}  // namespace clock_rules_test
}  // namespace jianghui::procedures
