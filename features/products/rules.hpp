#pragma once
// Decisions about products and bookings.

#include "features/products/errors.hpp"
#include "features/products/model.hpp"

namespace jianghui::products {

/// Whether the draft can be kept and published: a price, a term, a place, a whole plan. Fails with
/// product_price, product_incomplete, plan_not_whole.
[[nodiscard]] Result<Done> consistent(const ProductDraft& draft);

/// The draft's values over those of the row.
void apply(ProductRow& row, const ProductDraft& draft);

/// What publishing, changing and withdrawing allow. Fails with product_status_conflict.
[[nodiscard]] Result<Done> may_publish(const ProductRow& product);
[[nodiscard]] Result<Done> may_change(const ProductRow& product);
[[nodiscard]] Result<Done> may_withdraw(const ProductRow& product);

/// Whether a product that names `places` is offered at that place: named itself, or within a named
/// one.
[[nodiscard]] bool serves(const PlaceList& places, const PlaceCode& place);

/// Whether that may be booked, credentials apart. Fails with product_status_conflict,
/// product_changed, product_not_there, product_quantity, product_price.
[[nodiscard]] Result<Done> may_book(const ProductRow& product, const BookProduct& wanted);

/// Fails with booking_over unless it waits and its time has not run out.
[[nodiscard]] Result<Done> may_answer(const BookingRow& booking, Instant now);

/// "abc,def": one to four different ids. Fails with compare_count.
[[nodiscard]] Result<std::vector<ProductId>> read_ids(std::string_view text);

/// What providing that kind asks for; `credential` as the data says, the licence when it says none.
[[nodiscard]] engagements::Need need_of(std::string_view kind, std::string_view credential);

}  // namespace jianghui::products
