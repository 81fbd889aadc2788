#include "features/counter_offers/rules.hpp"

#include <algorithm>
#include <array>

namespace jianghui::counter_offers {

Result<Done> may_propose(const orders::OrderRow& order, const Propose& wanted, int held,
                         bool standing, Instant now) {
    TRY_DO(orders::first_come(order));
    if (standing) return refuse(counter_offer_standing);
    if (order.kind == orders::OrderKind::lend)
        return refuse(error(counter_offer_lending).at("/fee_fen"));
    if (wanted.fee_fen.value == order.service_fee_fen.value)
        return refuse(error(counter_offer_same_fee).at("/fee_fen"));
    return orders::may_take(order, static_cast<int>(wanted.seats.value), held, now);
}

Instant answer_until(const orders::OrderRow& order, std::int64_t hours, Instant now) {
    const Instant until = now + std::chrono::hours(hours);
    return order.closes_at ? std::min(until, *order.closes_at) : until;
}

Result<Done> waits(const CounterOfferRow& row, Instant now) {
    if (row.status != CounterOfferStatus::standing || now >= row.answer_until_at)
        return refuse(error(counter_offer_over)
                          .with("status", std::string(codec::enum_text(row.status))));
    return Done{};
}

bool ends_order(std::string_view event_kind) {
    constexpr std::array<std::string_view, 4> ends{"order.cancelled", "order.expired",
                                                   "order.running", "order.closed"};
    return std::find(ends.begin(), ends.end(), event_kind) != ends.end();
}

}  // namespace jianghui::counter_offers
