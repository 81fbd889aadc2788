#pragma once
// The pairs of an allocation problem as its workers look at them (engine/matching only): in four bytes each
// where orders and scores are small enough. Who looks through many pairs waits for memory, and these are a
// quarter of `AllocationProblem::edges`.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

#include "engine/matching/allocation.hpp"
#include "engine/matching/line.hpp"

namespace jianghui::matching {

class AllocationPairs {
  public:
    struct Pair {
        std::int32_t order;
        std::int64_t score;
    };
    /// A pair where all are small enough.
    struct Short {
        std::uint16_t order;
        std::int16_t score;
    };

    /// Of this problem, which must outlive this. One walk through all edges, which need not fit the cache.
    explicit AllocationPairs(const AllocationProblem& problem)
        : problem_(problem), first_(problem.workers.size() + 1),
          short_(std::make_unique_for_overwrite<Short[]>(problem.edges.size())) {
        bool all_fit = true;
        for (std::size_t e = 0; e < problem.edges.size(); ++e) {
            const auto& edge = problem.edges[e];
            ++first_[static_cast<std::size_t>(edge.worker) + 1];
            highest_ = std::max(highest_, edge.score);
            lowest_ = std::min(lowest_, edge.score);
            all_fit = all_fit && fits(edge);
            short_[e] = short_of(edge);
        }
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        if (!all_fit) short_.reset();
    }

    /// The problem has another score for this one.
    void changed(std::int32_t edge) {
        if (!short_) return;
        const auto& now = problem_.edges[static_cast<std::size_t>(edge)];
        if (fits(now))
            short_[static_cast<std::size_t>(edge)] = short_of(now);
        else
            short_.reset();
    }
    /// The worker's first pair, and the one after the last.
    [[nodiscard]] std::pair<std::int32_t, std::int32_t> of(std::int32_t worker) const {
        const auto at = static_cast<std::size_t>(worker);
        return {first_[at], first_[at + 1]};
    }
    [[nodiscard]] Pair operator[](std::int32_t edge) const {
        const auto at = static_cast<std::size_t>(edge);
        if (short_) return {short_[at].order, short_[at].score};
        return {problem_.edges[at].order, problem_.edges[at].score};
    }
    /// Null where some are not small enough.
    [[nodiscard]] const Short* all_short() const { return short_.get(); }
    /// Of the scores at the beginning, at least 0.
    [[nodiscard]] std::int64_t highest() const { return highest_; }
    /// The same, at most 0.
    [[nodiscard]] std::int64_t lowest() const { return lowest_; }
    /// Asks memory for those from `begin` to `end`, or for the first of them when they are many.
    void fetch(std::int32_t begin, std::int32_t end) const {
        if (short_)
            prefetch_lines(short_.get() + begin, short_.get() + end);
        else
            prefetch_lines(problem_.edges.data() + begin, problem_.edges.data() + end);
    }

  private:
    static bool fits(const AllocationEdge& edge) {
        using Orders = std::numeric_limits<std::uint16_t>;
        using Scores = std::numeric_limits<std::int16_t>;
        return edge.order <= Orders::max() && edge.score >= Scores::min() && edge.score <= Scores::max();
    }
    static Short short_of(const AllocationEdge& edge) {
        return {static_cast<std::uint16_t>(edge.order), static_cast<std::int16_t>(edge.score)};
    }

    const AllocationProblem& problem_;
    std::vector<std::int32_t> first_;  ///< per worker, and the end
    std::unique_ptr<Short[]> short_;
    std::int64_t highest_ = 0;
    std::int64_t lowest_ = 0;
};

}  // namespace jianghui::matching
