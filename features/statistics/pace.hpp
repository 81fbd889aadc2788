#pragma once
// How many events a run of the counting job takes: as many as it counts in a while that nobody who waits
// for the write lane notices, and more while nobody waits. Pure.

#include <chrono>

namespace jianghui::statistics {

/// Not for several threads at once: the job runs in the write lane.
class Pace {
  public:
    [[nodiscard]] int events(bool crowded) const;
    /// The last run took that long.
    void took(int events, std::chrono::nanoseconds time);

  private:
    double events_a_millisecond_ = 10;
};

}  // namespace jianghui::statistics
