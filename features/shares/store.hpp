#pragma once
// Typed calls of queries.sql.

#include "features/shares/model.hpp"

namespace jianghui::shares {

void insert_all(store::Transaction& transaction, const std::vector<ShareRow>& shares);
void update(store::Transaction& transaction, const ShareRow& share);

/// What an agency has taken on altogether.
struct AgencyTotals {
    int seats = 0;
    int open_defaults = 0;
};
BOOST_DESCRIBE_STRUCT(AgencyTotals, (), (seats, open_defaults))
[[nodiscard]] AgencyTotals totals_of(const store::Reader& reader, OrganisationId agency);
/// Seats that one agency took of one order.
struct AgencySeats {
    PlaceCode city;
    OrderId order;
    OrganisationId agency;
    int seats = 0;
    int open_defaults = 0;
};
BOOST_DESCRIBE_STRUCT(AgencySeats, (), (city, order, agency, seats, open_defaults))
void add_totals(store::Transaction& transaction, const std::vector<AgencySeats>& taken);
void subtract_totals(store::Transaction& transaction, const ShareRow& share, int seats,
                     int open_defaults);

}  // namespace jianghui::shares
