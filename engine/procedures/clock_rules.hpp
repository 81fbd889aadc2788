#pragma once
// The arithmetic of clocks: pure functions over the calendar. The day on which a clock starts is not
// counted (民法典 §201); what stands still is counted separately and added to the end, so that pausing
// k days moves the end by exactly k.

#include "engine/base/base.hpp"
#include "engine/procedures/definition.hpp"

namespace jianghui::procedures {

enum class ClockStatus { running, paused, stopped, ended };
BOOST_DESCRIBE_ENUM(ClockStatus, running, paused, stopped, ended)

/// A clock as it runs.
struct RunningClock {
    Days unit = Days::working;
    Date started_on;
    std::int64_t days = 0;         ///< with its extension
    std::int64_t paused_days = 0;  ///< of the pauses that have ended
    std::optional<Date> paused_on;
    /// A natural period in which a party has to act and whose last day is no working day ends on the
    /// next one (民法典 §203).
    bool rolls = false;
    ClockStatus status = ClockStatus::running;
    bool operator==(const RunningClock&) const = default;
};

/// Days of the unit after `earlier` until `later` inclusive; negative when later is before.
[[nodiscard]] std::int64_t days_between(const WorkingDays& calendar, Days unit, Date earlier,
                                        Date later);
/// The date `days` of the unit after `date`; before it for negative ones.
[[nodiscard]] Date days_after(const WorkingDays& calendar, Days unit, Date date, std::int64_t days);

[[nodiscard]] RunningClock started(Days unit, Date today, std::int64_t days, bool rolls);
/// Stands still from the end of `today` on. Nothing happens unless it runs.
[[nodiscard]] RunningClock paused(RunningClock clock, Date today);
/// Goes on. Nothing happens unless it is paused.
[[nodiscard]] RunningClock resumed(const WorkingDays& calendar, RunningClock clock, Date today);
[[nodiscard]] RunningClock extended(RunningClock clock, std::int64_t days);

/// The last day, as of today: a clock that stands still is counted as if it went on today.
[[nodiscard]] Date due_on(const WorkingDays& calendar, const RunningClock& clock, Date today);
/// Days until the last day; 0 on it, negative after it.
[[nodiscard]] std::int64_t days_left(const WorkingDays& calendar, const RunningClock& clock,
                                     Date today);

/// What a clock does next: reminds so many days before its end, or ends (no days).
struct Ring {
    Date on;
    std::optional<std::int64_t> remind;
    bool operator==(const Ring&) const = default;
};
/// The first of the reminders and the end that has not rung yet: a reminder rings in the morning of its
/// day, the end in the morning after the last day. `rung`: how many of the reminders (largest first)
/// have rung. Requires a running clock.
[[nodiscard]] Ring next_ring(const WorkingDays& calendar, const RunningClock& clock,
                             std::vector<std::int64_t> reminders, std::size_t rung);

}  // namespace jianghui::procedures
