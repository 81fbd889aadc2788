#include "engine/matching/teams.hpp"

#include <queue>

namespace jianghui::matching {
namespace {

enum class TeamState : std::int8_t { open, whole, closed };

/// Decisions about some teams, and what no allocation that keeps them can exceed.
struct TeamNode {
    std::vector<TeamState> states;
    Wide bound = 0;
    std::int64_t made = 0;  ///< the later of equal ones first: dives, and is deterministic
    bool operator<(const TeamNode& other) const {
        return bound != other.bound ? bound < other.bound : made < other.made;
    }
};

class TeamSearch {
  public:
    TeamSearch(const AllocationProblem& problem, const std::vector<std::int32_t>& teams,
               const AllocationWatch& watch)
        : problem_(problem), teams_(teams), watch_(watch) {}

    Result<TeamAllocation> run() {
        for (const auto team : teams_)
            if (problem_.orders.at(static_cast<std::size_t>(team)).least != 0)
                return refuse(error(allocation_malformed).at("/teams"));
        const std::vector<TeamState> undecided(teams_.size(), TeamState::open);
        TRY(auto root, solve(undecided));
        found_.searched_bound = root.bound;
        if (root.status == AllocationStatus::infeasible ||
            root.status == AllocationStatus::undecided) {
            found_.allocation = std::move(root);
            return std::move(found_);
        }
        root_bound_ = root.bound;
        root_prices_ = root.prices;
        TRY_DO(look_at(undecided, root));
        TRY_DO(search());
        return finish();
    }

  private:
    Result<Done> search() {
        while (!waiting_.empty() && !stopped_) {
            if (best_ && waiting_.top().bound <= best_->value) break;
            const TeamNode node = waiting_.top();
            TRY(const auto relaxed, solve(node.states));
            if (stopped_) break;  // the node stays: its bound still holds
            waiting_.pop();
            if (relaxed.status != AllocationStatus::optimal) continue;
            if (best_ && relaxed.value <= best_->value) continue;
            TRY_DO(look_at(node.states, relaxed));
        }
        return Done{};
    }
    TeamAllocation finish() {
        const bool ended = waiting_.empty() || (best_ && waiting_.top().bound <= best_->value);
        if (best_) {
            found_.searched_bound = ended ? best_->value : waiting_.top().bound;
            found_.allocation = std::move(*best_);
            found_.allocation.status =
                ended ? AllocationStatus::optimal : AllocationStatus::stopped;
        } else {
            found_.allocation.status =
                ended ? AllocationStatus::infeasible : AllocationStatus::undecided;
        }
        found_.allocation.bound = root_bound_;
        found_.allocation.prices = std::move(root_prices_);
        return std::move(found_);
    }

    /// The flow that keeps these decisions.
    Result<Allocation> solve(const std::vector<TeamState>& states) {
        AllocationProblem kept = problem_;
        for (std::size_t t = 0; t < states.size(); ++t) {
            auto& order = kept.orders[static_cast<std::size_t>(teams_[t])];
            if (states[t] == TeamState::whole) order.least = order.most;
            if (states[t] == TeamState::closed) order.most = 0;
        }
        ++found_.problems;
        auto answer = allocate(kept, watch_);
        if (answer && (answer->status == AllocationStatus::stopped ||
                       answer->status == AllocationStatus::undecided))
            stopped_ = true;
        return answer;
    }

    /// Keeps the answer when its teams are whole; else closes the broken ones for a first answer, and
    /// branches on the first of them.
    Result<Done> look_at(const std::vector<TeamState>& states, const Allocation& answer) {
        const auto broken = broken_teams(answer);
        if (broken.empty()) {
            keep(answer);
            return Done{};
        }
        auto without = states;
        for (const auto t : broken) without[t] = TeamState::closed;
        TRY(const auto rounded, solve(without));
        if (rounded.status == AllocationStatus::optimal && broken_teams(rounded).empty())
            keep(rounded);
        for (const auto state : {TeamState::closed, TeamState::whole}) {
            TeamNode node{states, answer.bound, ++made_};
            node.states[broken.front()] = state;
            waiting_.push(std::move(node));
        }
        return Done{};
    }
    void keep(const Allocation& answer) {
        if (!best_ || answer.value > best_->value) best_ = answer;
    }
    [[nodiscard]] std::vector<std::size_t> broken_teams(const Allocation& answer) const {
        std::vector<std::int32_t> filled(problem_.orders.size());
        for (const auto e : answer.chosen)
            ++filled[static_cast<std::size_t>(
                problem_.edges[static_cast<std::size_t>(e)].order)];
        std::vector<std::size_t> broken;
        for (std::size_t t = 0; t < teams_.size(); ++t) {
            const auto order = static_cast<std::size_t>(teams_[t]);
            if (filled[order] != 0 && filled[order] != problem_.orders[order].most)
                broken.push_back(t);
        }
        return broken;
    }

    const AllocationProblem& problem_;
    const std::vector<std::int32_t>& teams_;
    const AllocationWatch& watch_;
    std::priority_queue<TeamNode> waiting_;
    std::optional<Allocation> best_;
    AllocationPrices root_prices_;
    Wide root_bound_ = 0;
    std::int64_t made_ = 0;
    bool stopped_ = false;
    TeamAllocation found_;
};

}  // namespace

Result<TeamAllocation> allocate_teams(const AllocationProblem& problem,
                                      const std::vector<std::int32_t>& teams,
                                      const AllocationWatch& watch) {
    TRY_DO(check(problem));
    return TeamSearch(problem, teams, watch).run();
}

}  // namespace jianghui::matching
