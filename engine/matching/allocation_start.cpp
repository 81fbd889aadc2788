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

class Auction {
  public:
    explicit Auction(const AllocationProblem& problem)
        : problem_(problem), first_(first_edges(problem)), bids_(problem.orders.size()) {
        start_.held.assign(problem.workers.size(), -1);
        start_.prices.assign(problem.orders.size(), 0);
        for (auto w = static_cast<std::int32_t>(problem.workers.size()); w-- > 0;)
            if (problem.workers[static_cast<std::size_t>(w)].most > 0) waiting_.push_back(w);
        std::int64_t highest = 0;
        for (const auto& edge : problem.edges) highest = std::max(highest, edge.score);
        step_ = std::max<std::int64_t>(1, highest / 1000);
        // An order without seats is dearer than any score.
        for (std::size_t o = 0; o < problem.orders.size(); ++o)
            if (problem.orders[o].most == 0) start_.prices[o] = highest;
    }

    AllocationStart run(const AllocationWatch& watch) {
        const auto most = static_cast<std::int64_t>(problem_.workers.size()) * 200;
        for (std::int64_t count = 0; !waiting_.empty() && count < most; ++count) {
            if (count % 4096 == 0 && watch && !watch(0)) break;
            const auto worker = waiting_.back();
            waiting_.pop_back();
            bid(worker);
        }
        for (std::size_t o = 0; o < bids_.size(); ++o) {
            start_.filled.push_back(static_cast<std::int32_t>(bids_[o].size()));
            if (problem_.orders[o].most == 0) start_.prices[o] = 0;
        }
        return std::move(start_);
    }

  private:
    /// Bids for the best seat as much as it is better than the second best, and a step more.
    void bid(std::int32_t worker) {
        const auto at = static_cast<std::size_t>(worker);
        std::int64_t best = 0;
        std::int64_t second = 0;
        std::int32_t wanted = -1;
        for (auto e = first_[at]; e < first_[at + 1]; ++e) {
            const auto& edge = problem_.edges[static_cast<std::size_t>(e)];
            const auto gain = edge.score - start_.prices[static_cast<std::size_t>(edge.order)];
            if (gain > best) {
                second = best;
                best = gain;
                wanted = e;
            } else if (gain > second) {
                second = gain;
            }
        }
        if (wanted < 0) return;
        const auto order =
            static_cast<std::size_t>(problem_.edges[static_cast<std::size_t>(wanted)].order);
        take(order, {start_.prices[order] + best - second + step_, worker});
        start_.held[at] = wanted;
    }
    void take(std::size_t order, Bid bid) {
        auto& bids = bids_[order];
        const auto seats = static_cast<std::size_t>(problem_.orders[order].most);
        if (bids.size() == seats) {
            std::pop_heap(bids.begin(), bids.end());
            start_.held[static_cast<std::size_t>(bids.back().worker)] = -1;
            waiting_.push_back(bids.back().worker);
            bids.pop_back();
        }
        bids.push_back(bid);
        std::push_heap(bids.begin(), bids.end());
        if (bids.size() == seats) start_.prices[order] = bids.front().amount;
    }

    const AllocationProblem& problem_;
    std::vector<std::int32_t> first_;
    std::vector<std::vector<Bid>> bids_;
    std::vector<std::int32_t> waiting_;
    std::int64_t step_ = 1;
    AllocationStart start_;
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
    return Auction(problem).run(watch);
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
