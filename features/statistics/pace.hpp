#pragma once
// How many events a run of the counting job takes: as many as it counts in a while that nobody who waits
// for the write lane notices, and more while nobody waits. Pure.

#include <chrono>

namespace jianghui::statistics {

/// What a run may do at most. An event that no measure reads is looked at, which is quick, and not counted.
struct Run {
    int counted_max = 0;
    int looked_at_max = 0;
};

/// Not for several threads at once: the job runs in the write lane.
class Pace {
  public:
    /// `crowded`: somebody waits for the lane.
    [[nodiscard]] Run run(bool crowded) const;
    /// The last run counted so many in that time; `crowded`: somebody came meanwhile. Who comes once comes again: then
    /// the next runs are short, too.
    void took(int counted, std::chrono::nanoseconds time, bool crowded);

  private:
    double events_a_millisecond_ = 20;
    int short_runs_ = 0;  ///< still to come
};

}  // namespace jianghui::statistics
