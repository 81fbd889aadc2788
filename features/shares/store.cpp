#include "features/shares/store.hpp"

#include "features/shares/api.hpp"
#include "features/shares/queries.hpp"

namespace jianghui::shares {

void insert_all(store::Transaction& transaction, const std::vector<ShareRow>& shares) {
    transaction.execute_all(sql::insert_share, store::members_of_all(shares));
}

void update(store::Transaction& transaction, const ShareRow& share) {
    transaction.execute(sql::update_share, store::members(share));
}

AgencyTotals totals_of(const store::Reader& reader, OrganisationId agency) {
    return reader.one<AgencyTotals>(sql::agency_totals, store::arguments("agency", agency))
        .value_or(AgencyTotals{});
}

int agency_seats_of_order(const store::Reader& reader, OrderId order, OrganisationId agency) {
    return reader
        .value<int>(sql::agency_seats_of_order, store::arguments("order", order, "agency", agency))
        .value_or(0);
}

void add_totals(store::Transaction& transaction, const std::vector<AgencySeats>& taken) {
    const auto rows = store::members_of_all(taken);
    transaction.execute_all(sql::add_share_total, rows);
    transaction.execute_all(sql::add_agency_total, rows);
}

std::vector<store::Change> inserting(const std::vector<ShareRow>& shares,
                                     const std::vector<AgencySeats>& of_orders,
                                     const std::vector<AgencySeats>& of_agencies) {
    return {{&sql::insert_share, store::members_of_all(shares)},
            {&sql::add_share_total, store::members_of_all(of_orders), true},
            {&sql::add_agency_total, store::members_of_all(of_agencies), true}};
}

void ask_totals(store::Readings& readings, OrganisationId agency,
                std::function<void(AgencyTotals&&)> found) {
    readings.each<AgencyTotals>(sql::agency_totals, store::arguments("agency", agency),
                                std::move(found));
}

void ask_held(store::Readings& readings, OrderId order, std::function<void(HeldSeats&&)> each) {
    readings.each<HeldSeats>(sql::seats_of_order, store::arguments("order", order),
                             std::move(each));
}

void subtract_totals(store::Transaction& transaction, const ShareRow& share, int seats,
                     int open_defaults) {
    transaction.execute(sql::subtract_share_total,
                        store::arguments("order", share.order_id, "city", share.city, "agency",
                                         share.agency, "seats", seats));
    transaction.execute(sql::subtract_agency_total,
                        store::arguments("agency", share.agency, "seats", seats, "open_defaults",
                                         open_defaults));
}

std::optional<ShareRow> find(const store::Reader& reader, ShareId share) {
    return reader.one<ShareRow>(sql::find_share, store::arguments("share", share));
}

std::vector<ShareRow> live_of_order(const store::Reader& reader, OrderId order) {
    return reader.all<ShareRow>(sql::live_shares_of_order, store::arguments("order", order));
}

}  // namespace jianghui::shares
