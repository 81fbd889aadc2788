#pragma once
// Instants (UTC milliseconds), dates, and the working-day calendar. China has one zone, +08:00, and
// no summer time; libstdc++ 12 has no zone database, so the offset is fixed here.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace jianghui {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;
/// A calendar date in China. Compare and add days through sys_days.
using Date = std::chrono::year_month_day;

/// "2026-11-23T14:30:00+08:00", with ".250" when there are milliseconds.
[[nodiscard]] std::string instant_text(Instant at);
/// Reads RFC 3339 with any offset, or "…Z". Nothing when it is not one.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);
/// "2026-11-23".
[[nodiscard]] std::string date_text(Date date);
/// Reads exactly YYYY-MM-DD of a date that exists. Nothing otherwise.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
/// The date in China at this instant.
[[nodiscard]] Date date_of(Instant at);
/// Midnight in China at the beginning of the date.
[[nodiscard]] Instant start_of(Date date);
[[nodiscard]] Date add_days(Date date, int days);
/// The same day so many months later (earlier when negative); the last of that month when it is shorter.
[[nodiscard]] Date add_months(Date date, int months);
/// later - earlier in days; negative when later is before earlier.
[[nodiscard]] int days_between(Date earlier, Date later);
/// Full years lived on `on` by a person born on `born`; a birthday on 29 February is reached on
/// 1 March of a common year (民法典 art. 17–18 practice; domain.md 1.4).
[[nodiscard]] int age_on(Date born, Date on);

/// The working days of China: weekends off, except for the days that the State Council's yearly
/// notice turns round (调休). The table is data, never code; it does not ship yet.
class WorkingDays {
  public:
    /// `exceptions` maps a date to whether it is worked; days not named follow the week.
    explicit WorkingDays(std::map<std::chrono::sys_days, bool> exceptions)
        : exceptions_(std::move(exceptions)) {}

    [[nodiscard]] bool works(Date date) const;
    /// The date `days` working days after `date`, not counting `date` itself. Requires days >= 0.
    [[nodiscard]] Date after(Date date, int days) const;

  private:
    std::map<std::chrono::sys_days, bool> exceptions_;
};

/// Where time comes from. Everything below main and the tests is handed an Instant instead.
class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// The computer's clock, shifted so that the program starts at `as_of` when that is given
/// (`--as-of` fixes the demo's date).
class SystemClock final : public Clock {
  public:
    explicit SystemClock(std::optional<Instant> as_of = std::nullopt);
    [[nodiscard]] Instant now() const override;

  private:
    Milliseconds shift_{0};
};

/// A clock that tests and the demo generator move by hand.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(Instant start) : now_(start) {}
    [[nodiscard]] Instant now() const override { return now_; }
    void set(Instant at) { now_ = at; }
    void advance(Milliseconds by) { now_ += by; }

  private:
    Instant now_;
};

}  // namespace jianghui
