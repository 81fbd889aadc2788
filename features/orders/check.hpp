#pragma once
// The post check applied to an order: gathers the facts that the pure rules of post_check.hpp want.

#include "engine/app/context.hpp"
#include "features/orders/model.hpp"
#include "features/orders/rules.hpp"

namespace jianghui::orders {

/// What a draft gets today when its author says nothing.
[[nodiscard]] OrderDefaults defaults_on(const app::Services& services, Date today);

/// What the post check finds today; empty when there is nothing to say.
[[nodiscard]] std::vector<FindingView> check(const store::Reader& reader,
                                             const app::Services& services, const OrderRow& order,
                                             Date today);

/// Whether an official must look before it is published. Fails with post_check_failed, every blocking
/// finding in `errors`.
[[nodiscard]] Result<bool> must_be_reviewed(const std::vector<FindingView>& findings);

/// Fails with unknown_code when place or occupation are not in their tables.
[[nodiscard]] Result<Done> check_codes(const app::Services& services, const OrderRow& order);

/// What other features say against the terms (`TermChecks`).
[[nodiscard]] Result<Done> check_terms(const app::Services& services, const OrderRow& order);

}  // namespace jianghui::orders
