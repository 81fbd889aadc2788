#pragma once
// What other features may do with cancellations.

#include "features/cancellations/errors.hpp"
#include "features/cancellations/model.hpp"

namespace jianghui::cancellations {

/// The terms that hold for an order: frozen at its publication, or those that a draft would get.
/// No set for an order that was published before there were any.
[[nodiscard]] OrderTermsView terms_of(const store::Reader& reader, const app::Services& services,
                                      const orders::OrderRow& order, Date today);

/// Names the terms of the caller's own draft. Fails with not_found, not_allowed, order_not_editable,
/// cancellation_terms_unknown.
[[nodiscard]] Result<OrderTermsView> choose(app::Command& command, const ChooseTerms& wanted);

}  // namespace jianghui::cancellations
