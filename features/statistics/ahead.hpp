#pragma once
// What the measures count next, read from the journal and parsed by another thread while what comes before it is being written.

#include <future>
#include <limits>
#include <optional>
#include <vector>

#include "engine/journal/journal.hpp"
#include "engine/store/store.hpp"
#include "features/statistics/measures.hpp"
#include "features/statistics/pace.hpp"

namespace jianghui::statistics {

/// Measures that stand at one position: those that are furthest behind, mostly all of them. Who is counted anew goes alone until it
/// meets the others.
struct Together {
    std::vector<Measures::Pointer> measures;
    std::int64_t from = std::numeric_limits<std::int64_t>::max();
    std::int64_t until = std::numeric_limits<std::int64_t>::max();  ///< where the next ones stand
};

/// The next events of the journal that the measures read.
struct NextEvents {
    std::vector<journal::Event> events;
    std::int64_t position = 0;  ///< up to which all were looked at
    bool may_be_more = false;
};

/// As many as they may count, and not too many looked at for them: some are read by no measure.
[[nodiscard]] NextEvents next_events(const store::Reader& reader, const Together& together, Run run);

/// A service that this feature provides; the job alone uses it, which runs in the write lane.
class Ahead {
  public:
    /// The same as next_events, without asking the database for what was read ahead. Events never change, so it does not matter when they
    /// were read.
    [[nodiscard]] NextEvents take(const store::Reader& reader, const Together& together, Run run);
    /// Reads what comes behind `next` on a thread of its own, where `next` is all that a run may count and there is more: it pays when
    /// the measures are far behind. To be kept until what was taken is written; its end waits for the thread.
    [[nodiscard]] std::future<void> read_on(store::Store& store, const Together& together, const NextEvents& next, Run run);

  private:
    /// Of which measures, from where.
    std::optional<Together> of_;
    NextEvents read_;
};

}  // namespace jianghui::statistics
