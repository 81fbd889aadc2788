#pragma once
// The queue of the write lane: bounded, and fair between callers.

#include <deque>
#include <optional>
#include <unordered_map>

#include "engine/store/work.hpp"

namespace jianghui::store {

/// Callers that wait are served in turn, one command each; a caller's own commands keep their
/// order. So one caller's flood delays another by one command a turn and fills only its own part.
/// Not thread-safe: the lane's mutex guards it.
class FairQueue {
  public:
    /// At most `total_max` commands, and at most `caller_max` of one caller; caller 0 (the server's
    /// own clocks) is bounded by the total alone.
    FairQueue(std::size_t total_max, std::size_t caller_max)
        : total_max_(total_max), caller_max_(caller_max) {}

    /// False, and the work is left alone, when there is no room. O(1).
    [[nodiscard]] bool push(Work& work);
    /// The next in turn; none when nobody waits. O(1).
    [[nodiscard]] std::optional<Work> pop();
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }

  private:
    std::size_t total_max_;
    std::size_t caller_max_;
    std::size_t size_ = 0;
    std::unordered_map<std::int64_t, std::deque<Work>> lines_;
    std::deque<std::int64_t> turns_;  ///< every caller that waits, once
};

}  // namespace jianghui::store
