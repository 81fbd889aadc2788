#include "engine/procedures/clock_rules.hpp"

#include <algorithm>

namespace jianghui::procedures {

std::int64_t days_between(const WorkingDays& calendar, Days unit, Date earlier, Date later) {
    if (later < earlier) return -days_between(calendar, unit, later, earlier);
    if (unit == Days::natural) return jianghui::days_between(earlier, later);
    std::int64_t count = 0;
    for (Date day = earlier; day < later;) {
        day = add_days(day, 1);
        if (calendar.works(day)) ++count;
    }
    return count;
}

Date days_after(const WorkingDays& calendar, Days unit, Date date, std::int64_t days) {
    if (unit == Days::natural) return add_days(date, static_cast<int>(days));
    if (days >= 0) return calendar.after(date, static_cast<int>(days));
    // The last day from which so many working days remain until `date`.
    Date day = date;
    for (std::int64_t left = -days; left > 0; day = add_days(day, -1))
        if (calendar.works(day)) --left;
    while (!calendar.works(day)) day = add_days(day, -1);
    return day;
}

RunningClock started(Days unit, Date today, std::int64_t days, bool rolls) {
    RunningClock clock;
    clock.unit = unit;
    clock.started_on = today;
    clock.days = days;
    clock.rolls = rolls && unit == Days::natural;
    return clock;
}

RunningClock paused(RunningClock clock, Date today) {
    if (clock.status != ClockStatus::running) return clock;
    clock.status = ClockStatus::paused;
    clock.paused_on = today;
    return clock;
}

RunningClock resumed(const WorkingDays& calendar, RunningClock clock, Date today) {
    if (clock.status != ClockStatus::paused) return clock;
    clock.paused_days += days_between(calendar, clock.unit, *clock.paused_on, today);
    clock.paused_on.reset();
    clock.status = ClockStatus::running;
    return clock;
}

RunningClock extended(RunningClock clock, std::int64_t days) {
    clock.days += days;
    return clock;
}

Date due_on(const WorkingDays& calendar, const RunningClock& clock, Date today) {
    std::int64_t days = clock.days + clock.paused_days;
    if (clock.paused_on)
        days += std::max<std::int64_t>(
            0, days_between(calendar, clock.unit, *clock.paused_on, today));
    Date due = days_after(calendar, clock.unit, clock.started_on, days);
    while (clock.rolls && !calendar.works(due)) due = add_days(due, 1);
    return due;
}

std::int64_t days_left(const WorkingDays& calendar, const RunningClock& clock, Date today) {
    return days_between(calendar, clock.unit, today, due_on(calendar, clock, today));
}

Ring next_ring(const WorkingDays& calendar, const RunningClock& clock,
               std::vector<std::int64_t> reminders, std::size_t rung) {
    std::sort(reminders.rbegin(), reminders.rend());
    const Date due = due_on(calendar, clock, clock.started_on);
    if (rung < reminders.size())
        return {days_after(calendar, clock.unit, due, -reminders[rung]), reminders[rung]};
    return {add_days(due, 1), std::nullopt};
}

}  // namespace jianghui::procedures
