#pragma once
// What other features may ask of suggestions: everybody who fits an order, why one person does, and the best of the
// public pool for all open orders at once.

#include <atomic>
#include <functional>

#include "features/suggestions/model.hpp"

namespace jianghui::suggestions {

/// Whom a caller wants considered; each within what the caller may be shown (rules.hpp).
enum class PoolKind {
    own,   ///< an agency's candidates; the people of an official's place
    open,  ///< the public pool
    all    ///< both
};
BOOST_DESCRIBE_ENUM(PoolKind, own, open, all)

/// Somebody who fits, with the points.
struct Fit {
    PersonId person;
    int score = 0;
};
struct Fits {
    std::int64_t position = 0;  ///< the journal position that was ranked
    std::vector<Fit> people;    ///< best first, at most `most`
    std::int64_t considered = 0;
    std::vector<matching::Removed> removed;  ///< of all considered, exactly
    std::optional<matching::Relaxation> relaxation;  ///< of the filters that may be relaxed, which removed the most
};

/// The people who fit the order, of those whom the caller may be shown and wants considered. Fails with
/// unknown_code or out_of_range when the order cannot be matched.
[[nodiscard]] Result<Fits> fits(const store::Reader& reader, const app::Services& services,
                                const access::Caller& caller, PoolKind pool,
                                const orders::OrderRow& order, std::size_t most, Instant now);

/// One person and one order looked at closely, as they are now.
struct Fitness {
    int score = 0;
    std::vector<PartView> parts;
    std::vector<matching::Filter> failed;
};
/// Whether the caller may be shown the person is the asker's business. Fails with not_found when she
/// is not in the pool, and as `fits`.
[[nodiscard]] Result<Fitness> fitness(const app::Services& services, const orders::OrderRow& order,
                                      PersonId person, Instant now);

/// A person of the public pool who is among the best for an open order.
struct Pair {
    PersonId person;
    OrderId order;
    int score = 0;
    bool operator==(const Pair&) const = default;
};
/// Every open order ranked against the public pool, all at one journal position.
struct PoolRanking {
    std::int64_t position = 0;
    std::int64_t orders = 0;  ///< open ones that were ranked
    std::int64_t people = 0;  ///< of the public pool, considered for each
    std::vector<Pair> pairs;  ///< of each order the best `most`, by the filters and points of the staffing page
};
/// The work of it, to be done on any thread: it asks no database and keeps what it needs alive. Memory: 24 bytes for each
/// order times `most`. It answers nothing when `stopped`, asked after each order, became true.
using RankPool = std::function<std::optional<PoolRanking>(const std::atomic<bool>& stopped)>;
[[nodiscard]] RankPool ranking_of_pool(const app::Services& services, std::size_t most, Instant now);

}  // namespace jianghui::suggestions
