#pragma once
// What happens to products and bookings.

#include "engine/journal/journal.hpp"

namespace jianghui::products {

inline constexpr journal::EventKind product_drafted{"product.drafted", "服务产品拟稿",
                                                    "Product drafted"};
inline constexpr journal::EventKind product_changed_event{"product.changed", "服务产品修改",
                                                          "Product changed"};
inline constexpr journal::EventKind product_published{"product.published", "服务产品发布",
                                                      "Product published", true};
inline constexpr journal::EventKind product_withdrawn{"product.withdrawn", "服务产品下架",
                                                      "Product withdrawn", true};
inline constexpr journal::EventKind booking_asked{"booking.asked", "订购服务产品",
                                                  "Product booked"};
inline constexpr journal::EventKind booking_accepted{"booking.accepted", "接受订购",
                                                     "Booking accepted"};
inline constexpr journal::EventKind booking_declined{"booking.declined", "谢绝订购",
                                                     "Booking declined"};
inline constexpr journal::EventKind booking_lapsed{"booking.lapsed", "订购到期未答复",
                                                   "Booking lapsed"};
inline constexpr journal::EventKind booking_withdrawn{"booking.withdrawn", "撤回订购",
                                                      "Booking withdrawn"};

}  // namespace jianghui::products
