// Orders as somebody may see them.

#include "features/orders/api.hpp"

namespace jianghui::orders {

Result<OrderRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                              OrderId order) {
    auto found = find(reader, order);
    if (!found || !may_see(caller, *found)) return refuse(not_found);
    return std::move(*found);
}

Result<OrderRow> find_own(const store::Reader& reader, const app::Caller& caller, OrderId order) {
    TRY(OrderRow found, find_visible(reader, caller, order));
    if (found.employer != caller.organisation) return refuse(not_allowed);
    return found;
}

std::optional<OrganisationId> only_known(const app::Caller& caller, const OrderRow& order) {
    if (caller.organisation == order.employer || caller.supervises(order.place)) return {};
    return caller.organisation;
}

}  // namespace jianghui::orders
