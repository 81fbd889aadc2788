#pragma once
// What an index is made of (engine/matching only; callers see index.hpp).

#include <mutex>

#include "engine/matching/index.hpp"
#include "engine/matching/pairing.hpp"
#include "engine/matching/shelf.hpp"
#include "engine/matching/versions.hpp"

namespace jianghui::matching {

using WorkerShelf = Shelf<WorkersKept>;
using OrderShelf = Shelf<OrdersKept>;
/// How many workers hold each skill, or are of each circle.
using Counts = std::vector<std::uint32_t>;

/// The state at one journal position; never changes.
struct Version {
    std::int64_t position = 0;
    std::int64_t workers = 0;
    std::int64_t orders = 0;
    std::shared_ptr<const WorkerShelf::Pages> worker_pages;
    std::shared_ptr<const OrderShelf::Pages> order_pages;
    std::shared_ptr<const Counts> holders;  ///< by SkillId
    std::shared_ptr<const Counts> circles;
};
struct IndexRemains {
    WorkerShelf::Remains workers;
    OrderShelf::Remains orders;
};
using IndexVersions = Versions<Version, IndexRemains>;

struct Index::State {
    explicit State(Policy rules);

    const Policy policy;
    mutable Names names;
    mutable std::mutex writing;  ///< one writer at a time
    /// Held while ids are looked up, and while they move; taken before a version is pinned.
    mutable std::mutex finding;
    WorkerShelf worker_shelf;
    OrderShelf order_shelf;
    IndexVersions versions;

    [[nodiscard]] Result<Done> check_all(const Worker& worker) const;
    [[nodiscard]] Result<Done> check_all(const Order& order) const;
    [[nodiscard]] Result<Done> check_all(const EraseWorker& change) const;
    [[nodiscard]] Result<Done> check_all(const EraseOrder& change) const;
};

/// The questions, put to one version.
[[nodiscard]] Ranking rank_workers(const Version& version, const Policy& policy,
                                   const OrderRow& order, const RankRequest& request);
[[nodiscard]] Ranking rank_orders(const Version& version, const Policy& policy,
                                  const WorkerRow& worker, const RankRequest& request);

}  // namespace jianghui::matching
