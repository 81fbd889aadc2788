#pragma once
// An allocation that is nearly best, or was best before some scores and seats changed, is made best
// (engine/matching only). Choice and prices are kept but for what does not fit: each worker without the
// seat that the prices promise looks for the cheapest chain of moves that ends with a free seat or with
// somebody who goes without, each seat that stays empty at a price for the cheapest chain that fills it
// (shortest augmenting paths, the Hungarian method). What it costs follows what does not fit.

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "engine/matching/allocation.hpp"

namespace jianghui::matching {

class AllocationRepair {
  public:
    /// Begins with these seats (per worker an edge, or −1; within the capacities) and prices of orders, at
    /// least 0. The problem must outlive this and be one that `can_auction` knows. O(pairs).
    AllocationRepair(const AllocationProblem& problem, const std::vector<std::int32_t>& held,
                     std::vector<std::int64_t> prices);

    /// The problem has another score for this pair, other seats for this order.
    void changed_score(std::int32_t edge);
    void changed_seats(std::int32_t order);

    enum class End : std::uint8_t {
        best,       ///< everything fits: the answer is proven
        stopped,    ///< `watch` said so; the next run goes on from here
        too_far     ///< more was looked at than solving from scratch costs; the next run goes on too
    };
    /// Gives up after looking at `looks` pairs for each that there is, by default about what solving from
    /// scratch costs.
    [[nodiscard]] End run(const AllocationWatch& watch, std::int64_t looks = 64);
    /// The choice as it is, and prices that prove its bound. Unless the last run ended as best, some who
    /// could have a seat have none.
    [[nodiscard]] Allocation answer(End end) const;

  private:
    using Cost = std::int64_t;
    static constexpr std::int32_t none = -1;
    static constexpr Cost unknown = std::numeric_limits<Cost>::min();
    static std::size_t at(std::int32_t number) { return static_cast<std::size_t>(number); }
    /// A pair as its order sees it.
    struct Incoming {
        Cost score;
        std::int32_t worker;
        std::int32_t edge;
    };
    /// Something to look at next: an order, or (as ~number) a worker in one.
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

    [[nodiscard]] std::pair<std::int32_t, std::int32_t> edges_of(std::int32_t worker) const;
    [[nodiscard]] std::pair<std::int32_t, std::int32_t> incoming_of(std::int32_t order) const;
    [[nodiscard]] Cost gain(std::int32_t edge) const;
    [[nodiscard]] bool is_free(std::int32_t order) const;
    void index_orders();

    void put(std::int32_t worker, std::int32_t edge);
    void release(std::int32_t worker);
    void look_again(std::int32_t worker);
    void evict_excess(std::int32_t order);
    void touch(std::int32_t order);

    void seek(std::int32_t worker);
    void scan_held(std::int32_t order, Cost distance, PathEnd& end);
    void scan_worker(std::int32_t worker, Cost distance, PathEnd& end);
    void fill(std::int32_t order);
    void scan_incoming(std::int32_t order, Cost distance, PathEnd& end);

    void begin_search();
    void reach(std::int32_t order, Cost distance, std::int32_t edge);
    [[nodiscard]] bool is_settled(std::int32_t order) const;
    /// The next order or worker nearer than `limit`; false: none. Orders come once.
    [[nodiscard]] bool take_next(Cost limit, Next& next);
    void move_prices(Cost distance, int direction);

    const AllocationProblem& problem_;
    std::vector<std::int32_t> first_;      ///< per worker its first edge, and the end
    std::vector<std::int32_t> in_first_;   ///< per order the same in `incoming_`
    std::vector<Incoming> incoming_;       ///< by order, ascending by worker
    std::vector<std::int32_t> held_;       ///< per worker an edge, or none
    std::vector<std::int32_t> at_;         ///< per worker the order of that edge
    std::vector<std::int32_t> place_;      ///< per worker where among those of the order
    std::vector<Cost> worth_;              ///< per worker the best gain at the prices, at least 0
    std::vector<Cost> stays_;              ///< per worker: at no lower price of the order does she leave it
    std::vector<Cost> price_;              ///< per order
    std::vector<std::vector<std::int32_t>> inside_;  ///< per order its workers

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
    std::vector<Next> heap_;
    std::int64_t looked_at_ = 0;            ///< pairs, in this run
};

}  // namespace jianghui::matching
