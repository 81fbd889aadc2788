#pragma once
// A good allocation to start the simplex method from: workers bid for seats (Bertsekas' auction),
// until nobody can gain more than a little by another bid. Fast, and only nearly best: whoever uses
// it proves or improves the rest.

#include "engine/matching/allocation.hpp"
#include "engine/matching/allocation_pairs.hpp"

namespace jianghui::matching {

/// Whom the auction left where, and at which prices.
struct AllocationStart {
    std::vector<std::int32_t> held;     ///< per worker: the edge of the seat, or −1
    std::vector<std::int64_t> prices;   ///< per order; may be above 0 where seats are free
    std::vector<std::int32_t> filled;   ///< seats per order
};
/// The scores of what is held, added up.
[[nodiscard]] Wide total_of(const AllocationProblem& problem, const AllocationStart& start);

/// Whether the auction knows all that the problem asks: one order a worker, no penalties, floors,
/// groups or slots, and nobody who must be placed.
[[nodiscard]] bool can_auction(const AllocationProblem& problem);

/// Runs the auction. Requires can_auction. Stops early, with the best that it has come to, when `watch` says
/// so; that is told after each round what the choice and the prices are worth.
[[nodiscard]] AllocationStart auction(const AllocationProblem& problem, const AllocationPairs& pairs,
                                      const AllocationWatch& watch);
[[nodiscard]] inline AllocationStart auction(const AllocationProblem& problem, const AllocationWatch& watch) {
    return auction(problem, AllocationPairs(problem), watch);
}

/// For each order without free seats the edges by which it hangs below another node of the tree that
/// the simplex method begins with; for each worker who holds a seat the same. A worker's −1 stands
/// for the arc to the root.
struct AllocationTree {
    std::vector<std::int32_t> workers;  ///< edge to an order, or −1
    std::vector<std::int32_t> orders;   ///< edge from the worker it hangs below; −1: to the root
};
/// A tree whose potentials come close to the auction's prices: a full order hangs below the worker in
/// it who would lose least by going to a cheaper order, and that worker below this order.
[[nodiscard]] AllocationTree tree_of(const AllocationProblem& problem,
                                     const AllocationStart& start);

}  // namespace jianghui::matching
