#include "features/statistics/pace.hpp"

#include <algorithm>

namespace jianghui::statistics {
namespace {

/// Alone: long enough that a commit and the pages of tables are written for many events. Crowded: what nobody notices.
constexpr double milliseconds_alone = 40;
constexpr double milliseconds_crowded = 5;
/// Fewer would save nobody a wait: then the commit is most of the work. On a machine that others use as well a run takes
/// longer than it is told to.
constexpr double events_min_alone = 1000;
constexpr double events_min_crowded = 100;
constexpr double events_max = 4000;
/// Looking at one takes a fiftieth of counting it.
constexpr int looked_at_a_counted = 10;
/// So that one slow disk write does not halve the next run.
constexpr double weight_of_the_last = 0.25;
/// Too few say nothing of how fast they are counted: the commit is most of it.
constexpr int events_telling = 50;
/// After somebody had to wait: a fraction of a second.
constexpr int short_runs_after = 20;

}  // namespace

Run Pace::run(bool crowded) const {
    const bool is_short = crowded || short_runs_ > 0;
    const double wanted = events_a_millisecond_ * (is_short ? milliseconds_crowded : milliseconds_alone);
    const int counted = static_cast<int>(
        std::clamp(wanted, is_short ? events_min_crowded : events_min_alone, events_max));
    return {counted, counted * looked_at_a_counted};
}

void Pace::took(int counted, std::chrono::nanoseconds time, bool crowded) {
    short_runs_ = crowded ? short_runs_after : std::max(0, short_runs_ - 1);
    if (counted < events_telling) return;
    const double milliseconds = std::max(static_cast<double>(time.count()) / 1e6, 0.01);
    events_a_millisecond_ += weight_of_the_last * (counted / milliseconds - events_a_millisecond_);
}

}  // namespace jianghui::statistics
