#pragma once
// Typed calls of queries.sql.

#include "engine/store/store.hpp"
#include "features/orders/model.hpp"

namespace jianghui::orders {

void insert(store::Transaction& transaction, const OrderRow& order);
void update(store::Transaction& transaction, const OrderRow& order);
/// Whether the order was in `from` and is now in `to`.
[[nodiscard]] bool move_status(store::Transaction& transaction, OrderId order, OrderStatus from,
                               OrderStatus to, std::string_view reason, Instant now);
void replace_findings(store::Transaction& transaction, const OrderRow& order,
                      const std::vector<FindingView>& findings);
[[nodiscard]] std::vector<FindingView> findings_of(const store::Reader& reader, OrderId order);

/// Whose drafts and reviews a list may show.
struct Sight {
    OrganisationId own;  ///< the caller's organisation
    PlaceCode official;  ///< the caller's place when an official or inspector
};
/// One page, newest first; `limit` rows and one more when there is a next page.
[[nodiscard]] std::vector<OrderRow> list(const store::Reader& reader, const ListOrders& filter,
                                         const Sight& sight, int limit);

}  // namespace jianghui::orders
