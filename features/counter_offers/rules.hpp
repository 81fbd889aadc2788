#pragma once
// Decisions about counter-offers. Pure.

#include "features/counter_offers/errors.hpp"
#include "features/counter_offers/model.hpp"

namespace jianghui::counter_offers {

/// Whether this may be proposed now. `held` is what the agency holds of the order already,
/// `standing` whether one of its own waits. Fails with the code of the order's mode,
/// counter_offer_standing, counter_offer_lending, counter_offer_same_fee, and as orders::may_take.
[[nodiscard]] Result<Done> may_propose(const orders::OrderRow& order, const Propose& wanted,
                                       int held, bool standing, Instant now);

/// So many hours from now, but not after the order's validity.
[[nodiscard]] Instant answer_until(const orders::OrderRow& order, std::int64_t hours, Instant now);

/// Whether it still waits. Fails with counter_offer_over.
[[nodiscard]] Result<Done> waits(const CounterOfferRow& row, Instant now);

/// Whether an event of the journal ends an order for good, as far as new shares go.
[[nodiscard]] bool ends_order(std::string_view event_kind);

}  // namespace jianghui::counter_offers
