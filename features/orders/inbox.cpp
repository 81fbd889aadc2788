#include "features/orders/inbox.hpp"

#include "features/orders/store.hpp"

namespace jianghui::orders {
namespace {

std::vector<app::Waiting> reviews(const app::Query& query, int limit) {
    ListOrders filter;
    filter.status = OrderStatus::review;
    filter.place = query.caller.place;
    std::vector<app::Waiting> waiting;
    for (const auto& order : list(query.db, filter, Sight{{}, query.caller.place}, limit))
        waiting.push_back({"order.review",
                           {"审核订单：" + order.title, "Review the order: " + order.title},
                           "order",
                           order.id.number,
                           order.closes_at,
                           order.changed_at,
                           "/desk/orders/" + order.id.text()});
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"orders.reviews", {app::Role::official}, reviews}};
}

}  // namespace jianghui::orders
