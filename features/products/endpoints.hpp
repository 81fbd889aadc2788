#pragma once
// The API calls and clocks of products; see feature.cpp for who may make them;
// api.hpp has those that the demo makes as well.

#include "engine/app/feature.hpp"
#include "features/products/api.hpp"

namespace jianghui::products {

Result<ProductView> change(app::Command& command, const ChangeProduct& input);
Result<ProductView> withdraw(app::Command& command, const FindProduct& input);
Result<ProductView> show(app::Query& query, const FindProduct& input);
Result<std::vector<ProductView>> compare(app::Query& query, const CompareProducts& input);

Result<BookingView> decline_booking(app::Command& command, const DeclineBooking& input);
Result<BookingView> withdraw_booking(app::Command& command, const FindBooking& input);
Result<BookingView> show_booking(app::Query& query, const FindBooking& input);
Result<app::Page<BookingView>> list_bookings(app::Query& query, const ListBookings& input);

/// Clock: bookings whose time to answer has run out.
Result<bool> lapse_due(app::Command& command);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::products
