#pragma once
// What happens to an order.

#include "engine/journal/journal.hpp"

namespace jianghui::orders {

inline constexpr journal::EventKind order_drafted{"order.drafted", "订单起草", "Order drafted"};
inline constexpr journal::EventKind order_edited{"order.edited", "订单修改", "Order edited"};
inline constexpr journal::EventKind order_submitted{"order.submitted", "订单提交审核",
                                                    "Order submitted for review"};
inline constexpr journal::EventKind order_opened{"order.opened", "订单开放抢单",
                                                 "Order opened for grabbing", true};
inline constexpr journal::EventKind order_returned{"order.returned", "订单退回修改",
                                                   "Order sent back"};
inline constexpr journal::EventKind order_remaining{"order.remaining", "订单余席变化",
                                                    "Seats left changed", true};
inline constexpr journal::EventKind order_opened_to_all{
    "order.opened_to_all", "余席向所有机构开放", "What is left opened to all", true};
inline constexpr journal::EventKind order_revised{"order.revised", "订单条款变更",
                                                  "Order's terms changed", true};
inline constexpr journal::EventKind order_running{"order.running", "订单开工", "Order running",
                                                  true};
inline constexpr journal::EventKind order_closed{"order.closed", "订单结束", "Order closed", true};
inline constexpr journal::EventKind order_expired{"order.expired", "订单过期", "Order expired",
                                                  true};
inline constexpr journal::EventKind order_cancelled{"order.cancelled", "订单撤销",
                                                    "Order cancelled", true};
inline constexpr journal::EventKind order_suspended{"order.suspended", "订单暂停",
                                                    "Order suspended", true};
inline constexpr journal::EventKind order_resumed{"order.resumed", "订单恢复", "Order resumed",
                                                  true};

inline constexpr journal::EventKind staff_reported{"staff.reported", "申报用工人数", "Staff numbers reported"};

}  // namespace jianghui::orders
