#include "features/standby/rules.hpp"

#include <algorithm>

namespace jianghui::standby {

Result<Done> may_wait(const orders::OrderRow& order, const StandBy& wanted, int agency_seats,
                      Instant now) {
    using orders::OrderStatus;
    const int seats = static_cast<int>(wanted.seats.value);
    const bool in_market =
        order.status == OrderStatus::open || order.status == OrderStatus::filled;
    if (!in_market || !order.closes_at || *order.closes_at <= now)
        return refuse(error(orders::order_not_open)
                          .with("status", std::string(codec::enum_text(order.status))));
    TRY_DO(orders::first_come(order));
    if (wanted.at_least && wanted.at_least->value > seats)
        return refuse(error(standby_at_least).at("/at_least"));
    if (seats < order.lot_min || seats > order.lot_max)
        return refuse(error(orders::lot_size)
                          .at("/seats")
                          .with("lot_min", std::to_string(order.lot_min))
                          .with("lot_max", std::to_string(order.lot_max)));
    if (order.team_size > 0 && seats % order.team_size != 0)
        return refuse(error(orders::whole_teams).at("/seats"));
    if (agency_seats + seats > order.cap_per_agency)
        return refuse(error(orders::cap_exceeded)
                          .with("cap_per_agency", std::to_string(order.cap_per_agency))
                          .with("held", std::to_string(agency_seats)));
    if (order.remaining >= seats)
        return refuse(
            error(standby_not_needed).with("remaining", std::to_string(order.remaining)));
    return Done{};
}

int least_worth(const orders::OrderRow& order, const StandBy& wanted) {
    if (wanted.at_least) return static_cast<int>(wanted.at_least->value);
    return std::max(1, order.team_size);
}

bool is_of_order(std::string_view code) {
    return code == orders::order_not_open.code || code == orders::not_enough_seats.code;
}

}  // namespace jianghui::standby
