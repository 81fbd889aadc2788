#pragma once
// What other features may do with products: what an agency, an employer and anybody does, as the caller.

#include "engine/app/feature.hpp"
#include "features/products/model.hpp"

namespace jianghui::products {

/// A draft of the caller's agency. Fails with unknown_code, product_price, product_incomplete,
/// plan_not_whole.
Result<ProductView> draft(app::Command& command, const ProductDraft& input);
/// Puts it on sale. Fails with not_found, product_status_conflict, or as the gate.
Result<ProductView> publish(app::Command& command, const FindProduct& input);
/// Books for the caller's organisation. Fails with not_found, unknown_code,
/// product_status_conflict, product_changed, product_not_there, product_quantity,
/// buyer_not_verified, or as the gate.
Result<BookingView> book(app::Command& command, const BookProduct& input);
/// Makes the engagement. Fails with not_found, not_allowed, booking_over, or as the gate.
Result<BookingView> accept_booking(app::Command& command, const FindBooking& input);

/// One page of the catalogue as the caller may see it: what GET products answers.
Result<app::Page<ProductView>> list_all(app::Query& query, const ListProducts& input);

}  // namespace jianghui::products
