#include "features/statistics/pace.hpp"

#include <algorithm>

namespace jianghui::statistics {
namespace {

/// ADR 23: a job runs for 50 ms before the others have their turn.
constexpr double milliseconds_alone = 40;
constexpr double milliseconds_crowded = 8;
constexpr double events_min = 200;
constexpr double events_max = 4000;
/// So that one slow disk write does not halve the next run.
constexpr double weight_of_the_last = 0.25;

}  // namespace

int Pace::events(bool crowded) const {
    const double wanted =
        events_a_millisecond_ * (crowded ? milliseconds_crowded : milliseconds_alone);
    return static_cast<int>(std::clamp(wanted, events_min, events_max));
}

void Pace::took(int events, std::chrono::nanoseconds time) {
    const double milliseconds = std::max(static_cast<double>(time.count()) / 1e6, 0.01);
    events_a_millisecond_ += weight_of_the_last * (events / milliseconds - events_a_millisecond_);
}

}  // namespace jianghui::statistics
