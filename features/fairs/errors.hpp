#pragma once
// The refusals of this feature.

#include "engine/base/result.hpp"

namespace jianghui::fairs {

inline constexpr ErrorCode fair_without_orders{
    "fair_without_orders", Kind::invalid, "请至少选择一个有空席位的订单，每个订单只选一次。",
    "Choose at least one order with empty seats, each once."};
inline constexpr ErrorCode fair_order_closed{
    "fair_order_closed", Kind::conflict,
    "该订单没有可由您统配的空席位。机构须先有该订单的份额；请刷新订单列表。",
    "This order has no empty seat that you may allocate. An agency needs a share of it first; reload "
    "the list of orders."};
inline constexpr ErrorCode fair_not_decided{
    "fair_not_decided", Kind::conflict, "统配还没有结果。请等计算结束或先停止计算。",
    "The fair has no result yet. Wait for it, or stop it."};
inline constexpr ErrorCode fair_over{"fair_over", Kind::conflict, "统配已经结束，不能再停止。",
                                     "The fair has ended; there is nothing to stop."};
inline constexpr ErrorCode pair_not_qualified{
    "pair_not_qualified", Kind::conflict, "此人在计算时不符合该订单的条件。请从该订单的合格人选中选择。",
    "This person did not qualify for the order when it was computed. Choose among those who did."};
inline constexpr ErrorCode fair_order_full{
    "fair_order_full", Kind::conflict, "该订单的席位都已安排。请先移出一人，或指明换下谁。",
    "Every seat of the order is given. Take somebody out first, or say whom to replace."};
inline constexpr ErrorCode fair_person_placed{
    "fair_person_placed", Kind::conflict, "此人已安排在同一时段的其他订单，且那里的席位已发出邀约。",
    "This person has a place in an order of the same time, and that seat was offered already."};
inline constexpr ErrorCode fair_pair_offered{
    "fair_pair_offered", Kind::conflict, "这个席位已发出邀约，不能再调整。请在份额页面换人。",
    "This seat was offered already. Replace its worker on the page of the share."};
inline constexpr ErrorCode pair_unknown{"pair_unknown", Kind::conflict,
                                        "方案中没有这个安排。请刷新页面。",
                                        "The plan has no such pair. Reload the page."};
inline constexpr ErrorCode fair_handed_over{
    "fair_handed_over", Kind::conflict, "方案已移交机构，不能再移交或调整。",
    "The plan was handed over to the agencies; it changes no more."};
inline constexpr ErrorCode fair_without_share{
    "fair_without_share", Kind::conflict, "本机构在该订单没有空着席位的份额，不能发出邀约。",
    "Your agency has no share of this order with an empty seat, so it cannot offer one."};

}  // namespace jianghui::fairs
