#pragma once
// How a counter-offer ends.

#include "engine/app/context.hpp"
#include "features/counter_offers/model.hpp"

namespace jianghui::counter_offers {

/// Ends it as what `row.status` says, once, with the event. Fails with counter_offer_over.
Result<Done> end(app::Command& command, CounterOfferRow& row);

}  // namespace jianghui::counter_offers
