#include "features/statistics/pace.hpp"

#include <algorithm>

namespace jianghui::statistics {
namespace {

/// ADR 23: a job runs for 50 ms before the others have their turn.
constexpr double milliseconds_alone = 50;
constexpr double milliseconds_crowded = 10;
/// Fewer would save nobody a wait: then the commit is most of the work, and each page of a table is written for a
/// handful of events. On a machine that others use as well a run takes longer than it is told to.
constexpr double events_min_alone = 1000;
constexpr double events_min_crowded = 250;
constexpr double events_max = 4000;
/// So that one slow disk write does not halve the next run.
constexpr double weight_of_the_last = 0.25;

}  // namespace

int Pace::events(bool crowded) const {
    const double wanted =
        events_a_millisecond_ * (crowded ? milliseconds_crowded : milliseconds_alone);
    return static_cast<int>(
        std::clamp(wanted, crowded ? events_min_crowded : events_min_alone, events_max));
}

void Pace::took(int events, std::chrono::nanoseconds time) {
    const double milliseconds = std::max(static_cast<double>(time.count()) / 1e6, 0.01);
    events_a_millisecond_ += weight_of_the_last * (events / milliseconds - events_a_millisecond_);
}

}  // namespace jianghui::statistics
