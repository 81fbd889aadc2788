#pragma once
// What other features may ask of suggestions: everybody who fits an order, and why one person does.

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

}  // namespace jianghui::suggestions
