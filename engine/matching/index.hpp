#pragma once
// The pool of workers and orders, kept in memory, and the two questions that are asked of it.
//
// Threads: one writer (the journal's follower) and any number of readers. A batch is visible to a
// ranking entirely or not at all. A reader waits for no more than the batch being written; the
// writer waits for no more than the rankings that run already. Every answer names the journal
// position whose state it ranked.
//
// This version looks at every row of columns (exact by construction); a later one stops early with
// bitmaps and bounds and answers the same.

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "engine/matching/facts.hpp"
#include "engine/matching/names.hpp"
#include "engine/matching/policy.hpp"
#include "engine/matching/ranking.hpp"

namespace jianghui::matching {

struct EraseWorker {
    std::int64_t id = 0;
};
struct EraseOrder {
    std::int64_t id = 0;
};
/// A worker or order that appears or changes (by id), or that is gone. To erase what is not there
/// changes nothing, so a batch may be repeated.
using Change = std::variant<Worker, Order, EraseWorker, EraseOrder>;

/// The changes that bring the index to the state at one journal position.
struct Batch {
    std::int64_t position = 0;
    std::vector<Change> changes = {};
};

class Index {
  public:
    /// An empty index at position 0. Requires check(policy).
    explicit Index(Policy policy);
    ~Index();
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;

    /// Applies a batch, all or nothing. Fails with out_of_range (a value beyond its limits; the
    /// path begins with the change's number), unknown_code (a skill or certificate id that names()
    /// did not give out) or position_went_back. Amortised O(size of the changes).
    Result<Done> apply(const Batch& batch);
    /// A batch of one change at the present position.
    Result<Done> upsert(const Worker& worker);
    Result<Done> upsert(const Order& order);
    /// Whether it was there.
    bool erase_worker(std::int64_t id);
    bool erase_order(std::int64_t id);

    /// The best `k` workers for the order: the order need not be in the index. Exactly those that
    /// scoring every worker and sorting by (score descending, id ascending) would put first. Fails
    /// with out_of_range or unknown_code when the order is faulty.
    [[nodiscard]] Result<Ranking> rank_workers(const Order& order,
                                               const RankRequest& request) const;
    /// The same for an order of the index. Fails with not_found.
    [[nodiscard]] Result<Ranking> rank_workers(std::int64_t order_id,
                                               const RankRequest& request) const;
    /// The best `k` orders of the index for the worker, by the same score, except that reliability
    /// and freshness are the order's.
    [[nodiscard]] Result<Ranking> rank_orders(const Worker& worker,
                                              const RankRequest& request) const;
    [[nodiscard]] Result<Ranking> rank_orders(std::int64_t worker_id,
                                              const RankRequest& request) const;

    /// What speaks for and against one worker of the index for this order: every filter that fails,
    /// and the parts of the score all the same. Fails with not_found (the worker), out_of_range,
    /// unknown_code.
    [[nodiscard]] Result<Verdict> judge(const Order& order, std::int64_t worker_id,
                                        Day as_of) const;

    /// The journal position of the last batch.
    [[nodiscard]] std::int64_t position() const;
    [[nodiscard]] std::int64_t workers() const;
    [[nodiscard]] std::int64_t orders() const;
    /// How many workers of the pool hold the skill.
    [[nodiscard]] std::int64_t holders(SkillId skill) const;
    [[nodiscard]] const Policy& policy() const;
    /// The names behind skill and certificate ids. Thread-safe by itself.
    [[nodiscard]] Names& names() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

inline constexpr ErrorCode position_went_back{
    "position_went_back", Kind::conflict,
    "匹配索引已在更后的流水位置。请从索引的位置继续读取，或重建索引。",
    "The index is at a later journal position. Go on from its position, or rebuild it."};

}  // namespace jianghui::matching
