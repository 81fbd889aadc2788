#pragma once
// Decisions about tiers: pure functions.

#include "features/tiers/criteria.hpp"
#include "features/tiers/errors.hpp"
#include "features/tiers/model.hpp"

namespace jianghui::tiers {

/// Whether the order may have these tiers: known criteria within their limits, hours within
/// `hours_max` and over before the order closes, first come or by name. Fails with tier_unknown,
/// tier_parameter, tier_hours, tier_mode, each at its path.
[[nodiscard]] Result<Done> may_have(const orders::OrderRow& order, const CriteriaList& criteria,
                                    int hours_max);

/// When an order opens to somebody, and which tier it is that keeps it waiting until then.
struct Opening {
    Instant at;
    std::optional<std::size_t> because;
};
/// An order opens at once to who fulfils every tier, to others after the longest of the tiers that
/// they do not fulfil.
[[nodiscard]] Opening opening_for(const orders::Tiers& tiers, Instant opens_at,
                                  const std::vector<bool>& fulfilled);
/// When it is open to everybody.
[[nodiscard]] Instant opens_to_all(const orders::Tiers& tiers, Instant opens_at);

/// Whole months from the day on which something began to be held until today; 0 when it has not.
[[nodiscard]] int months_held(Date from, Date today);

/// The class of an occupation (小类): its first three parts.
[[nodiscard]] std::string occupation_class(const OccupationCode& occupation);

}  // namespace jianghui::tiers
