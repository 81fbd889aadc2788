#pragma once
// What other features may use of quotes.

#include "features/quotes/model.hpp"

namespace jianghui::quotes {

/// Bids for the caller's agency. Fails as rules `may_bid` and the gate do, with not_found,
/// order_other_mode, bid_already.
[[nodiscard]] Result<BidRow> bid(app::Command& command, const PlaceBid& wanted);

}  // namespace jianghui::quotes
