#pragma once
// What can be refused about a counter-offer.

#include "engine/base/result.hpp"

namespace jianghui::counter_offers {

inline constexpr ErrorCode counter_offer_standing{
    "counter_offer_standing", Kind::conflict,
    "贵机构对本订单已有一份议价等待答复。要修改，请先撤回再提。",
    "Your agency has a counter-offer on this order that waits for an answer. To change it, withdraw "
    "it first."};
inline constexpr ErrorCode counter_offer_same_fee{
    "counter_offer_same_fee", Kind::invalid, "所提服务费与订单相同，直接抢单即可，无需议价。",
    "The fee is the order's own: grab the seats, there is nothing to bargain over."};
inline constexpr ErrorCode counter_offer_lending{
    "counter_offer_lending", Kind::invalid, "共享用工不得收取服务费，不能议价。",
    "Lending staff takes no service fee: there is nothing to bargain over."};
inline constexpr ErrorCode counter_offer_over{
    "counter_offer_over", Kind::conflict, "此议价已答复、撤回、到期或失效。请刷新页面。",
    "This counter-offer was answered, withdrawn, has lapsed or is void. Reload the page."};

}  // namespace jianghui::counter_offers
