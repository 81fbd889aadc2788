#pragma once
// An allocation that is nearly best, or was best before some scores and seats changed, is made best
// (engine/matching only). Choice and prices are kept but for what does not fit: each worker without the
// seat that the prices promise looks for the cheapest chain of moves that ends with a free seat or with
// somebody who goes without, each seat that stays empty at a price for the cheapest chain that fills it
// (shortest augmenting paths, the Hungarian method). What it costs follows what does not fit. All look
// along ties first, for chains that lose nothing, and share what they learn of where none is: among
// masses of equal scores that is most of the work (ADR 13, point 3).

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/matching/allocation.hpp"
#include "engine/matching/allocation_pairs.hpp"

namespace jianghui::matching {

enum class RepairEnd : std::uint8_t {
    best,       ///< everything fits: the answer is proven
    stopped,    ///< `watch` said so; the next run goes on from here
    too_far     ///< more was looked at than solving from scratch costs; the next run goes on too
};

/// `Cost` is as narrow as scores allow (32 or 64 bits), since what is waited for is memory.
template <class Cost>
class AllocationRepair {
  public:
    /// Whether scores and prices, from −most to most, add up here: distances are sums of four of them.
    static constexpr bool fits(Wide most) { return most <= std::numeric_limits<Cost>::max() / 8; }

    /// Begins with these seats (per worker an edge, or −1; within the capacities) and prices of orders, at
    /// least 0. The problem must outlive this and be one that `can_auction` knows. O(pairs).
    AllocationRepair(const AllocationProblem& problem, AllocationPairs pairs, const std::vector<std::int32_t>& held,
                     const std::vector<std::int64_t>& prices);
    AllocationRepair(const AllocationProblem& problem, const std::vector<std::int32_t>& held,
                     const std::vector<std::int64_t>& prices)
        : AllocationRepair(problem, AllocationPairs(problem), held, prices) {}

    /// Scores will change: readies now what the first run after a change would else ask for. O(pairs).
    void expect_changes();
    /// The problem has another score for this pair, other seats for this order.
    void changed_score(std::int32_t edge);
    void changed_seats(std::int32_t order);

    /// Gives up after looking at `looks` pairs for each that there is, by default about what solving from
    /// scratch costs.
    [[nodiscard]] RepairEnd run(const AllocationWatch& watch, std::int64_t looks = 64);
    /// The choice as it is, and prices that prove its bound. Unless the last run ended as best, some who
    /// could have a seat have none.
    [[nodiscard]] Allocation answer(RepairEnd end) const;

  private:
    static constexpr std::int32_t none = -1;
    static constexpr std::size_t looks_ahead = 4;          ///< workers whose edges are asked for before their turn
    static constexpr std::int64_t looks_between = 50'000;  ///< of asking whether to go on
    static constexpr std::int64_t searched_each = 4096;  ///< pairs read one after the other for what one search costs
    static constexpr Cost nearest_part = 64;  ///< of the highest score: who loses no more by coming is near
    static constexpr Cost unknown = std::numeric_limits<Cost>::min();
    static constexpr Cost far = std::numeric_limits<Cost>::max();
    using Numbers = std::vector<std::int32_t>;
    static std::size_t at(std::int32_t number) { return static_cast<std::size_t>(number); }
    /// A pair as its order sees it.
    struct Incoming {
        Cost score;
        std::int32_t worker;
    };
    /// One of those that are near, and where it stands in `incoming_`.
    struct Near {
        Cost score;
        std::int32_t worker;
        std::int32_t place;
    };
    /// The seat of a worker, in one piece of memory.
    struct Seat {
        Cost stays = unknown;         ///< at no lower price of the order does she leave it
        std::int32_t edge = none;     ///< by which she holds it; none: holds none
        std::int32_t order = none;    ///< of that edge
        std::int32_t place = none;    ///< where among those of the order
    };
    /// Which pairs of an order are near, copied together: the others lose at least so much more than its price by
    /// coming (`far`: there are none). While seats look for workers prices only fall and workers only come to be worth
    /// more, so that this stays true.
    struct Front {
        std::int32_t begin = none;  ///< in `near_`; none: not known yet
        std::int32_t end = none;
        Cost others = far;
    };
    /// What a search along ties asks of an order's workers, at the prices of one pass. Some orders have hundreds of
    /// workers, of whom hardly any can leave without loss.
    struct Leavers {
        std::int32_t pass = none;     ///< in which this was found out
        std::int32_t count = 0;       ///< so many, the first of the order's workers, may lose nothing by leaving …
        Cost others = far;            ///< … and no other loses less than this
        Cost least_worth = far;       ///< to nobody the seat is worth less …
        std::int32_t least = none;    ///< … than to her; none: she has left
    };
    /// What is looked at at which distance: an order, or (as ~number) a worker in one.
    struct Next {
        Cost distance;
        std::int32_t what;
        bool operator<(const Next& other) const { return distance > other.distance; }
    };
    /// Where the shortest path known so far ends.
    struct PathEnd {
        Cost distance = 0;
        std::int32_t order = none;   ///< none: at the worker who looks
        std::int32_t worker = none;  ///< who leaves the order, or takes its seat
        std::int32_t edge = none;    ///< by which she takes it
    };
    /// Orders that a failed search along ties has seen, together with those that it ran into: no chain
    /// without loss leads out of them, whatever is moved elsewhere, until prices change.
    struct Region {
        Cost end = far;         ///< so much nearer, something in it ends a chain
        Cost leave = far;       ///< no move out of it loses less
        std::int32_t part_of = none;  ///< another region that has taken it in
    };
    /// A worker or order for whom the search along ties has failed.
    struct Failed {
        std::int32_t source;
        std::int32_t region;
    };

    // Asked for each pair that is looked at, so they stand here.
    [[nodiscard]] std::pair<std::int32_t, std::int32_t> edges_of(std::int32_t worker) const {
        return pairs_.of(worker);
    }
    [[nodiscard]] std::pair<std::int32_t, std::int32_t> incoming_of(std::int32_t order) const {
        return {in_first_[at(order)], in_first_[at(order) + 1]};
    }
    [[nodiscard]] Cost gain(std::int32_t edge) const {
        return gain(pairs_[edge]);
    }
    [[nodiscard]] Cost gain(const AllocationPairs::Pair& pair) const {
        return static_cast<Cost>(pair.score) - price_[at(pair.order)];
    }
    /// At least this; 0 where nothing is known. Of who holds no seat: 0.
    [[nodiscard]] Cost loss_of_leaving(std::int32_t worker) const {
        const auto& seat = seat_[at(worker)];
        return seat.edge == none ? 0 : std::max(seat.stays, price_[at(seat.order)]) - price_[at(seat.order)];
    }
    [[nodiscard]] bool is_free(std::int32_t order) const {
        return inside_[at(order)].size() < at(problem_.orders[at(order)].most);
    }
    /// How many seats stay empty at a price.
    [[nodiscard]] std::int64_t wanting(std::int32_t order) const {
        return price_[at(order)] > 0 ? problem_.orders[at(order)].most -
                                           static_cast<std::int64_t>(inside_[at(order)].size())
                                     : 0;
    }
    void take_changed_scores();
    [[nodiscard]] bool takes_part(const AllocationEdge& edge) const { return problem_.workers[at(edge.worker)].most > 0; }
    void count_pairs();
    void index_pairs();
    void bring_forward(std::int32_t order);
    void forget_fronts();

    void put(std::int32_t worker, std::int32_t edge);
    void release(std::int32_t worker);
    [[nodiscard]] Cost best_besides(std::int32_t worker, std::int32_t edge) const;
    void look_again(std::int32_t worker);
    void fetch(std::int32_t worker) const;
    void swap_places(std::vector<std::int32_t>& workers, std::int32_t one, std::int32_t other);
    void evict_excess(std::int32_t order);
    void begin_stays();
    [[nodiscard]] bool few_may_leave() const;
    [[nodiscard]] bool many_seek() const {
        return static_cast<std::int64_t>(seekers_.size()) * searched_each > in_first_.back();
    }
    void touch(std::int32_t order);

    /// Once along ties for each, then prices move until more of them can. Something when interrupted.
    [[nodiscard]] std::optional<RepairEnd> seek_all(const AllocationWatch& watch);
    [[nodiscard]] std::optional<RepairEnd> fill_all(const AllocationWatch& watch);
    [[nodiscard]] std::optional<RepairEnd> interrupted(const AllocationWatch& watch);
    /// What the choice is worth, and what the prices prove, as they are. O(workers and orders).
    [[nodiscard]] Wide value() const;
    [[nodiscard]] Wide bound() const;
    void measure();

    // along ties: allocation_repair_ties.hpp, allocation_repair_leavers.hpp
    void begin_pass();
    [[nodiscard]] const Leavers& leavers_of(std::int32_t order);
    void note_worth(Leavers& leavers, std::int32_t worker) const;
    void divide(std::int32_t order, Leavers& leavers);
    void find_all_leavers();
    [[nodiscard]] bool seek_tied(std::int32_t worker);
    [[nodiscard]] bool scan_tied(std::int32_t worker, PathEnd& end);
    [[nodiscard]] bool reach_tied(std::int32_t order, std::int32_t edge, PathEnd& end);
    [[nodiscard]] bool take_tied(std::int32_t& worker);
    [[nodiscard]] bool fill_tied(std::int32_t hole);
    [[nodiscard]] bool scan_tied_incoming(std::int32_t order, PathEnd& end);
    [[nodiscard]] bool reach_tied_hole(std::int32_t order, std::int32_t edge, PathEnd& end);
    void begin_tied();
    /// Seen by this search, or known to lead nowhere.
    [[nodiscard]] bool is_known(std::int32_t order) {
        if (reached_in_[at(order)] == round_) return true;
        const auto region = region_of_[at(order)];
        if (region == none) return false;
        if (met_.empty() || met_.back() != region) met_.push_back(region);
        return true;
    }
    void note_failure(std::int32_t source);
    [[nodiscard]] std::int32_t whole(std::int32_t region);
    [[nodiscard]] bool can_move_at_once(std::int32_t region) const;
    void move_regions_at_once(int direction);
    [[nodiscard]] std::vector<Numbers> farther_sources();

    // by distance, from several at once: who is nearest to an end gets it; allocation_repair_search.hpp
    void seek(const Numbers& workers);
    void scan_held(std::int32_t order, Cost distance, PathEnd& end);
    void scan_worker(std::int32_t worker, Cost distance, PathEnd& end);
    void fill(const Numbers& holes);
    void scan_incoming(std::int32_t order, Cost distance, PathEnd& end);
    void come(std::int32_t order, std::int32_t worker, std::int32_t place, Cost distance, PathEnd& end);
    void move_along_seats(const PathEnd& end);
    void move_into_holes(const PathEnd& end);

    void begin_search();
    void reach(std::int32_t order, Cost distance, std::int32_t edge);
    /// An order, or (as ~number) a worker in one, is looked at when its distance comes; no nearer than now.
    void wait(Cost distance, std::int32_t what);
    [[nodiscard]] bool is_settled(std::int32_t order) const;
    /// The next order or worker nearer than `limit`; false: none. Orders come once.
    [[nodiscard]] bool take_next(Cost limit, Next& next);
    [[nodiscard]] bool take_near(Next& next);
    void move_prices(Cost distance, int direction);
    void move_price(std::int32_t order, Cost change);

    const AllocationProblem& problem_;
    AllocationPairs pairs_;
    std::vector<std::int32_t> in_first_;   ///< per order the same in `incoming_`
    std::unique_ptr<Incoming[]> incoming_;  ///< by order
    std::unique_ptr<std::int32_t[]> incoming_edge_;  ///< of each of them, which is seldom asked for
    std::vector<std::int32_t> in_place_;   ///< per edge where in `incoming_`; empty until scores change
    std::vector<Front> front_;             ///< per order
    std::unique_ptr<Near[]> near_;         ///< the pairs of fronts, one front after the other
    std::int32_t near_count_ = 0;
    Cost highest_ = 0;                     ///< score, at least 0
    Cost slack_ = 0;                       ///< who loses no more than this by coming is near
    std::vector<Cost> worth_;              ///< per worker the best gain at the prices, at least 0
    std::vector<Seat> seat_;               ///< per worker
    std::vector<Cost> price_;              ///< per order
    std::vector<std::vector<std::int32_t>> inside_;  ///< per order its workers

    std::vector<std::int32_t> changed_scores_;  ///< edges
    std::vector<std::int32_t> changed_;    ///< workers to look at again
    std::vector<std::int32_t> touched_;    ///< orders that may have too many, or too few for their price
    std::vector<std::int32_t> seekers_;

    // of one search
    std::int32_t round_ = 0;
    std::vector<std::int32_t> reached_in_;  ///< per order the last round that reached it
    std::vector<std::int32_t> settled_in_;
    std::vector<Cost> distance_;
    std::vector<std::int32_t> via_;         ///< per order the edge that reached it
    std::vector<std::int32_t> settled_;
    Cost now_ = 0;                          ///< how far the search has come
    std::vector<std::int32_t> near_orders_;   ///< what waits at that distance …
    std::vector<std::int32_t> near_workers_;
    std::size_t first_near_worker_ = 0;
    std::vector<Next> heap_;                ///< … and farther away
    std::int64_t looked_at_ = 0;            ///< pairs, in this run
    std::int64_t looks_most_ = 0;
    std::int64_t ask_at_ = 0;
    AllocationProgress progress_;           ///< as it was last measured
    std::int64_t measure_at_ = 0;

    // of searches along ties between two changes of prices
    std::int32_t pass_ = 0;
    bool few_may_leave_ = false;            ///< `stays` is known of nearly everybody
    std::vector<Leavers> leavers_;          ///< per order
    std::vector<std::int32_t> region_of_;   ///< per order, or none
    Numbers known_;                         ///< orders that have a region
    std::vector<Region> regions_;
    std::vector<Failed> failed_;
    // of one of them
    Numbers tied_;                          ///< orders, in the order of their discovery
    Numbers waiting_;                       ///< of these whose first worker, or incoming pairs, have had no look yet
    std::size_t next_turn_ = 0;             ///< of these the next whose other workers are looked at, from `next_place_` on
    std::size_t next_place_ = 1;
    Region seen_;
    Numbers met_;                           ///< regions
    PathEnd aside_;                         ///< somebody who could go without, if no free seat comes soon
};

}  // namespace jianghui::matching
