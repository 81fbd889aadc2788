#pragma once
// Who goes where when a whole batch is decided at once: the allocation of workers to the seats of
// orders that has the greatest total score, with prices that prove it. Pure; exact in integers.
//
//   AllocationProblem problem{.workers = {{1}, {1}}, .orders = {{.most = 1}},
//                             .edges = {{0, 0, 70}, {1, 0, 90}}};
//   TRY(const Allocation best, allocate(problem));
//   ASSERT(verify(problem, best)->optimal);            // linear time, shares no code with the solver

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <boost/describe/enum.hpp>

#include "engine/base/base.hpp"

namespace jianghui::matching {

/// Sums of scores: wide enough that no sum of 64-bit scores can overflow.
__extension__ typedef __int128 Wide;

/// One who seeks work. 0 orders at most: takes no part.
struct AllocationWorker {
    std::int32_t most = 1;  ///< orders at once
    Wide penalty = 0;       ///< what leaving this worker without any order costs; 0 … 2^70 (2^116 beside exact scores)
    std::int32_t group = -1;  ///< in AllocationProblem::worker_groups; −1: none
};

/// An order, with seats.
struct AllocationOrder {
    std::int32_t most = 0;    ///< seats
    std::int32_t least = 0;   ///< of them that must be filled
    std::int32_t group = -1;  ///< in AllocationProblem::groups; −1: none
};

/// Orders, or workers, that share a floor and a ceiling of the seats that they fill together: orders
/// of one place, candidates of one agency.
struct AllocationGroup {
    std::int64_t least = 0;
    std::int64_t most = std::int64_t{1} << 38;
    /// The group of orders in which this one lies wholly (a county in its city); −1: none. Of groups
    /// of workers always −1.
    std::int32_t parent = -1;
};

/// Orders that share a floor and a ceiling beside the groups in which they are, and may lie across
/// them: those of a trade, while the groups are places.
struct AllocationCrossing {
    std::vector<std::int32_t> orders;  ///< ascending
    std::int64_t least = 0;
    std::int64_t most = std::int64_t{1} << 38;
};

/// This worker may take one seat of this order, for this score.
struct AllocationEdge {
    std::int32_t worker = 0;
    std::int32_t order = 0;
    std::int64_t score = 0;
};

struct AllocationProblem {
    std::vector<AllocationWorker> workers;
    std::vector<AllocationOrder> orders;  ///< at most 2^38 seats in all
    std::vector<AllocationGroup> groups;
    std::vector<AllocationEdge> edges;  ///< ascending by worker, then order; each pair once
    bool everybody = false;             ///< every worker who takes part must get an order
    std::vector<AllocationGroup> worker_groups = {};
    /// Pairs of one worker of which at most one may be chosen, since their orders overlap: for each
    /// edge its slot, or −1. Empty: no slots (`with_slots` makes them of periods).
    std::vector<std::int32_t> edge_slots = {};
    std::vector<std::int32_t> slot_workers = {};  ///< whose each slot is
    /// Scores that 64 bits do not hold: per edge the score itself, 2^116 at most either way. Those of `edges` are
    /// then these without their last digits, where a search begins. Empty: the scores are those of `edges`.
    std::vector<Wide> exact_scores = {};
    /// No flow knows these: `search_allocation` solves such a problem, `allocate` refuses it.
    std::vector<AllocationCrossing> crossings = {};
};

/// The score that counts of an edge.
[[nodiscard]] inline Wide score_of(const AllocationProblem& problem, std::size_t edge) {
    return problem.exact_scores.empty() ? Wide{problem.edges[edge].score} : problem.exact_scores[edge];
}

enum class AllocationStatus : std::uint8_t {
    optimal,     ///< no allocation has a greater value
    stopped,     ///< feasible, but the search was stopped: `bound` − `value` is the gap
    infeasible,  ///< what must be filled or placed cannot be
    undecided    ///< stopped before anything feasible was found
};
BOOST_DESCRIBE_ENUM(AllocationStatus, optimal, stopped, infeasible, undecided)

/// What a seat or a worker is worth at the margin. With `worker[w] + order[o] ≥ score` for every
/// pair that was not chosen they prove that nothing is better (verify).
struct AllocationPrices {
    std::vector<Wide> workers;
    std::vector<Wide> orders;
    std::vector<Wide> groups;
    std::vector<Wide> worker_groups = {};
    std::vector<Wide> slots = {};
    std::vector<Wide> crossings = {};
};

struct Allocation {
    AllocationStatus status = AllocationStatus::undecided;
    std::vector<std::int32_t> chosen;  ///< numbers of edges, ascending
    Wide total = 0;                    ///< Σ scores of the chosen edges
    Wide value = 0;                    ///< `total` less the penalties of workers left without
    Wide bound = 0;                    ///< no allocation has a greater value
    AllocationPrices prices;           ///< prove `bound`
};

/// What is being done, in this order; not every problem needs all of it.
enum class AllocationStage : std::uint8_t {
    auction,  ///< workers bid for seats, until a choice is nearly best
    repair,   ///< what the auction left is made best, and proven
    flow,     ///< the same as a flow of least cost, where the auction does not know all that is asked
    search    ///< teams, overlaps and crossings are decided one by one
};
BOOST_DESCRIBE_ENUM(AllocationStage, auction, repair, flow, search)

/// How far it is. Both values are certain: the answer has at least `value` if it is stopped now, and no
/// allocation has more than `bound`. Between them lies the best, and the distance only shrinks.
struct AllocationProgress {
    AllocationStage stage = AllocationStage::auction;
    std::int64_t steps = 0;          ///< of the stage: bids, looks, pivots, flows
    std::optional<Wide> value = {};  ///< nothing: no choice is known yet
    std::optional<Wide> bound = {};  ///< nothing: nothing is proven yet
};

/// Asked every few milliseconds whether to go on; empty: to the end.
using AllocationWatch = std::function<bool(const AllocationProgress&)>;

/// Whether all that `allocate` adds up fits: scores × workers within 2^80, exact scores × workers × seats
/// within 2^120, about.
[[nodiscard]] bool sums_fit(const AllocationProblem& problem);

/// The allocation of greatest value. The same problem gives the same answer. Fails with
/// allocation_malformed when the problem breaks what its members promise, has crossings, or its sums do
/// not fit.
[[nodiscard]] Result<Allocation> allocate(const AllocationProblem& problem,
                                          const AllocationWatch& watch = {});
/// The baseline: best pair first, ties by worker and then order; only pairs that gain something.
/// Knows floors and `everybody` no more than a person with a list does. `bound` is not filled.
[[nodiscard]] Result<Allocation> allocate_greedily(const AllocationProblem& problem);

/// What an independent look at an answer found.
struct AllocationVerdict {
    bool feasible = false;  ///< capacities, floors, groups, `everybody`, each pair once
    bool optimal = false;   ///< feasible, and the prices prove that nothing has a greater value
    Wide total = 0;
    Wide value = 0;
    Wide bound = 0;  ///< what the prices prove
};
/// Checks an answer against its problem in linear time, from `chosen` and `prices` alone. Fails with
/// allocation_malformed when these do not fit the problem, or `total`, `value` or `bound` says
/// something else than was found.
[[nodiscard]] Result<AllocationVerdict> verify(const AllocationProblem& problem,
                                               const Allocation& answer);

/// Fails with allocation_malformed, the path naming the member, unless the problem keeps what its
/// members promise.
[[nodiscard]] Result<Done> check(const AllocationProblem& problem);

inline constexpr ErrorCode allocation_malformed{
    "allocation_malformed", Kind::invalid, "分配问题或结果不完整、不一致。请核对输入。",
    "The allocation problem or answer is inconsistent. Please check the input."};

}  // namespace jianghui::matching
