#include "engine/matching/allocation_search.hpp"

#include <algorithm>
#include <queue>
#include <set>

#include "engine/matching/allocation_crossing.hpp"

namespace jianghui::matching {
namespace {

/// How many seats of a team's order may be filled; both ends are numbers of whole teams.
struct TeamRange {
    std::int32_t least = 0;
    std::int32_t most = 0;
};

/// What a branch has decided.
struct Decisions {
    std::vector<TeamRange> teams;
    std::set<std::int32_t> forbidden;  ///< edges
    CrossingBranch crossing = {};
};

/// Decisions, and what no allocation that keeps them can exceed.
struct SearchNode {
    Decisions decisions;
    Wide bound = 0;
    std::int64_t made = 0;  ///< the later of equal ones first: dives, and is deterministic
    bool operator<(const SearchNode& other) const {
        return bound != other.bound ? bound < other.bound : made < other.made;
    }
};

/// The problem without some of its edges, and which of the whole one's each is.
struct Thinned {
    AllocationProblem problem;
    std::vector<std::int32_t> edges;
};

Thinned without(const AllocationProblem& problem, const std::set<std::int32_t>& forbidden) {
    Thinned thin{problem, {}};
    thin.problem.edges.clear();
    thin.problem.edge_slots.clear();
    thin.problem.exact_scores.clear();
    auto next = forbidden.begin();
    for (std::int32_t e = 0; e < static_cast<std::int32_t>(problem.edges.size()); ++e) {
        if (next != forbidden.end() && *next == e) {
            ++next;
            continue;
        }
        thin.edges.push_back(e);
        thin.problem.edges.push_back(problem.edges[static_cast<std::size_t>(e)]);
        if (!problem.edge_slots.empty())
            thin.problem.edge_slots.push_back(problem.edge_slots[static_cast<std::size_t>(e)]);
        if (!problem.exact_scores.empty())
            thin.problem.exact_scores.push_back(problem.exact_scores[static_cast<std::size_t>(e)]);
    }
    return thin;
}

class Search {
  public:
    Search(const AllocationProblem& problem, const AllocationWishes& wishes,
           const AllocationWatch& watch)
        : problem_(problem), teams_(wishes.teams), sizes_(wishes.team_sizes),
          periods_(wishes.periods), asked_(watch) {
        if (watch) watch_ = [this](const AllocationProgress& flow) { return goes_on(flow); };
    }
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;

    Result<SearchedAllocation> run() {
        for (const auto team : teams_)
            if (problem_.orders.at(static_cast<std::size_t>(team)).least != 0)
                return refuse(error(allocation_malformed).at("/teams"));
        if (!sizes_.empty() && (sizes_.size() != teams_.size() ||
                                *std::min_element(sizes_.begin(), sizes_.end()) < 1))
            return refuse(error(allocation_malformed).at("/team_sizes"));
        if (!periods_.empty() && periods_.size() != problem_.orders.size())
            return refuse(error(allocation_malformed).at("/periods"));
        Decisions none;
        for (const auto team : teams_) none.teams.push_back({0, seats_of(team)});
        TRY(auto root, solve(none, rounds_at_root));
        found_.searched_bound = root.bound;
        root_bound_ = root.bound;
        bound_ = root.bound;
        root_prices_ = root.prices;
        if (root.status == AllocationStatus::infeasible ||
            root.status == AllocationStatus::undecided) {
            found_.allocation = std::move(root);
            return std::move(found_);
        }
        if (stopped_) return stopped_at_root(none, std::move(root));
        TRY_DO(look_at(none, root));
        TRY_DO(search());
        return finish();
    }

  private:
    /// Asks the watch, while a flow is solved or between two. What the first flow proves holds for the whole
    /// problem, unless it is one at prices of crossings; what it has chosen may break wishes.
    bool goes_on(const AllocationProgress& flow) {
        AllocationProgress now{AllocationStage::search, found_.problems, {}, bound_};
        if (!bound_) {
            now = flow;
            now.value.reset();
            if (!problem_.crossings.empty()) now.bound.reset();
        }
        if (best_) now.value = best_->value;
        return asked_(now);
    }
    Result<Done> search() {
        while (!waiting_.empty() && !stopped_) {
            if (best_ && waiting_.top().bound <= best_->value) break;
            bound_ = waiting_.top().bound;
            if (watch_ && !watch_({})) break;  // small flows never ask
            SearchNode node = waiting_.top();
            TRY(const auto relaxed, solve(node.decisions, rounds_in_branch));
            if (stopped_) break;  // the node stays: its bound still holds
            waiting_.pop();
            if (relaxed.status != AllocationStatus::optimal) continue;
            if (best_ && relaxed.bound <= best_->value) continue;
            TRY_DO(look_at(node.decisions, relaxed));
        }
        return Done{};
    }
    /// Stopped within the first flow: what it has is an answer if it keeps the wishes.
    Result<SearchedAllocation> stopped_at_root(const Decisions& none, Allocation root) {
        waiting_.push({none, root.bound, ++made_});
        if (keeps_all(root)) keep(root);
        return finish();
    }
    SearchedAllocation finish() {
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

    /// The problem that keeps these decisions, but for what they say of crossings.
    [[nodiscard]] Thinned thinned(const Decisions& decisions) const {
        Thinned kept = without(problem_, decisions.forbidden);
        for (std::size_t t = 0; t < teams_.size(); ++t) {
            auto& order = kept.problem.orders[static_cast<std::size_t>(teams_[t])];
            order.least = decisions.teams[t].least;
            order.most = decisions.teams[t].most;
        }
        return kept;
    }
    /// The flow that keeps these decisions; with crossings, at prices found in so many rounds.
    Result<Allocation> solve(Decisions& decisions, int rounds) {
        Thinned kept = thinned(decisions);
        const auto renumber = [&](std::vector<std::int32_t>& chosen) {
            for (auto& e : chosen) e = kept.edges[static_cast<std::size_t>(e)];
        };
        auto answer = problem_.crossings.empty()
                          ? solve_flow(kept.problem)
                          : solve_priced(kept.problem, decisions.crossing, rounds, renumber);
        if (!answer) return answer;
        if (answer->status == AllocationStatus::stopped ||
            answer->status == AllocationStatus::undecided)
            stopped_ = true;
        renumber(answer->chosen);
        return answer;
    }
    Result<Allocation> solve_flow(const AllocationProblem& problem) {
        ++found_.problems;
        return allocate(problem, watch_);
    }
    template <class Renumber>
    Result<Allocation> solve_priced(const AllocationProblem& problem, CrossingBranch& branch,
                                    int rounds, const Renumber& renumber) {
        const Crossings crossings(problem, branch);
        if (crossings.impossible()) {
            Allocation nothing;
            nothing.status = AllocationStatus::infeasible;
            return nothing;
        }
        const auto see = [&](Allocation answer) {
            renumber(answer.chosen);
            if (keeps_all(answer)) keep(answer);
        };
        const auto aim = best_ ? std::optional(best_->value) : std::nullopt;
        return crossings.price(branch.prices, {rounds, aim, see}, watch_, found_.problems);
    }

    /// Keeps the answer when it breaks no wish; else looks for a first answer near it, and branches.
    Result<Done> look_at(const Decisions& decisions, const Allocation& answer) {
        const auto broken = broken_teams(answer);
        const auto pair = overlap_in(answer);
        if (keeps_all(answer)) {
            keep(answer);
        } else {
            TRY_DO(mend(decisions, answer));
        }
        if (pair)
            branch(decisions, *pair, answer.bound);
        else if (!broken.empty())
            branch(decisions, broken.front(), answer);
        else if (!problem_.crossings.empty())
            branch_crossings(decisions, answer);
        return Done{};
    }
    void branch_crossings(const Decisions& decisions, const Allocation& answer) {
        const Crossings crossings(thinned(decisions).problem, decisions.crossing);
        for (auto& crossing : crossings.branches(decisions.crossing,
                                                 filled_orders(problem_, answer.chosen))) {
            SearchNode node{decisions, answer.bound, ++made_};
            node.decisions.crossing = std::move(crossing);
            waiting_.push(std::move(node));
        }
    }
    void branch(const Decisions& decisions, std::size_t team, const Allocation& answer) {
        const auto around = whole_teams_around(team, filled_in(team, answer));
        const auto [least, most] = decisions.teams[team];
        for (const auto range : {TeamRange{least, around.least}, TeamRange{around.most, most}}) {
            SearchNode node{decisions, answer.bound, ++made_};
            node.decisions.teams[team] = range;
            waiting_.push(std::move(node));
        }
    }
    void branch(const Decisions& decisions, std::pair<std::int32_t, std::int32_t> pair,
                Wide bound) {
        SearchNode not_first{decisions, bound, ++made_};
        not_first.decisions.forbidden.insert(pair.first);
        waiting_.push(std::move(not_first));
        SearchNode alone{decisions, bound, ++made_};
        forbid_around(pair.first, alone.decisions.forbidden);
        waiting_.push(std::move(alone));
    }
    /// Every other edge of the worker whose order overlaps this one's.
    void forbid_around(std::int32_t edge, std::set<std::int32_t>& forbidden) const {
        const auto& kept = edge_of(edge);
        for (std::int32_t step : {-1, 1})
            for (auto e = edge + step; e >= 0 && e < static_cast<std::int32_t>(problem_.edges.size()) &&
                                       edge_of(e).worker == kept.worker;
                 e += step)
                if (overlap(period_of(kept), period_of(edge_of(e)))) forbidden.insert(e);
    }

    /// Leaves broken teams unbegun and forbids the lesser of overlapping pairs, until an answer is whole or
    /// after a few rounds: only a first answer, to measure the others by.
    Result<Done> mend(Decisions decisions, Allocation answer) {
        constexpr int rounds = 3;
        for (int round = 0; round < rounds && !stopped_; ++round) {
            for (const auto t : broken_teams(answer))
                decisions.teams[t].most = whole_teams_around(t, filled_in(t, answer)).least;
            forbid_lesser(answer, decisions.forbidden);
            if (!problem_.crossings.empty())
                decisions.crossing =
                    Crossings(thinned(decisions).problem, decisions.crossing)
                        .mended(decisions.crossing, filled_orders(problem_, answer.chosen));
            TRY(answer, solve(decisions, 1));
            if (answer.status != AllocationStatus::optimal) break;
            if (!keeps_all(answer)) continue;
            keep(answer);
            break;
        }
        return Done{};
    }
    void forbid_lesser(const Allocation& answer, std::set<std::int32_t>& forbidden) const {
        if (periods_.empty()) return;
        auto chosen = answer.chosen;
        while (const auto pair = first_overlap(problem_, periods_, chosen)) {
            const auto lesser = edge_of(pair->first).score < edge_of(pair->second).score
                                    ? pair->first
                                    : pair->second;
            forbidden.insert(lesser);
            chosen.erase(std::find(chosen.begin(), chosen.end(), lesser));
        }
    }

    void keep(const Allocation& answer) {
        if (!best_ || answer.value > best_->value) best_ = answer;
    }
    [[nodiscard]] bool keeps_all(const Allocation& answer) const {
        if (!broken_teams(answer).empty() || overlap_in(answer)) return false;
        const auto filled = filled_orders(problem_, answer.chosen);
        for (const auto& crossing : problem_.crossings) {
            std::int64_t sum = 0;
            for (const auto order : crossing.orders) sum += filled[static_cast<std::size_t>(order)];
            if (sum < crossing.least || sum > crossing.most) return false;
        }
        return true;
    }
    [[nodiscard]] std::optional<std::pair<std::int32_t, std::int32_t>> overlap_in(
        const Allocation& answer) const {
        if (periods_.empty()) return std::nullopt;
        return first_overlap(problem_, periods_, answer.chosen);
    }
    [[nodiscard]] std::vector<std::size_t> broken_teams(const Allocation& answer) const {
        std::vector<std::int32_t> filled(problem_.orders.size());
        for (const auto e : answer.chosen) ++filled[static_cast<std::size_t>(edge_of(e).order)];
        std::vector<std::size_t> broken;
        for (std::size_t t = 0; t < teams_.size(); ++t) {
            const auto there = filled[static_cast<std::size_t>(teams_[t])];
            const auto around = whole_teams_around(t, there);
            if (around.least != there && around.most != there) broken.push_back(t);
        }
        return broken;
    }
    [[nodiscard]] std::int32_t seats_of(std::int32_t order) const {
        return problem_.orders[static_cast<std::size_t>(order)].most;
    }
    [[nodiscard]] std::int32_t filled_in(std::size_t team, const Allocation& answer) const {
        return static_cast<std::int32_t>(
            std::count_if(answer.chosen.begin(), answer.chosen.end(),
                          [&](std::int32_t e) { return edge_of(e).order == teams_[team]; }));
    }
    /// The nearest numbers of seats that whole teams fill, not above and not below `filled`.
    [[nodiscard]] TeamRange whole_teams_around(std::size_t team, std::int32_t filled) const {
        if (filled == 0) return {0, 0};
        const auto seats = seats_of(teams_[team]);
        const auto size = sizes_.empty() ? seats : sizes_[team];
        const auto empty = seats - filled;
        const auto fewer = empty / size * size;
        return {std::max(0, seats - (fewer == empty ? fewer : fewer + size)), seats - fewer};
    }
    [[nodiscard]] const AllocationEdge& edge_of(std::int32_t edge) const {
        return problem_.edges[static_cast<std::size_t>(edge)];
    }
    [[nodiscard]] const AllocationPeriod& period_of(const AllocationEdge& edge) const {
        return periods_[static_cast<std::size_t>(edge.order)];
    }

    static constexpr int rounds_at_root = 60;
    static constexpr int rounds_in_branch = 8;

    const AllocationProblem& problem_;
    const std::vector<std::int32_t>& teams_;
    const std::vector<std::int32_t>& sizes_;
    const std::vector<AllocationPeriod>& periods_;
    const AllocationWatch& asked_;
    AllocationWatch watch_;  ///< of the flows
    std::optional<Wide> bound_;  ///< of the branches that are left
    std::priority_queue<SearchNode> waiting_;
    std::optional<Allocation> best_;
    AllocationPrices root_prices_;
    Wide root_bound_ = 0;
    std::int64_t made_ = 0;
    bool stopped_ = false;
    SearchedAllocation found_;
};

}  // namespace

Result<SearchedAllocation> search_allocation(const AllocationProblem& problem,
                                             const AllocationWishes& wishes,
                                             const AllocationWatch& watch) {
    TRY_DO(check(problem));
    return Search(problem, wishes, watch).run();
}

}  // namespace jianghui::matching
