#include "engine/matching/allocation_start.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace jianghui::matching {
namespace {

/// The first edge of each worker, and the end.
std::vector<std::int32_t> first_edges(const AllocationProblem& problem) {
    std::vector<std::int32_t> first(problem.workers.size() + 1);
    for (const auto& edge : problem.edges) ++first[static_cast<std::size_t>(edge.worker) + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    return first;
}

/// A seat's bid: the lowest goes first, the newest of equal ones.
struct Bid {
    std::int64_t amount = 0;
    std::int32_t worker = 0;
    bool operator<(const Bid& other) const {
        return amount != other.amount ? amount > other.amount : worker < other.worker;
    }
};

/// Rounds of bidding, from coarse steps to fine ones: the coarse find out quickly about what seats cost,
/// so that the fine ones do not climb there one step after the other. `Score` is as narrow as the scores
/// allow, since what is waited for is memory.
template <class Score>
class Auction {
  public:
    Auction(const AllocationProblem& problem, Score highest)
        : problem_(problem), first_(first_edges(problem)), highest_(highest),
          prices_(problem.orders.size()), bids_(problem.orders.size()) {
        offers_.reserve(problem.edges.size());
        for (const auto& edge : problem.edges)
            offers_.push_back({edge.order, static_cast<Score>(std::max<std::int64_t>(edge.score, 0))});
    }

    AllocationStart run(const AllocationWatch& watch) {
        const Score finest = std::max<Score>(1, highest_ / 1000);
        step_ = std::max<Score>(finest, highest_ / coarsest);
        while (true) {
            begin_round();
            if (!bid_all(watch) || step_ == finest) break;
            // What was bid too much is taken back: nobody bids more than a step too much.
            for (auto& price : prices_) price = std::max<Score>(0, price - step_);
            step_ = std::max<Score>(finest, step_ / finer);
        }
        return result();
    }

  private:
    static constexpr Score coarsest = 16;
    static constexpr Score finer = 4;
    static constexpr std::int64_t bids_each = 200;  ///< more are not worth it: the rest is left as it is
    struct Offer {
        std::int32_t order;
        Score score;
    };

    void begin_round() {
        held_.assign(problem_.workers.size(), -1);
        waiting_.clear();
        for (auto w = static_cast<std::int32_t>(problem_.workers.size()); w-- > 0;)
            if (problem_.workers[static_cast<std::size_t>(w)].most > 0) waiting_.push_back(w);
        for (auto& bids : bids_) bids.clear();
        // An order without seats is dearer than any score.
        for (std::size_t o = 0; o < problem_.orders.size(); ++o)
            if (problem_.orders[o].most == 0) prices_[o] = highest_;
    }
    /// Until nobody waits; false: stopped before.
    bool bid_all(const AllocationWatch& watch) {
        const auto most = static_cast<std::int64_t>(problem_.workers.size()) * bids_each;
        for (std::int64_t count = 0; !waiting_.empty(); ++count) {
            if (count == most || (count % 4096 == 0 && watch && !watch(0))) return false;
            const auto worker = waiting_.back();
            waiting_.pop_back();
            bid(worker);
        }
        return true;
    }
    AllocationStart result() {
        AllocationStart start;
        start.held = std::move(held_);
        for (std::size_t o = 0; o < bids_.size(); ++o) {
            const auto filled = static_cast<std::int32_t>(bids_[o].size());
            start.filled.push_back(filled);
            start.prices.push_back(filled < problem_.orders[o].most || filled == 0 ? 0 : prices_[o]);
        }
        return start;
    }

    /// Bids for the best seat as much as it is better than the second best, and a step more.
    void bid(std::int32_t worker) {
        const auto at = static_cast<std::size_t>(worker);
        Score best = 0;
        Score second = 0;
        std::int32_t wanted = -1;
        for (auto e = first_[at]; e < first_[at + 1]; ++e) {
            const auto& offer = offers_[static_cast<std::size_t>(e)];
            const Score gain = offer.score - prices_[static_cast<std::size_t>(offer.order)];
            if (gain > best) {
                second = best;
                best = gain;
                wanted = e;
            } else if (gain > second) {
                second = gain;
            }
        }
        if (wanted < 0) return;
        const auto order = static_cast<std::size_t>(offers_[static_cast<std::size_t>(wanted)].order);
        take(order, {prices_[order] + best - second + step_, worker});
        held_[at] = wanted;
    }
    void take(std::size_t order, Bid bid) {
        auto& bids = bids_[order];
        const auto seats = static_cast<std::size_t>(problem_.orders[order].most);
        if (bids.size() == seats) {
            std::pop_heap(bids.begin(), bids.end());
            held_[static_cast<std::size_t>(bids.back().worker)] = -1;
            waiting_.push_back(bids.back().worker);
            bids.pop_back();
        }
        bids.push_back(bid);
        std::push_heap(bids.begin(), bids.end());
        if (bids.size() == seats) prices_[order] = static_cast<Score>(bids.front().amount);
    }

    const AllocationProblem& problem_;
    std::vector<std::int32_t> first_;
    std::vector<Offer> offers_;
    Score highest_;
    Score step_ = 1;
    std::vector<Score> prices_;
    std::vector<std::vector<Bid>> bids_;
    std::vector<std::int32_t> held_;
    std::vector<std::int32_t> waiting_;
};

/// The rank of each full order by price, then number; −1 for orders with free seats.
std::vector<std::int32_t> ranks_of(const AllocationProblem& problem, const AllocationStart& start) {
    std::vector<std::int32_t> by_price(problem.orders.size());
    std::iota(by_price.begin(), by_price.end(), 0);
    std::stable_sort(by_price.begin(), by_price.end(), [&](std::int32_t a, std::int32_t b) {
        return start.prices[static_cast<std::size_t>(a)] <
               start.prices[static_cast<std::size_t>(b)];
    });
    std::vector<std::int32_t> ranks(problem.orders.size(), -1);
    for (std::size_t i = 0; i < by_price.size(); ++i) {
        const auto order = static_cast<std::size_t>(by_price[i]);
        if (problem.orders[order].most > 0 && start.filled[order] == problem.orders[order].most)
            ranks[order] = static_cast<std::int32_t>(i);
    }
    return ranks;
}

}  // namespace

bool can_auction(const AllocationProblem& problem) {
    if (problem.everybody || !problem.groups.empty() || !problem.worker_groups.empty() ||
        !problem.slot_workers.empty())
        return false;
    for (const auto& worker : problem.workers)
        if (worker.most > 1 || worker.penalty != 0) return false;
    return std::all_of(problem.orders.begin(), problem.orders.end(),
                       [](const AllocationOrder& order) { return order.least == 0; });
}

AllocationStart auction(const AllocationProblem& problem, const AllocationWatch& watch) {
    std::int64_t highest = 0;
    for (const auto& edge : problem.edges) highest = std::max(highest, edge.score);
    constexpr std::int64_t narrow = std::numeric_limits<std::int32_t>::max() / 4;
    if (highest <= narrow)
        return Auction(problem, static_cast<std::int32_t>(highest)).run(watch);
    return Auction(problem, highest).run(watch);
}

AllocationTree tree_of(const AllocationProblem& problem, const AllocationStart& start) {
    const auto first = first_edges(problem);
    const auto ranks = ranks_of(problem, start);
    AllocationTree tree{std::vector<std::int32_t>(problem.workers.size(), -1),
                        std::vector<std::int32_t>(problem.orders.size(), -1)};
    struct Way {
        std::int64_t loss = std::numeric_limits<std::int64_t>::max();
        std::int32_t down = -1;  ///< the edge of the seat held
        std::int32_t up = -1;    ///< the edge to the cheaper order; −1: to the root
    };
    std::vector<Way> ways(problem.orders.size());
    for (std::size_t w = 0; w < problem.workers.size(); ++w) {
        const auto held = start.held[w];
        if (held < 0) continue;
        const auto& seat = problem.edges[static_cast<std::size_t>(held)];
        const auto order = static_cast<std::size_t>(seat.order);
        std::int64_t best = 0;
        std::int64_t cheaper = 0;
        std::int32_t up = -1;
        for (auto e = first[w]; e < first[w + 1]; ++e) {
            const auto& edge = problem.edges[static_cast<std::size_t>(e)];
            const auto other = static_cast<std::size_t>(edge.order);
            if (e == held || problem.orders[other].most == 0) continue;
            const auto gain = edge.score - start.prices[other];
            if (gain > best) {
                best = gain;
                tree.workers[w] = e;
            }
            if (gain > cheaper && ranks[other] < ranks[order]) {
                cheaper = gain;
                up = e;
            }
        }
        const auto loss = seat.score - start.prices[order] - cheaper;
        if (ranks[order] >= 0 && loss < ways[order].loss) ways[order] = {loss, held, up};
    }
    for (std::size_t o = 0; o < ways.size(); ++o) {
        if (ways[o].down < 0) continue;
        tree.orders[o] = ways[o].down;
        const auto worker = problem.edges[static_cast<std::size_t>(ways[o].down)].worker;
        tree.workers[static_cast<std::size_t>(worker)] = ways[o].up;
    }
    return tree;
}

}  // namespace jianghui::matching
