#pragma once
// Crossings by prices (engine/matching only): a flow does not know them, but it knows scores. A
// crossing that is too full is made dearer, one that is too empty cheaper, until as little as possible
// is wrong; at any prices the flow's value and what the crossings may do at them bound the whole
// problem (Lagrange). What is still wrong is told apart in branches for the search.

#include <functional>
#include <map>
#include <optional>

#include "engine/matching/allocation.hpp"

namespace jianghui::matching {

/// What a branch of the search allows, and from which prices it begins.
struct CrossingBranch {
    struct Range {
        std::int64_t least = 0;
        std::int64_t most = 0;
    };
    std::map<std::size_t, Range> orders;     ///< instead of the orders' own
    std::map<std::size_t, Range> crossings;  ///< instead of the crossings' own
    std::vector<std::int64_t> prices;        ///< one for each crossing, or none yet
};

/// What an allocation gives each order.
using FilledOrders = std::vector<std::int64_t>;

/// A problem of a branch: without its crossings, and those as the branch has them.
class Crossings {
  public:
    Crossings(AllocationProblem problem, const CrossingBranch& branch);

    /// Whether an order or a crossing cannot keep what it must, whatever is chosen.
    [[nodiscard]] bool impossible() const;

    struct Asked {
        int rounds = 1;                ///< flows to solve at most
        std::optional<Wide> aim = {};  ///< a value that is known to be reached
        /// Is shown every optimal answer on the way; it may break crossings.
        std::function<void(const Allocation&)> see;
    };
    /// The flow at the prices whose bound is the least that was found, beginning at `prices`, which
    /// are those in the end. `total` and `value` are the problem's own; `bound`: no answer of the
    /// branch exceeds it, and the answer's prices say why. `problems` counts the flows. Fails as
    /// `allocate` does; stopped, or undecided, when `watch` ends the first flow.
    [[nodiscard]] Result<Allocation> price(std::vector<std::int64_t>& prices, const Asked& asked,
                                           const AllocationWatch& watch,
                                           std::int64_t& problems) const;

    /// Branches of which one holds every better answer of this one, when `filled` is what its answer
    /// at `branch.prices` fills. None: nothing is better than that answer, or than what keeps nothing.
    [[nodiscard]] std::vector<CrossingBranch> branches(const CrossingBranch& branch,
                                                       const FilledOrders& filled) const;
    /// The branch with orders held so that the crossings of such an answer are kept: for a first
    /// answer, to measure others by.
    [[nodiscard]] CrossingBranch mended(const CrossingBranch& branch,
                                        const FilledOrders& filled) const;

  private:
    using Range = CrossingBranch::Range;
    [[nodiscard]] std::int64_t sum_of(std::size_t crossing, const FilledOrders& filled) const;
    /// By how much each is too full (> 0) or too empty; with prices, also what a price of its own
    /// would rather have fuller or emptier.
    [[nodiscard]] std::vector<std::int64_t> wrong(const FilledOrders& filled,
                                                  const std::vector<std::int64_t>* prices) const;
    [[nodiscard]] Result<Allocation> solve_at(const std::vector<std::int64_t>& prices,
                                              const AllocationWatch& watch) const;
    void step(std::vector<std::int64_t>& prices, const std::vector<std::int64_t>& wrong,
              double length) const;
    [[nodiscard]] Range range_of(std::size_t order) const;
    [[nodiscard]] std::vector<CrossingBranch> one_order_moves(const CrossingBranch& branch,
                                                              std::size_t crossing,
                                                              const FilledOrders& filled,
                                                              bool down) const;
    [[nodiscard]] std::vector<CrossingBranch> crossing_moves(const CrossingBranch& branch,
                                                             std::size_t crossing,
                                                             std::int64_t sum) const;

    AllocationProblem problem_;
    std::vector<AllocationCrossing> crossings_;
    std::vector<Range> ranges_;                         ///< of the crossings
    std::vector<std::vector<std::size_t>> of_orders_;  ///< the crossings of each order
    std::int64_t price_most_ = 0;                       ///< 0: scores too great to be priced
};

/// What an allocation of the problem gives each order.
[[nodiscard]] FilledOrders filled_orders(const AllocationProblem& problem,
                                         const std::vector<std::int32_t>& chosen);

}  // namespace jianghui::matching
