#pragma once
// What other features may use of counter-offers.

#include "features/counter_offers/model.hpp"

namespace jianghui::counter_offers {

/// Proposes for the caller's agency. Fails as rules `may_propose` and the gate do, with not_found.
[[nodiscard]] Result<CounterOfferRow> propose(app::Command& command, const Propose& wanted);

}  // namespace jianghui::counter_offers
