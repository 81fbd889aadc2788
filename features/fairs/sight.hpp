#pragma once
// Who may see and use a fair, and the orders that somebody may allocate.

#include "features/fairs/model.hpp"

namespace jianghui::fairs {

/// Whether the fair is the caller's own: her agency's, or one of the authorities of her place.
[[nodiscard]] bool is_own(const access::Caller& caller, const FairRow& fair);
/// The fair when it is the caller's own or was handed over to her agency. Fails with not_found.
[[nodiscard]] Result<FairRow> find_visible(const store::Reader& reader,
                                           const access::Caller& caller, FairId fair);
/// The fair when it is the caller's own. Fails with not_found, or not_allowed when it was handed over.
[[nodiscard]] Result<FairRow> find_own(const store::Reader& reader, const access::Caller& caller,
                                       FairId fair);

/// On whose behalf a fair is computed.
[[nodiscard]] access::Caller owner_of(const FairRow& fair);

struct OpenOrder {
    orders::OrderRow order;
    int seats = 0;  ///< empty
};
/// An agency: the orders in which its live shares have empty seats. An official: the orders of the
/// place with seats that nobody has, in shares or not. By id. O(open orders).
[[nodiscard]] std::vector<OpenOrder> open_orders(const store::Reader& reader,
                                                 const access::Caller& caller);
/// The live shares of an order that the agency holds and that have empty seats.
[[nodiscard]] std::vector<shares::ShareRow> shares_with_room(const store::Reader& reader,
                                                             OrderId order, OrganisationId agency);

}  // namespace jianghui::fairs
