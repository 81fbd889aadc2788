#include "engine/matching/allocation_start.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <span>
#include <type_traits>
#include <utility>

#include "engine/matching/line.hpp"
#include "engine/matching/wide_heap.hpp"

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

/// A pair as its worker looks at it, where it does not fit AllocationPairs::Short.
template <class Score>
struct Offer {
    std::int32_t order;
    Score score;
};

/// Who is worth less than nothing never bids, so that this may be told as nothing.
template <class Score>
std::vector<Offer<Score>> offers_of(const AllocationProblem& problem) {
    std::vector<Offer<Score>> offers;
    offers.reserve(problem.edges.size());
    for (const auto& edge : problem.edges)
        offers.push_back({edge.order, static_cast<Score>(std::max<std::int64_t>(edge.score, 0))});
    return offers;
}

/// Bids as numbers that are compared: the lowest goes first, of equal ones that of the last worker. As many bits
/// for the worker as there are workers, so that a bid needs no more than its memory.
template <class Key>
class BidKeys {
  public:
    /// Greater than any bid.
    static constexpr Key none = ((Key{1} << (8 * sizeof(Key) - 2)) - 1) * 2 + 1;

    explicit BidKeys(std::size_t workers) : bits_(bits_for(workers)), last_((Key{1} << bits_) - 1) {}
    /// Whether bids as high as `amount` of so many workers fit.
    static bool fit(std::int64_t amount, std::size_t workers) {
        const int left = static_cast<int>(8 * sizeof(Key)) - 1 - bits_for(workers);
        return left > 0 && static_cast<Wide>(amount) + 1 < Wide{1} << std::min(left, 100);
    }
    [[nodiscard]] Key of(Key amount, std::int32_t worker) const { return (amount << bits_) + (last_ - worker); }
    [[nodiscard]] Key amount(Key bid) const { return bid >> bits_; }
    [[nodiscard]] std::int32_t worker(Key bid) const { return static_cast<std::int32_t>(last_ - (bid & last_)); }

  private:
    static int bits_for(std::size_t workers) { return static_cast<int>(std::bit_width(workers)); }
    int bits_;
    Key last_;
};

/// The seats of an order, and where its bids are.
template <class Key>
struct SeatsOnSale {
    std::int32_t first = 0;  ///< row
    std::int32_t count = 0;  ///< of them taken
    std::int32_t most = 0;
    Key least{};             ///< the bid that goes first, once all are taken
};

/// Rounds of bidding, from coarse steps to fine ones: the coarse find out quickly about what seats cost,
/// so that the fine ones do not climb there one step after the other. `Score`, `AnOffer` and `Bid` are as narrow
/// as the problem allows, since what is waited for is memory.
template <class Score, class AnOffer, class Bid>
class Auction {
  public:
    /// `offers` are those of the pairs, and outlive this, as the pairs do.
    Auction(const AllocationProblem& problem, const AllocationPairs& pairs, const AnOffer* offers)
        : problem_(problem), pairs_(pairs), offers_(offers), highest_(static_cast<Score>(pairs.highest())),
          prices_(problem.orders.size()), keys_(problem.workers.size()), seats_(problem.orders.size()) {
        for (std::size_t e = 0; e < problem.edges.size(); ++e) ++seats_[static_cast<std::size_t>(offers[e].order)].count;
        std::size_t rows = 0;
        for (std::size_t o = 0; o < seats_.size(); ++o) {  // of no worker two bids stand
            auto& seats = seats_[o];
            seats.first = static_cast<std::int32_t>(rows);
            seats.most = problem.orders[o].most;
            rows += Heap::rows_for(static_cast<std::size_t>(std::min(seats.count, seats.most)));
        }
        Row empty;
        empty.keys.fill(Keys::none);
        bids_.resize(rows, empty);
    }
    /// Whether every bid fits into a `Bid`: none is higher than the highest score and a step.
    static bool fits(const AllocationPairs& pairs, const AllocationProblem& problem) {
        return Keys::fit(pairs.highest() + std::max<std::int64_t>(1, pairs.highest() / coarsest), problem.workers.size());
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
    using Offers = Pack<Score>;
    using Keys = BidKeys<Bid>;
    using Heap = WideHeap<Bid>;
    using Row = typename Heap::Row;
    using Seats = SeatsOnSale<Bid>;
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
            const auto [begin, end] = pairs_.of(static_cast<std::int32_t>(w));
            for (auto e = begin; e < end; ++e) best = std::max(best, gain(offers_[e]));
            bound += best;
        }
        for (std::size_t o = 0; o < prices_.size(); ++o) bound += Wide{prices_[o]} * problem_.orders[o].most;
        return bound;
    }
    void fetch(std::int32_t worker) const {
        const auto [begin, end] = pairs_.of(worker);
        prefetch_lines(offers_ + begin, offers_ + end);
    }
    AllocationStart result() {
        AllocationStart start;
        start.held.assign(problem_.workers.size(), -1);
        for (std::size_t o = 0; o < seats_.size(); ++o) {
            auto& seats = seats_[o];
            start.prices.push_back(seats.most == 0 ? 0 : prices_[o]);
            start.filled.push_back(seats.count);
            for (std::int32_t b = 0; b < seats.count; ++b) {
                const auto worker = keys_.worker(bids_of(seats).at(static_cast<std::size_t>(b)));
                start.held[static_cast<std::size_t>(worker)] = edge_of(worker, static_cast<std::int32_t>(o));
            }
        }
        return start;
    }
    [[nodiscard]] std::int32_t edge_of(std::int32_t worker, std::int32_t order) const {
        const auto [begin, end] = pairs_.of(worker);
        const auto* const found = std::lower_bound(offers_ + begin, offers_ + end, order,
                                                   [](const AnOffer& offer, std::int32_t sought) { return offer.order < sought; });
        return static_cast<std::int32_t>(found - offers_);
    }
    /// Of an order whose bids these are.
    Heap bids_of(Seats& seats) {
        const auto count = static_cast<std::size_t>(seats.count);
        return {seats.least, std::span(bids_).subspan(static_cast<std::size_t>(seats.first), Heap::rows_for(count))};
    }

    [[nodiscard]] Score gain(const AnOffer& offer) const {
        return static_cast<Score>(offer.score) - prices_[static_cast<std::size_t>(offer.order)];
    }

    /// Bids for the best seat as much as it is better than the second best, and a step more.
    void bid(std::int32_t worker) {
        const auto [begin, last] = pairs_.of(worker);
        typename Offers::Key best = 0;
        typename Offers::Key second = 0;
        for (auto e = begin; e < last; ++e) {  // of equal ones the first is the greatest
            const auto each = Offers::of(gain(offers_[e]), static_cast<std::uint32_t>(last - e));
            second = std::max(second, std::min(best, each));
            best = std::max(best, each);
        }
        const Score most = Offers::amount(best);
        if (most <= 0) return;
        const auto order = static_cast<std::size_t>(offers_[static_cast<std::size_t>(last) - Offers::number(best)].order);
        take(order, keys_.of(static_cast<Bid>(prices_[order] + most - Offers::amount(second) + step_), worker));
    }
    /// Nobody asks for the lowest bid while seats are free, so till then they lie as they come.
    void take(std::size_t order, Bid bid) {
        auto& seats = seats_[order];
        if (seats.count == seats.most) {
            waiting_.push_back(keys_.worker(seats.least));
            bids_of(seats).replace_least(bid);
        } else {
            const auto place = static_cast<std::size_t>(seats.count++);
            auto bids = bids_of(seats);
            bids.at(place) = bid;
            if (seats.count < seats.most) return;
            bids.arrange();
        }
        prices_[order] = static_cast<Score>(keys_.amount(seats.least));
    }

    const AllocationProblem& problem_;
    const AllocationPairs& pairs_;
    const AnOffer* offers_;
    Score highest_;
    Score step_ = 1;
    std::vector<Score> prices_;
    Keys keys_;
    std::vector<Seats> seats_;  ///< per order
    std::vector<Row> bids_;     ///< per order a heap, but for the least
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

AllocationStart auction(const AllocationProblem& problem, const AllocationPairs& pairs, const AllocationWatch& watch) {
    using Narrow = std::int32_t;
    if (const auto* const offers = pairs.all_short()) {
        using Short = AllocationPairs::Short;
        using Shortest = Auction<Narrow, Short, std::int32_t>;
        return Shortest::fits(pairs, problem) ? Shortest(problem, pairs, offers).run(watch)
                                              : Auction<Narrow, Short, std::int64_t>(problem, pairs, offers).run(watch);
    }
    if (pairs.highest() <= std::numeric_limits<Narrow>::max() / 4) {
        const auto offers = offers_of<Narrow>(problem);
        return Auction<Narrow, Offer<Narrow>, std::int64_t>(problem, pairs, offers.data()).run(watch);
    }
    const auto offers = offers_of<std::int64_t>(problem);
    return Auction<std::int64_t, Offer<std::int64_t>, Wide>(problem, pairs, offers.data()).run(watch);
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
