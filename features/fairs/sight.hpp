#pragma once
// Who may see and use a fair, and the orders that somebody may allocate.

#include <map>

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

/// What of a visible fair the caller sees: of one that was handed over to her agency, the orders that
/// it has live shares of, and the people whom it may be shown.
class Sight {
  public:
    Sight(const store::Reader& reader, const access::Caller& caller, const FairRow& fair)
        : reader_(reader), caller_(caller), own_(is_own(caller, fair)) {}
    [[nodiscard]] bool of(OrderId order);
    [[nodiscard]] bool of(PersonId person) const;
    [[nodiscard]] bool of(const FairPairRow& pair) {
        return of(pair.order_id) && of(pair.person);
    }
    [[nodiscard]] bool own() const { return own_; }

  private:
    const store::Reader& reader_;
    const access::Caller& caller_;
    bool own_;
    std::map<OrderId, bool> orders_;
};

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
/// One of them; nothing when the caller may not allocate it, or it has no such seat.
[[nodiscard]] std::optional<OpenOrder> open_order(const store::Reader& reader,
                                                  const access::Caller& caller, OrderId order);
/// The live shares of an order that the agency holds and that have empty seats.
[[nodiscard]] std::vector<shares::ShareRow> shares_with_room(const store::Reader& reader,
                                                             OrderId order, OrganisationId agency);

}  // namespace jianghui::fairs
