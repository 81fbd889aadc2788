// The best orders for a worker. An order stands at the class of occupations that it insists on, so
// the orders that would have the worker's occupations are at a few places of the shelf: at each
// class in which one of them lies, and at "any".

#include <algorithm>

#include "engine/matching/account.hpp"
#include "engine/matching/best_first.hpp"
#include "engine/matching/index_state.hpp"
#include "engine/matching/top.hpp"

namespace jianghui::matching {
namespace {

using OrderBlock = Block<OrdersKept>;

/// What a worker brings, as bounds of blocks are compared with it.
class Offered {
  public:
    Offered(const WorkerRow& worker, const Scoring& scoring)
        : worker_(worker), scoring_(scoring), free_(worker.available()),
          pay_(worker.pay_asked()) {
        const Policy& policy = scoring.policy;
        const Weights& weights = policy.weights;
        limited_ = worker.reach_metres() >= 0 && worker.reach_places().empty();
        points_ = weights.occupation.back() + weights.skills + weights.pay +
                  points_of_experience(policy, worker.experience_months());
    }
    static constexpr int nobody = -1;
    /// The most that an order with these bounds can score; `nobody` when all of them fail a filter
    /// or stay below the threshold.
    [[nodiscard]] int bound(const OrderBounds& bounds, int threshold) const {
        if ((bounds.kinds & worker_.kinds()) == 0 || bounds.education > worker_.education() ||
            free_.first > bounds.latest_start || free_.last < bounds.needed_until ||
            pay_ > bounds.pay || worker_.born() > bounds.born_by)
            return nobody;
        const Policy& policy = scoring_.policy;
        int points = points_ + bounds.merit + points_of_freshness(policy, scoring_.as_of, bounds.confirmed_on);
        if (points + policy.weights.distance < threshold) return nobody;
        const std::int64_t least = metres_at_least(bounds.area, worker_.at());
        if (limited_ && least > worker_.reach_metres()) return nobody;
        points += points_of_distance(policy, least);
        return points < threshold ? nobody : points;
    }
    /// Whether an order may pass: the filters that cost next to nothing.
    [[nodiscard]] bool may_pass(const PackedOrder& order) const {
        return (order.kind & worker_.kinds()) != 0 && order.education <= worker_.education() &&
               free_.first <= order.latest_start && free_.last >= order.needed_until &&
               (pay_ < 0 || order.pay_max < 0 || pay_ <= order.pay_max);
    }

    /// Whether the worker would go so far to any order.
    [[nodiscard]] bool may_go(std::int64_t metres) const {
        return !limited_ || metres <= worker_.reach_metres();
    }

  private:
    const WorkerRow& worker_;
    const Scoring& scoring_;
    DayRange free_;
    std::int64_t pay_;
    bool limited_;
    int points_;  ///< that no order can give more of
};

/// The places of the shelf where orders for one of the worker's occupations stand, ascending.
std::vector<std::uint32_t> ranks_for(const WorkerRow& worker) {
    std::vector<std::uint32_t> ranks{0};
    const auto add = [&](Occupation occupation) {
        for (int levels = 1; levels <= occupation.levels(); ++levels)
            ranks.push_back(rank_of(class_of(occupation, levels)));
    };
    add(worker.occupation());
    for (const Occupation other : worker.others()) add(other);
    std::sort(ranks.begin(), ranks.end());
    ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
    return ranks;
}

class OrderSearch {
  public:
    OrderSearch(const Version& version, const WorkerRow& worker, Rarities& rarities,
                const Scoring& scoring, std::size_t k)
        : version_(version), worker_(worker), rarities_(rarities), scoring_(scoring),
          offered_(worker, scoring), top_(k), open_(score_max(scoring.policy.weights)) {}

    [[nodiscard]] std::vector<Scored> run() {
        for (const std::uint32_t rank : ranks_for(worker_)) push_all_at(rank);
        while (const Item* item = open_.pop(top_.threshold()))
            if (item->bound >= top_.threshold()) visit(*item->block);
        return std::move(top_).take();
    }

  private:
    struct Item {
        const OrderBlock* block = nullptr;
        int bound = 0;
    };

    /// Calls `f` for the entries that have orders at that rank.
    template <class Entries, class F>
    static void each_at(const Entries& entries, std::uint32_t rank, F f) {
        auto entry = std::partition_point(entries.begin(), entries.end(), [&](const auto& one) {
            return one.bounds.last_rank < rank;
        });
        for (; entry != entries.end() && rank_in(entry->key) <= rank; ++entry) f(*entry);
    }
    void push_all_at(std::uint32_t rank) {
        each_at(*version_.order_pages, rank, [&](const OrderShelf::PageEntry& page) {
            if (offered_.bound(page.bounds, 0) == Offered::nobody) return;
            each_at(page.page->blocks, rank, [&](const OrderShelf::BlockEntry& entry) {
                // A block at two of the ranks is met twice, one after the other.
                if (entry.block == pushed_) return;
                pushed_ = entry.block;
                const int bound = offered_.bound(entry.bounds, 0);
                if (bound != Offered::nobody) open_.push(bound, {entry.block, bound});
            });
        });
    }
    /// Orders of one county follow each other and lie at one point.
    [[nodiscard]] std::int64_t metres_to(Point at) {
        if (at != last_at_ || last_metres_ < 0) {
            last_at_ = at;
            last_metres_ = metres_between(worker_.at(), at);
        }
        return last_metres_;
    }
    void visit(const OrderBlock& block) {
        for (std::size_t i = 0; i < block.count(); ++i) {
            if (!offered_.may_pass(block.rows()[i])) continue;
            const OrderRow order = block.row(i);
            const std::int64_t metres = metres_to(order.at());
            if (!offered_.may_go(metres)) continue;
            const Worths worths(order, rarities_);
            Pairing pair(worker_, order, worths);
            pair.set_metres(metres);
            if (pair.first_failure(0) == no_filter)
                top_.offer({pair.score(scoring_), order.id(), &block, i});
        }
    }

    const Version& version_;
    const WorkerRow& worker_;
    Rarities& rarities_;
    const Scoring& scoring_;
    Offered offered_;
    Top top_;
    BestFirst<Item> open_;
    const OrderBlock* pushed_ = nullptr;
    Point last_at_{};
    std::int64_t last_metres_ = -1;
};

Tally account_of(const Version& version, const WorkerRow& worker, Rarities& rarities,
                 std::int64_t most) {
    Tally tally;
    each_counted_block(*version.order_pages, version.orders, most, [&](const auto& entry) {
        const OrderBlock& block = *entry.block;
        for (std::size_t i = 0; i < block.count(); ++i) {
            const OrderRow order = block.row(i);
            const Worths worths(order, rarities);
            Pairing pair(worker, order, worths);
            tally.count(pair);
        }
    });
    return tally;
}

}  // namespace

Ranking rank_orders(const Version& version, const Policy& policy, const WorkerRow& worker,
                    const RankRequest& request) {
    Rarities rarities(*version.holders, version.workers);
    const Scoring scoring{policy, Side::orders, day_number(request.as_of)};
    Ranking ranking;
    ranking.position = version.position;
    ranking.score_max = score_max(policy.weights);
    ranking.considered = version.orders;
    const auto best = OrderSearch(version, worker, rarities, scoring, request.k).run();
    ranking.items.resize(best.size());
    for (std::size_t i = 0; i < best.size(); ++i) {
        ranking.items[i].id = best[i].id;
        ranking.items[i].score = best[i].score;
        if (!request.with_parts) continue;
        const OrderRow order = static_cast<const OrderBlock*>(best[i].block)->row(best[i].row);
        const Worths worths(order, rarities);
        ranking.items[i].parts = Pairing(worker, order, worths).parts(scoring);
    }
    if (wants_account(request, ranking))
        account_of(version, worker, rarities, account_size(request, ranking))
            .write(ranking, request.k);
    return ranking;
}

}  // namespace jianghui::matching
