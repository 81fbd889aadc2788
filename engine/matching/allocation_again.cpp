#include "engine/matching/allocation_again.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "engine/matching/allocation_network.hpp"
#include "engine/matching/allocation_repair.hpp"

namespace jianghui::matching {
namespace {

tl::unexpected<Error> not_there(const char* member) {
    return refuse(error(allocation_malformed).at(member));
}

Wide greatest_score(const AllocationProblem& problem) {
    Wide greatest = 0;
    for (const auto& edge : problem.edges)
        greatest = std::max<Wide>(greatest, edge.score < 0 ? -edge.score : edge.score);
    return greatest;
}

bool is_plain(const AllocationProblem& problem) {
    return !problem.everybody && problem.groups.empty() && problem.worker_groups.empty() &&
           problem.slot_workers.empty() &&
           std::all_of(problem.orders.begin(), problem.orders.end(),
                       [](const AllocationOrder& order) {
                           return order.least == 0 && order.most > 0;
                       });
}

}  // namespace

/// The problem, and what points into it: where each worker takes one order and costs nothing without,
/// its mended answer (from the first proven one on), else its network.
struct AllocationAgain::State {
    using NarrowRepair = AllocationRepair<std::int32_t>;
    using WideRepair = AllocationRepair<std::int64_t>;
    State(AllocationProblem given, Wide score, Wide must)
        : problem(std::move(given)), score_max(score) {
        for (const auto& order : problem.orders) seats += order.most;
        if (can_auction(problem)) return;
        network.emplace(problem, must);
        network->make_elastic();
    }
    /// Begins the next solving with this answer, which is proven.
    void keep(const Allocation& best) {
        std::vector<std::int32_t> held(problem.workers.size(), -1);
        for (const auto edge : best.chosen)
            held[static_cast<std::size_t>(problem.edges[static_cast<std::size_t>(edge)].worker)] = edge;
        std::vector<std::int64_t> prices;
        // An empty order's price may be anything below 0, and of one without seats higher than all scores.
        for (const auto price : best.prices.orders)
            prices.push_back(static_cast<std::int64_t>(std::clamp<Wide>(price, 0, score_max)));
        const auto begin_with = [&](auto& made) {
            ASSERT(made.run({}) == RepairEnd::best);  // Nothing is left to do.
            made.expect_changes();
        };
        if (NarrowRepair::fits(score_max))
            begin_with(repair.emplace<NarrowRepair>(problem, held, prices));
        else
            begin_with(repair.emplace<WideRepair>(problem, held, prices));
    }
    /// Does this with the mended answer, if there is one.
    template <class F>
    void with_repair(F&& f) {
        if (auto* narrow = std::get_if<NarrowRepair>(&repair)) f(*narrow);
        if (auto* wide = std::get_if<WideRepair>(&repair)) f(*wide);
    }
    AllocationProblem problem;
    Wide score_max;
    std::int64_t seats = 0;  ///< in all
    std::optional<AllocationNetwork<std::int64_t>> network;
    std::variant<std::monostate, NarrowRepair, WideRepair> repair;
};

AllocationAgain::AllocationAgain(std::unique_ptr<State> state) : state_(std::move(state)) {}
AllocationAgain::~AllocationAgain() = default;
AllocationAgain::AllocationAgain(AllocationAgain&&) noexcept = default;
AllocationAgain& AllocationAgain::operator=(AllocationAgain&&) noexcept = default;

Result<AllocationAgain> AllocationAgain::begin(AllocationProblem problem) {
    TRY_DO(check(problem));
    if (!is_plain(problem)) return not_there("/orders");
    if (!problem.exact_scores.empty()) return not_there("/exact_scores");
    const Wide score = 2 * greatest_score(problem);
    const auto sizes = magnitudes(problem, score);
    if (sizes.potential >= std::numeric_limits<std::int64_t>::max() / 4) return not_there("/edges");
    return AllocationAgain(std::make_unique<State>(std::move(problem), score, sizes.must));
}

Result<Done> AllocationAgain::change_score(std::int32_t edge, std::int64_t score) {
    auto& edges = state_->problem.edges;
    if (edge < 0 || static_cast<std::size_t>(edge) >= edges.size() || score > state_->score_max ||
        -Wide{score} > state_->score_max)
        return not_there("/edges");
    // Written without being read: who changes many pairs does not wait for the memory of each.
    auto& changed = edges[static_cast<std::size_t>(edge)];
    changed.score = score;
    if (state_->network && state_->problem.workers[static_cast<std::size_t>(changed.worker)].most > 0)
        state_->network->change_score(edge, score);
    state_->with_repair([&](auto& repair) { repair.changed_score(edge); });
    return Done{};
}

Result<Done> AllocationAgain::change_seats(std::int32_t order, std::int32_t most) {
    auto& orders = state_->problem.orders;
    if (order < 0 || static_cast<std::size_t>(order) >= orders.size() || most < 0)
        return not_there("/orders");
    auto& seats = orders[static_cast<std::size_t>(order)].most;
    if (state_->seats - seats + most > seats_max) return not_there("/orders");
    state_->seats += most - seats;
    seats = most;
    if (state_->network) state_->network->change_seats(order, most);
    state_->with_repair([&](auto& repair) { repair.changed_seats(order); });
    return Done{};
}

Allocation AllocationAgain::solve(const AllocationWatch& watch) {
    if (state_->network) return state_->network->solve(watch);
    std::optional<Allocation> mended;
    state_->with_repair([&](auto& repair) {
        const auto end = repair.run(watch);
        if (end != RepairEnd::too_far) mended = repair.answer(end);
    });
    if (mended) return *std::move(mended);
    state_->repair = std::monostate{};
    auto best = allocate(state_->problem, watch);
    ASSERT(best.has_value());  // It was checked at the beginning, and each change since.
    if (best->status == AllocationStatus::optimal) state_->keep(*best);
    return *std::move(best);
}

const AllocationProblem& AllocationAgain::problem() const { return state_->problem; }

}  // namespace jianghui::matching
