// The days of every clock of procedures/, for a start on each day of 2026, as the engine says them and as
// counted a second time (second_calendar_for_test.hpp): ends, reminders, standstills, extensions.

#include <gtest/gtest.h>

#include "features/cases/second_calendar_for_test.hpp"
#include "features/cases/world.hpp"
#include "features/definitions/api.hpp"

namespace jianghui::cases {
namespace calendar_year_test {

using procedures::CaseClock;
using procedures::Days;
using procedures::Procedure;
using procedures::RunningClock;
using std::chrono::sys_days;

struct CalendarYear : testing::Test {
    SecondCalendar second{SOURCE_FOLDER "/data"};
    definitions::FromFiles files = definitions::read_registers(SOURCE_FOLDER, SOURCE_FOLDER "/data").value();
    const WorkingDays& engine = files.tables->working_days();
    const Date first = *parse_date("2026-01-01");

    std::vector<Procedure> all() {
        std::vector<registers::Refused> refused;
        const auto texts = registers::read_folder(SOURCE_FOLDER "/procedures").value();
        std::vector<Procedure> procedures;
        for (const auto& file : registers::read_texts<Procedure>(
                 texts, [](const Procedure&) { return std::vector<registers::Fault>(); }, refused))
            procedures.push_back(file.definition);
        EXPECT_TRUE(refused.empty());
        return procedures;
    }
    std::int64_t length_of(const CaseClock& clock) {
        if (clock.days) return clock.days->value;
        const auto* parameter = files.tables->parameter(clock.parameter->text, first);
        EXPECT_NE(parameter, nullptr) << clock.parameter->text;
        return parameter == nullptr ? 1 : parameter->value;
    }
    static std::vector<std::int64_t> reminders_of(const CaseClock& clock) {
        std::vector<std::int64_t> days;
        if (clock.remind)
            for (const auto& one : *clock.remind) days.push_back(one.value);
        std::sort(days.rbegin(), days.rend());
        return days;
    }
    /// The end and every ring of a clock that runs.
    void expect_same(const RunningClock& clock, const SecondCalendar::Period& period,
                     const std::vector<std::int64_t>& reminders) {
        const auto last = second.last_day(period);
        ASSERT_EQ(date_text(procedures::due_on(engine, clock, clock.started_on)), date_text(last));
        for (std::size_t i = 0; i < reminders.size(); ++i) {
            const auto ring = procedures::next_ring(engine, clock, reminders, i);
            ASSERT_EQ(date_text(ring.on), date_text(second.reminder(clock.unit, last, reminders[i])))
                << reminders[i];
            ASSERT_EQ(ring.remind, reminders[i]);
        }
        const auto end = procedures::next_ring(engine, clock, reminders, reminders.size());
        ASSERT_EQ(date_text(end.on), date_text(last + std::chrono::days(1)));
        ASSERT_FALSE(end.remind.has_value());
    }
    /// From that day on: as it is, extended, and with standstills that begin two days later.
    void expect_same_from(const CaseClock& clock, Date start, bool of_party) {
        const auto reminders = reminders_of(clock);
        const auto running = procedures::started(clock.unit, start, length_of(clock), of_party);
        SecondCalendar::Period period{clock.unit, start, length_of(clock), {}, of_party};
        expect_same(running, period, reminders);
        if (clock.extension) {
            auto longer = period;
            longer.days += clock.extension->value;
            expect_same(procedures::extended(running, clock.extension->value), longer, reminders);
        }
        const Date stop = add_days(start, 2);
        if (sys_days(stop) >= second.last_day(period)) return;
        for (const int standstill : {0, 1, 9}) {
            const Date again = add_days(stop, standstill);
            const auto stopped = procedures::paused(running, stop);
            period.standstills = {{stop, again}};
            ASSERT_EQ(date_text(procedures::due_on(engine, stopped, again)),
                      date_text(second.last_day(period)));
            expect_same(procedures::resumed(engine, stopped, again), period, reminders);
        }
    }
};

TEST_F(CalendarYear, TheSecondCountKnowsTheYear) {
    int worked = 0;
    for (int i = 0; i < 365; ++i) worked += second.works(add_days(first, i)) ? 1 : 0;
    EXPECT_EQ(worked, 248) << "261 weekdays, 19 of them off, 6 weekend days worked";
    const auto end = [&](const char* start, std::int64_t days, Days unit, bool of_party = false) {
        return date_text(second.last_day({unit, *parse_date(start), days, {}, of_party}));
    };
    EXPECT_EQ(end("2026-02-12", 3, Days::working), "2026-02-24") << "13, the worked Saturday 14, 24";
    EXPECT_EQ(end("2026-09-30", 5, Days::working), "2026-10-13") << "8, 9, the worked Saturday 10, 12, 13";
    EXPECT_EQ(end("2026-02-10", 7, Days::natural), "2026-02-17");
    EXPECT_EQ(end("2026-02-10", 7, Days::natural, true), "2026-02-24");
    const auto last = sys_days(*parse_date("2026-02-25"));
    EXPECT_EQ(date_text(second.reminder(Days::working, last, 3)), "2026-02-13");
    EXPECT_EQ(date_text(second.reminder(Days::natural, last, 3)), "2026-02-22");
}

TEST_F(CalendarYear, EveryClockOfEveryFileOnEachDay) {
    int clocks = 0;
    for (const auto& procedure : all()) {
        if (!procedure.clocks) continue;
        for (const auto& clock : *procedure.clocks) {
            ++clocks;
            for (int i = 0; i < 365; ++i)
                for (const bool of_party : {false, true}) {
                    SCOPED_TRACE(procedure.id.text + " " + clock.id.text + " " +
                                 date_text(add_days(first, i)));
                    expect_same_from(clock, add_days(first, i), of_party);
                    if (HasFatalFailure()) return;
                }
        }
    }
    EXPECT_GE(clocks, 35);
}

}  // namespace calendar_year_test
}  // namespace jianghui::cases
