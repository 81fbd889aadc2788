#pragma once
// Who waits for the write lane, or for the slow workers: bounded, and fair between callers.

#include <cstddef>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

namespace jianghui::store {

/// Callers that wait are served in turn, one thing each; what a caller asked for keeps its order. So one
/// caller's flood delays another by one thing a turn and fills only its own part.
/// Not thread-safe: its owner's mutex guards it.
template <class Caller, class Thing>
class FairQueue {
  public:
    /// At most `total_max` things, and at most `caller_max` of one caller; `Caller{}` (in the lane 0, the
    /// server's own clocks) is bounded by the total alone.
    FairQueue(std::size_t total_max, std::size_t caller_max)
        : total_max_(total_max), caller_max_(caller_max) {}

    /// False, and the thing is left alone, when there is no room. O(1).
    [[nodiscard]] bool push(Caller caller, Thing& thing) {
        if (size_ >= total_max_) return false;
        auto& line = lines_[caller];
        if (caller != Caller{} && line.size() >= caller_max_) return false;
        line.push_back(std::move(thing));
        if (line.size() == 1) turns_.push_back(std::move(caller));
        ++size_;
        return true;
    }
    /// The next in turn; none when nobody waits. O(1).
    [[nodiscard]] std::optional<Thing> pop() {
        if (turns_.empty()) return std::nullopt;
        Caller caller = std::move(turns_.front());
        turns_.pop_front();
        const auto line = lines_.find(caller);
        std::optional<Thing> next(std::move(line->second.front()));
        line->second.pop_front();
        --size_;
        if (line->second.empty()) {
            lines_.erase(line);
        } else {
            turns_.push_back(std::move(caller));
        }
        return next;
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }

  private:
    std::size_t total_max_;
    std::size_t caller_max_;
    std::size_t size_ = 0;
    std::unordered_map<Caller, std::deque<Thing>> lines_;
    std::deque<Caller> turns_;  ///< every caller that waits, once
};

}  // namespace jianghui::store
