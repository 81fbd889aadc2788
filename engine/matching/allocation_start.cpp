#include "engine/matching/allocation_start.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <numeric>
#include <type_traits>
#include <utility>

#include "engine/matching/line.hpp"

namespace jianghui::matching {
namespace {

/// The first edge of each worker, and the end.
std::vector<std::int32_t> first_edges(const AllocationProblem& problem) {
    std::vector<std::int32_t> first(problem.workers.size() + 1);
    for (const auto& edge : problem.edges) ++first[static_cast<std::size_t>(edge.worker) + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    return first;
}

/// An amount and a number in one, the amount first: so they are compared, and the greater taken, without a
/// branch, which nobody could foretell.
template <class Score>
struct Pack {
    using Key = std::conditional_t<sizeof(Score) == 4, std::int64_t, Wide>;
    static Key of(Score amount, std::uint32_t number) { return static_cast<Key>(amount) * (Key{1} << 32) + number; }
    static Score amount(Key key) { return static_cast<Score>(key >> 32); }
    static std::uint32_t number(Key key) { return static_cast<std::uint32_t>(key); }
};

/// The least of a heap, which goes first of all, makes room for another.
template <class Key>
void replace_least(Key* heap, std::size_t count, Key key) {
    std::size_t at = 0;
    std::size_t child = 1;
    while (child + 1 < count) {
        child += heap[child + 1] < heap[child];
        if (key < heap[child]) break;
        heap[at] = heap[child];
        at = child;
        child = 2 * at + 1;
    }
    if (child + 1 == count && heap[child] < key) {
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = key;
}

/// An edge as its worker looks at it.
template <class Order, class Score>
struct Offer {
    Order order;
    Score score;
};

/// The seats of an order, and where its bids begin.
struct SeatsOnSale {
    std::int32_t first = 0;
    std::int32_t count = 0;  ///< of them taken
    std::int32_t most = 0;
};

/// Rounds of bidding, from coarse steps to fine ones: the coarse find out quickly about what seats cost,
/// so that the fine ones do not climb there one step after the other. `Score` and `AnOffer` are as narrow as
/// the problem allows, since what is waited for is memory.
template <class Score, class AnOffer>
class Auction {
  public:
    Auction(const AllocationProblem& problem, std::vector<std::int32_t> first, Score highest)
        : problem_(problem), first_(std::move(first)), highest_(highest), prices_(problem.orders.size()),
          seats_(problem.orders.size()) {
        offers_.reserve(problem.edges.size());
        for (const auto& edge : problem.edges) {
            offers_.push_back({static_cast<decltype(AnOffer::order)>(edge.order),
                               static_cast<decltype(AnOffer::score)>(std::max<std::int64_t>(edge.score, 0))});
            ++seats_[static_cast<std::size_t>(edge.order)].count;
        }
        std::int32_t first_bid = 0;
        for (std::size_t o = 0; o < seats_.size(); ++o) {  // of no worker two bids stand
            auto& seats = seats_[o];
            seats.first = first_bid;
            seats.most = problem.orders[o].most;
            first_bid += std::min(seats.count, seats.most);
        }
        bids_.resize(static_cast<std::size_t>(first_bid));
    }

    AllocationStart run(const AllocationWatch& watch) {
        const Score finest = std::max<Score>(1, highest_ / 1000);
        step_ = std::max<Score>(finest, highest_ / coarsest);
        while (true) {
            begin_round();
            if (!bid_all(watch)) break;
            if (watch) note_round();
            if (step_ == finest) break;
            // What was bid too much is taken back, and more: a price too high leaves seats empty, one
            // too low only costs bids.
            for (auto& price : prices_) price = std::max<Score>(0, price - step_ * back);
            step_ = std::max<Score>(finest, step_ / finer);
        }
        return stopped_ && best_.progress.value ? std::move(best_.start) : result();
    }

  private:
    /// What a round ended with, and what that is worth.
    struct Round {
        AllocationProgress progress;
        AllocationStart start;
    };
    using Bids = Pack<Score>;
    using Key = typename Bids::Key;
    static constexpr Score coarsest = 16;
    static constexpr Score finer = 4;
    static constexpr Score back = 3;  ///< steps by which the next round begins below
    static constexpr std::int64_t bids_each = 200;  ///< more are not worth it: the rest is left as it is
    /// Who waits is asked for so many bids before her turn: till then her offers have come from memory.
    static constexpr std::size_t ahead = 4;

    void begin_round() {
        waiting_.clear();
        for (auto w = static_cast<std::int32_t>(problem_.workers.size()); w-- > 0;)
            if (problem_.workers[static_cast<std::size_t>(w)].most > 0) waiting_.push_back(w);
        // An order without seats is dearer than any score.
        for (std::size_t o = 0; o < seats_.size(); ++o) {
            seats_[o].count = 0;
            if (seats_[o].most == 0) prices_[o] = highest_;
        }
    }
    /// Until nobody waits; false: stopped before.
    bool bid_all(const AllocationWatch& watch) {
        const auto most = static_cast<std::int64_t>(problem_.workers.size()) * bids_each;
        std::array<std::int32_t, ahead> coming{};
        std::size_t first = 0;
        std::size_t last = 0;
        for (std::int64_t count = 0;; ++count) {
            for (; last - first < ahead && !waiting_.empty(); ++last) {
                coming[last % ahead] = waiting_.back();
                waiting_.pop_back();
                fetch(coming[last % ahead]);
            }
            if (first == last) return true;
            if (count == most) return false;
            if (count % 4096 == 4095 && watch && !goes_on(watch)) return false;
            bid(coming[first++ % ahead]);
        }
    }
    bool goes_on(const AllocationWatch& watch) {
        best_.progress.steps += 4096;
        stopped_ = !watch(best_.progress);
        return !stopped_;
    }
    /// Keeps the round if it is worth more than those before; any prices prove a bound.
    void note_round() {
        auto& known = best_.progress;
        const Wide bound = bound_of_prices();
        if (!known.bound || bound < *known.bound) known.bound = bound;
        AllocationStart now = result();
        const Wide value = total_of(problem_, now);
        if (known.value && value <= *known.value) return;
        known.value = value;
        best_.start = std::move(now);
    }
    [[nodiscard]] Wide bound_of_prices() const {
        Wide bound = 0;
        for (std::size_t w = 0; w < problem_.workers.size(); ++w) {
            if (problem_.workers[w].most == 0) continue;
            Score best = 0;
            for (auto e = first_[w]; e < first_[w + 1]; ++e)
                best = std::max(best, gain(offers_[static_cast<std::size_t>(e)]));
            bound += best;
        }
        for (std::size_t o = 0; o < prices_.size(); ++o) bound += Wide{prices_[o]} * problem_.orders[o].most;
        return bound;
    }
    void fetch(std::int32_t worker) const {
        const auto at = static_cast<std::size_t>(worker);
        prefetch_lines(offers_.data() + first_[at], offers_.data() + first_[at + 1]);
    }
    AllocationStart result() const {
        AllocationStart start;
        start.held.assign(problem_.workers.size(), -1);
        for (std::size_t o = 0; o < seats_.size(); ++o) {
            const auto& seats = seats_[o];
            start.prices.push_back(seats.most == 0 ? 0 : prices_[o]);
            start.filled.push_back(seats.count);
            for (auto b = seats.first; b < seats.first + seats.count; ++b) {
                const auto worker = bidder(bids_[static_cast<std::size_t>(b)]);
                start.held[static_cast<std::size_t>(worker)] = edge_of(worker, static_cast<std::int32_t>(o));
            }
        }
        return start;
    }
    [[nodiscard]] std::int32_t edge_of(std::int32_t worker, std::int32_t order) const {
        const auto at = static_cast<std::size_t>(worker);
        const auto edges = problem_.edges.begin();
        const auto found = std::lower_bound(edges + first_[at], edges + first_[at + 1], order,
                                            [](const AllocationEdge& edge, std::int32_t sought) { return edge.order < sought; });
        return static_cast<std::int32_t>(found - edges);
    }
    /// The lowest bid goes first, of equal ones that of the last worker.
    static Key bid_of(Score amount, std::int32_t worker) { return Bids::of(amount, ~static_cast<std::uint32_t>(worker)); }
    static std::int32_t bidder(Key bid) { return static_cast<std::int32_t>(~Bids::number(bid)); }

    [[nodiscard]] Score gain(const AnOffer& offer) const {
        return static_cast<Score>(offer.score) - prices_[static_cast<std::size_t>(offer.order)];
    }

    /// Bids for the best seat as much as it is better than the second best, and a step more.
    void bid(std::int32_t worker) {
        const auto at = static_cast<std::size_t>(worker);
        const auto last = first_[at + 1];
        Key best = 0;
        Key second = 0;
        for (auto e = first_[at]; e < last; ++e) {  // of equal ones the first is the greatest
            const Key each = Bids::of(gain(offers_[static_cast<std::size_t>(e)]), static_cast<std::uint32_t>(last - e));
            second = std::max(second, std::min(best, each));
            best = std::max(best, each);
        }
        const Score most = Bids::amount(best);
        if (most <= 0) return;
        const auto order = static_cast<std::size_t>(offers_[static_cast<std::size_t>(last) - Bids::number(best)].order);
        take(order, bid_of(prices_[order] + most - Bids::amount(second) + step_, worker));
    }
    void take(std::size_t order, Key bid) {
        auto& seats = seats_[order];
        auto* const bids = &bids_[static_cast<std::size_t>(seats.first)];
        if (seats.count == seats.most) {
            waiting_.push_back(bidder(*bids));
            replace_least(bids, static_cast<std::size_t>(seats.count), bid);
        } else {
            bids[seats.count++] = bid;
            std::push_heap(bids, bids + seats.count, std::greater<>());
        }
        if (seats.count == seats.most) prices_[order] = Bids::amount(*bids);
    }

    const AllocationProblem& problem_;
    std::vector<std::int32_t> first_;
    std::vector<AnOffer> offers_;
    Score highest_;
    Score step_ = 1;
    std::vector<Score> prices_;
    std::vector<SeatsOnSale> seats_;  ///< per order
    std::vector<Key> bids_;           ///< per order a heap
    std::vector<std::int32_t> waiting_;
    Round best_;  ///< for a watch alone
    bool stopped_ = false;
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

Wide total_of(const AllocationProblem& problem, const AllocationStart& start) {
    Wide total = 0;
    for (const auto edge : start.held)
        if (edge >= 0) total += problem.edges[static_cast<std::size_t>(edge)].score;
    return total;
}

AllocationStart auction(const AllocationProblem& problem, const AllocationWatch& watch) {
    std::vector<std::int32_t> first(problem.workers.size() + 1);
    std::int64_t highest = 0;
    for (const auto& edge : problem.edges) {
        ++first[static_cast<std::size_t>(edge.worker) + 1];
        highest = std::max(highest, edge.score);
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    using Short = std::uint16_t;
    using Narrow = std::int32_t;
    constexpr std::int64_t shortest = std::numeric_limits<Short>::max();
    if (highest <= shortest && problem.orders.size() <= static_cast<std::size_t>(shortest) + 1)
        return Auction<Narrow, Offer<Short, Short>>(problem, std::move(first), static_cast<Narrow>(highest)).run(watch);
    if (highest <= std::numeric_limits<Narrow>::max() / 4)
        return Auction<Narrow, Offer<Narrow, Narrow>>(problem, std::move(first), static_cast<Narrow>(highest)).run(watch);
    return Auction<std::int64_t, Offer<Narrow, std::int64_t>>(problem, std::move(first), highest).run(watch);
}

AllocationTree tree_of(const AllocationProblem& problem, const AllocationStart& start) {
    const auto first = first_edges(problem);
    const auto ranks = ranks_of(problem, start);
    // What has free seats hangs on the root, where seats cost nothing.
    auto prices = start.prices;
    for (std::size_t o = 0; o < prices.size(); ++o)
        if (ranks[o] < 0) prices[o] = 0;
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
            const auto gain = edge.score - prices[other];
            if (gain > best) {
                best = gain;
                tree.workers[w] = e;
            }
            if (gain > cheaper && ranks[other] < ranks[order]) {
                cheaper = gain;
                up = e;
            }
        }
        const auto loss = seat.score - prices[order] - cheaper;
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
