#pragma once
// What a measure says of every day of a stretch of time, looked up once: counting from columns asks no
// calendar and no table of parameters for each event. Pure.

#include <cstdint>
#include <functional>
#include <vector>

#include "features/statistics/roll.hpp"

namespace jianghui::statistics {

/// Instants are milliseconds; periods are numbered from 0, the one of the first instant.
class Calendar {
  public:
    /// From the first instant to the end of what begins at the last one. `limits` of a day.
    Calendar(const Measure& measure, Instant first, Instant last,
             const std::function<Limits(Date)>& limits);

    [[nodiscard]] int first_period() const { return first_period_; }
    /// How many periods may have a step: one behind the last in which something ends.
    [[nodiscard]] int periods() const { return static_cast<int>(begins_.size()) - 1; }
    [[nodiscard]] int period_of(std::int64_t at) const { return day_of(at).period; }
    /// When it begins. Requires 0 <= period <= periods().
    [[nodiscard]] std::int64_t beginning_of(int period) const {
        return begins_[static_cast<std::size_t>(period)];
    }
    /// For how long what begins then is valid; 0: until it ends.
    [[nodiscard]] std::int64_t lasts(std::int64_t at) const { return day_of(at).lasts; }
    /// What began then and was valid for less counts nothing.
    [[nodiscard]] std::int64_t at_least(std::int64_t at) const { return day_of(at).at_least; }

  private:
    struct Day {
        int period = 0;
        std::int64_t lasts = 0;
        std::int64_t at_least = 0;
    };
    [[nodiscard]] const Day& day_of(std::int64_t at) const {
        return days_[static_cast<std::size_t>((at - start_) / milliseconds_a_day)];
    }
    static constexpr std::int64_t milliseconds_a_day = 86'400'000;
    std::int64_t start_ = 0;  ///< midnight in China of the first day
    int first_period_ = 0;
    std::vector<Day> days_;
    std::vector<std::int64_t> begins_;
};

}  // namespace jianghui::statistics
