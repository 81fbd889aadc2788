#pragma once
// The pairs of an allocation problem as its workers look at them (engine/matching only): in four bytes each
// where orders and scores are small enough. Who looks through many pairs waits for memory, and these are a
// quarter of `AllocationProblem::edges`.

#include <cstdint>
#include <limits>
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

    /// Of this problem, which must outlive this.
    explicit AllocationPairs(const AllocationProblem& problem) : problem_(problem) {}

    /// Requires that all pairs before it, and none after it, were appended.
    void append(const AllocationEdge& edge) {
        if (!is_short_) return;
        if (short_.empty()) short_.reserve(problem_.edges.size());
        if (fits(edge))
            short_.push_back({static_cast<std::uint16_t>(edge.order), static_cast<std::int16_t>(edge.score)});
        else
            leave_short();
    }
    /// The problem has another score for this one.
    void changed(std::int32_t edge) {
        if (!is_short_) return;
        const auto& now = problem_.edges[static_cast<std::size_t>(edge)];
        if (fits(now))
            short_[static_cast<std::size_t>(edge)].score = static_cast<std::int16_t>(now.score);
        else
            leave_short();
    }
    [[nodiscard]] Pair operator[](std::int32_t edge) const {
        const auto at = static_cast<std::size_t>(edge);
        if (is_short_) return {short_[at].order, short_[at].score};
        return {problem_.edges[at].order, problem_.edges[at].score};
    }
    /// Asks memory for those from `begin` to `end`, or for the first of them when they are many.
    void fetch(std::int32_t begin, std::int32_t end) const {
        if (is_short_)
            prefetch_lines(short_.data() + begin, short_.data() + end);
        else
            prefetch_lines(problem_.edges.data() + begin, problem_.edges.data() + end);
    }

  private:
    struct Short {
        std::uint16_t order;
        std::int16_t score;
    };
    static bool fits(const AllocationEdge& edge) {
        using Orders = std::numeric_limits<std::uint16_t>;
        using Scores = std::numeric_limits<std::int16_t>;
        return edge.order <= Orders::max() && edge.score >= Scores::min() && edge.score <= Scores::max();
    }
    void leave_short() {
        is_short_ = false;
        short_ = {};
    }

    const AllocationProblem& problem_;
    bool is_short_ = true;
    std::vector<Short> short_;
};

}  // namespace jianghui::matching
