#pragma once
// The API calls and clocks of quotes; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/quotes/model.hpp"

namespace jianghui::quotes {

Result<OwnBidView> place_bid(app::Command& command, const PlaceBid& input);
Result<OwnBidView> withdraw(app::Command& command, const FindBid& input);
Result<app::Page<OwnBidView>> list_own(app::Query& query, const ListBids& input);
Result<QuoteView> show(app::Query& query, const orders::FindOrder& input);

/// The bids of an order as the public may see them.
[[nodiscard]] QuoteView view(const store::Reader& reader, const QuoteRow& quote);

/// The mode's part in an order's life: the window and the ceiling hold from the opening on.
Result<Done> order_opened(app::Command& command, const orders::OrderRow& order);
/// Fails with mode_not_over before the bids were opened.
Result<Done> is_over(const store::Reader& reader, const orders::OrderRow& order);

/// Clock: opens the bids of the order that is due longest; one a run. One that fails waits a
/// minute and holds up no other.
Result<bool> open_due(app::Command& command);
inline constexpr std::string_view clock_name = "quotes.open";
/// What the clock could not do.
[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::quotes
