#include "engine/matching/allocation_crossing.hpp"

#include <algorithm>

namespace jianghui::matching {

FilledOrders filled_orders(const AllocationProblem& problem,
                           const std::vector<std::int32_t>& chosen) {
    FilledOrders filled(problem.orders.size());
    for (const auto e : chosen)
        ++filled[static_cast<std::size_t>(problem.edges[static_cast<std::size_t>(e)].order)];
    return filled;
}

Crossings::Crossings(AllocationProblem problem, const CrossingBranch& branch)
    : problem_(std::move(problem)), crossings_(std::move(problem_.crossings)),
      of_orders_(problem_.orders.size()) {
    problem_.crossings.clear();
    for (const auto& [order, range] : branch.orders) {
        auto& kept = problem_.orders[order];
        kept.least = std::max(kept.least, static_cast<std::int32_t>(range.least));
        kept.most = std::min(kept.most, static_cast<std::int32_t>(range.most));
    }
    std::size_t together = 1;
    for (std::size_t c = 0; c < crossings_.size(); ++c) {
        const auto changed = branch.crossings.find(c);
        ranges_.push_back(changed != branch.crossings.end()
                              ? changed->second
                              : Range{crossings_[c].least, crossings_[c].most});
        std::int64_t seats = 0;
        for (const auto number : crossings_[c].orders) {
            const auto order = static_cast<std::size_t>(number);
            of_orders_[order].push_back(c);
            together = std::max(together, of_orders_[order].size());
            seats += std::max(0, problem_.orders[order].most);
        }
        ranges_[c].most = std::min(ranges_[c].most, seats);
    }
    // A seat changes the value by no more than some scores, and a score less prices must stay one.
    std::int64_t steepest = 0;
    for (const auto& edge : problem_.edges)
        steepest = std::max(steepest, edge.score < 0 ? -edge.score : edge.score);
    if (problem_.exact_scores.empty() && steepest <= (std::int64_t{1} << 58) / static_cast<std::int64_t>(8 * together))
        price_most_ = 4 * steepest + 1;
}

bool Crossings::impossible() const {
    for (const auto& order : problem_.orders)
        if (order.least > order.most) return true;
    for (std::size_t c = 0; c < crossings_.size(); ++c) {
        std::int64_t least = 0;
        for (const auto order : crossings_[c].orders)
            least += problem_.orders[static_cast<std::size_t>(order)].least;
        if (ranges_[c].least > ranges_[c].most || least > ranges_[c].most) return true;
    }
    return false;
}

CrossingBranch::Range Crossings::range_of(std::size_t order) const {
    return {problem_.orders[order].least, problem_.orders[order].most};
}

std::int64_t Crossings::sum_of(std::size_t crossing, const FilledOrders& filled) const {
    std::int64_t sum = 0;
    for (const auto order : crossings_[crossing].orders)
        sum += filled[static_cast<std::size_t>(order)];
    return sum;
}

std::vector<std::int64_t> Crossings::wrong(const FilledOrders& filled,
                                           const std::vector<std::int64_t>* prices) const {
    std::vector<std::int64_t> wrong;
    for (std::size_t c = 0; c < crossings_.size(); ++c) {
        const auto sum = sum_of(c, filled);
        const auto& range = ranges_[c];
        const std::int64_t price = prices != nullptr ? (*prices)[c] : 0;
        if (sum > range.most || price > 0)
            wrong.push_back(sum - range.most);
        else if (sum < range.least || price < 0)
            wrong.push_back(sum - range.least);
        else
            wrong.push_back(0);
    }
    return wrong;
}

Result<Allocation> Crossings::solve_at(const std::vector<std::int64_t>& prices,
                                       const AllocationWatch& watch) const {
    AllocationProblem priced = problem_;
    std::vector<std::int64_t> taken(problem_.orders.size());
    for (std::size_t o = 0; o < taken.size(); ++o)
        for (const auto c : of_orders_[o]) taken[o] += prices[c];
    for (auto& edge : priced.edges) edge.score -= taken[static_cast<std::size_t>(edge.order)];
    TRY(auto answer, allocate(priced, watch));
    answer.value -= answer.total;
    answer.total = 0;
    for (const auto e : answer.chosen)
        answer.total += score_of(problem_, static_cast<std::size_t>(e));
    answer.value += answer.total;
    for (std::size_t c = 0; c < prices.size(); ++c)
        answer.bound +=
            std::max(Wide{prices[c]} * ranges_[c].least, Wide{prices[c]} * ranges_[c].most);
    for (std::size_t o = 0; o < taken.size(); ++o) answer.prices.orders[o] += taken[o];
    answer.prices.crossings.assign(prices.begin(), prices.end());
    return answer;
}

/// One step of the subgradient. That it is computed in floating point makes no answer less exact:
/// any whole prices prove a bound.
void Crossings::step(std::vector<std::int64_t>& prices, const std::vector<std::int64_t>& wrong,
                     double length) const {
    double square = 0;
    for (const auto each : wrong) square += static_cast<double>(each) * static_cast<double>(each);
    const auto most = static_cast<double>(price_most_);
    for (std::size_t c = 0; c < prices.size(); ++c) {
        if (wrong[c] == 0) continue;
        const double far = length * static_cast<double>(wrong[c]) / square;
        const auto whole = static_cast<std::int64_t>(std::clamp(far, -most, most));
        const std::int64_t moved = whole != 0 ? whole : wrong[c] > 0 ? 1 : -1;
        const std::int64_t moved_to = prices[c] + moved;
        // Across 0 it stops: there the other side of the range begins to count.
        const bool crosses = (prices[c] > 0 && moved_to < 0) || (prices[c] < 0 && moved_to > 0);
        prices[c] = crosses ? 0 : std::clamp(moved_to, -price_most_, price_most_);
    }
}

Result<Allocation> Crossings::price(std::vector<std::int64_t>& prices, const Asked& asked,
                                    const AllocationWatch& watch, std::int64_t& problems) const {
    prices.resize(crossings_.size());
    auto here = prices;
    std::optional<Allocation> best;
    double boldness = 1;
    for (int round = 0; round < asked.rounds; ++round) {
        ++problems;
        TRY(auto answer, solve_at(here, watch));
        if (answer.status != AllocationStatus::optimal) {
            if (!best) return answer;
            break;
        }
        if (asked.see) asked.see(answer);
        const auto off = wrong(filled_orders(problem_, answer.chosen), &here);
        const Wide bound = answer.bound;
        if (!best || bound < best->bound) {
            best = std::move(answer);
            prices = here;
        } else {
            boldness *= 0.7;
        }
        const bool is_right = std::all_of(off.begin(), off.end(),
                                          [](std::int64_t each) { return each == 0; });
        if (is_right || price_most_ == 0 || (asked.aim && bound <= *asked.aim)) break;
        // Polyak's step towards the aim; without one a tenth of the steepest score.
        const double length = asked.aim ? static_cast<double>(bound - *asked.aim)
                                        : static_cast<double>(price_most_) / 40;
        step(here, off, boldness * length);
    }
    return std::move(*best);
}

std::vector<CrossingBranch> Crossings::branches(const CrossingBranch& branch,
                                                const FilledOrders& filled) const {
    const auto broken = wrong(filled, nullptr);
    for (std::size_t c = 0; c < broken.size(); ++c)
        if (broken[c] != 0) return one_order_moves(branch, c, filled, broken[c] > 0);
    const auto off = wrong(filled, &branch.prices);
    for (std::size_t c = 0; c < off.size(); ++c)
        if (off[c] != 0) return crossing_moves(branch, c, sum_of(c, filled));
    return {};
}

/// Whoever keeps a crossing that is too full gives one of its orders less than it has: the first of
/// them that does. (Too empty: more.) After a few orders the rest is one branch, told apart later.
std::vector<CrossingBranch> Crossings::one_order_moves(const CrossingBranch& branch,
                                                       std::size_t crossing,
                                                       const FilledOrders& filled,
                                                       bool down) const {
    constexpr std::size_t at_once = 8;
    std::vector<CrossingBranch> found;
    CrossingBranch rest = branch;
    for (const auto number : crossings_[crossing].orders) {
        const auto order = static_cast<std::size_t>(number);
        const auto [least, most] = range_of(order);
        if (filled[order] == (down ? least : most)) continue;
        if (found.size() == at_once) {
            found.push_back(std::move(rest));
            return found;
        }
        CrossingBranch moved = rest;
        moved.orders[order] =
            down ? Range{least, filled[order] - 1} : Range{filled[order] + 1, most};
        found.push_back(std::move(moved));
        rest.orders[order] = down ? Range{filled[order], most} : Range{least, filled[order]};
    }
    return found;
}

/// The price of the crossing would have it fuller or emptier than the answer does: either it stays as
/// it is, or it moves.
std::vector<CrossingBranch> Crossings::crossing_moves(const CrossingBranch& branch,
                                                      std::size_t crossing,
                                                      std::int64_t sum) const {
    const auto range = ranges_[crossing];
    std::vector<CrossingBranch> found(2, branch);
    const bool up = branch.prices[crossing] > 0;
    found[0].crossings[crossing] = up ? Range{sum + 1, range.most} : Range{range.least, sum - 1};
    found[1].crossings[crossing] = up ? Range{range.least, sum} : Range{sum, range.most};
    return found;
}

CrossingBranch Crossings::mended(const CrossingBranch& branch, const FilledOrders& filled) const {
    CrossingBranch held = branch;
    auto now = filled;
    for (std::size_t c = 0; c < crossings_.size(); ++c) {
        auto off = wrong(now, nullptr)[c];
        for (bool moved = true; off != 0 && moved;) {
            moved = false;
            for (const auto number : crossings_[c].orders) {
                const auto order = static_cast<std::size_t>(number);
                const auto range = range_of(order);
                if (off == 0 || now[order] == (off > 0 ? range.least : range.most)) continue;
                now[order] += off > 0 ? -1 : 1;
                held.orders[order] =
                    off > 0 ? Range{range.least, now[order]} : Range{now[order], range.most};
                off += off > 0 ? -1 : 1;
                moved = true;
            }
        }
        if (off != 0) continue;
        // The others of a full crossing keep what they have.
        if (wrong(filled, nullptr)[c] > 0)
            for (const auto number : crossings_[c].orders) {
                const auto order = static_cast<std::size_t>(number);
                held.orders.try_emplace(order, Range{range_of(order).least, now[order]});
            }
    }
    return held;
}

}  // namespace jianghui::matching
