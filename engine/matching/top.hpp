#pragma once
// The k best of a stream (engine/matching only).

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace jianghui::matching {

/// A candidate while ranking: where it is, not yet why.
struct Scored {
    int score = 0;
    std::int64_t id = 0;
    const void* block = nullptr;
    std::size_t row = 0;
};
/// Higher score first, then lower id: a total order, because ids differ.
[[nodiscard]] inline bool better(const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.id < b.id;
}

/// Keeps the k best of what it is given. O(log k) per candidate that gets in, O(1) for the others.
class Top {
  public:
    explicit Top(std::size_t k) : k_(k) {}
    void offer(const Scored& candidate) {
        if (heap_.size() < k_) {
            heap_.push_back(candidate);
            std::push_heap(heap_.begin(), heap_.end(), better);
        } else if (k_ > 0 && better(candidate, heap_.front())) {
            std::pop_heap(heap_.begin(), heap_.end(), better);
            heap_.back() = candidate;
            std::push_heap(heap_.begin(), heap_.end(), better);
        }
    }
    /// Who scores less than this cannot get in any more; who scores as much may, by the lower id.
    [[nodiscard]] int threshold() const {
        if (k_ == 0) return std::numeric_limits<int>::max();
        return heap_.size() < k_ ? 0 : heap_.front().score;
    }
    /// Best first.
    [[nodiscard]] std::vector<Scored> take() && {
        std::sort_heap(heap_.begin(), heap_.end(), better);
        return std::move(heap_);
    }

  private:
    std::size_t k_;
    std::vector<Scored> heap_;  ///< the worst kept candidate on top
};

}  // namespace jianghui::matching
