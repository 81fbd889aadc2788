#include "engine/matching/allocation_again.hpp"

#include <utility>

#include "engine/matching/allocation_network.hpp"

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

/// The problem and its network, which points into it.
struct AllocationAgain::State {
    State(AllocationProblem given, Wide score, Wide must)
        : problem(std::move(given)), score_max(score), network(problem, must) {
        network.make_elastic();
    }
    AllocationProblem problem;
    Wide score_max;
    AllocationNetwork<std::int64_t> network;
    bool begun = false;
};

AllocationAgain::AllocationAgain(std::unique_ptr<State> state) : state_(std::move(state)) {}
AllocationAgain::~AllocationAgain() = default;
AllocationAgain::AllocationAgain(AllocationAgain&&) noexcept = default;
AllocationAgain& AllocationAgain::operator=(AllocationAgain&&) noexcept = default;

Result<AllocationAgain> AllocationAgain::begin(AllocationProblem problem) {
    TRY_DO(check(problem));
    if (!is_plain(problem)) return not_there("/orders");
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
    auto& changed = edges[static_cast<std::size_t>(edge)];
    changed.score = score;
    if (state_->problem.workers[static_cast<std::size_t>(changed.worker)].most > 0)
        state_->network.change_score(edge, score);
    return Done{};
}

Result<Done> AllocationAgain::change_seats(std::int32_t order, std::int32_t most) {
    auto& orders = state_->problem.orders;
    if (order < 0 || static_cast<std::size_t>(order) >= orders.size() || most < 0)
        return not_there("/orders");
    orders[static_cast<std::size_t>(order)].most = most;
    state_->network.change_seats(order, most);
    return Done{};
}

Allocation AllocationAgain::solve(const AllocationWatch& watch) {
    if (!std::exchange(state_->begun, true) && can_auction(state_->problem))
        state_->network.begin_with(auction(state_->problem, watch));
    return state_->network.solve(watch);
}

const AllocationProblem& AllocationAgain::problem() const { return state_->problem; }

}  // namespace jianghui::matching
