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
/// Asks for it, to be read together with more; `found` is not called for one that never took any.
void ask_totals(store::Readings& readings, OrganisationId agency,
                std::function<void(AgencyTotals&&)> found);
/// What an agency holds of an order.
struct HeldSeats {
    OrganisationId agency;
    int seats = 0;
};
BOOST_DESCRIBE_STRUCT(HeldSeats, (), (agency, seats))
/// Asks for it of every agency that ever took seats of the order.
void ask_held(store::Readings& readings, OrderId order, std::function<void(HeldSeats&&)> each);

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
/// The same as changes that are made together with others: shares, seats of the orders, seats of the
/// agencies. An agency, and an agency in an order, must be there once.
[[nodiscard]] std::vector<store::Change> inserting(const std::vector<ShareRow>& shares,
                                                   const std::vector<AgencySeats>& of_orders,
                                                   const std::vector<AgencySeats>& of_agencies);
void subtract_totals(store::Transaction& transaction, const ShareRow& share, int seats,
                     int open_defaults);

}  // namespace jianghui::shares
