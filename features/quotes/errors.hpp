#pragma once
// Why a bid is refused. A bad nonce or at_least is refused with the codes of draws.

#include "engine/base/result.hpp"

namespace jianghui::quotes {

inline constexpr ErrorCode bid_window_closed{
    "bid_window_closed", Kind::conflict, "当前不在报价时间内。请查看订单页面的报价起止时间。",
    "Bids are not taken at this time. See the window on the order's page."};
inline constexpr ErrorCode bid_already{
    "bid_already", Kind::conflict, "贵机构已报价，每家只能报一次。要修改，请先撤回再报。",
    "Your agency has bid already; each may once. To change it, withdraw and bid again."};
inline constexpr ErrorCode bid_above_ceiling{
    "bid_above_ceiling", Kind::invalid, "报价高于本订单的最高服务费。请降低报价。",
    "The bid is above the order's highest service fee. Bid lower."};
inline constexpr ErrorCode bid_fee_for_lending{
    "bid_fee_for_lending", Kind::invalid, "共享用工不得收取服务费，报价只能为 0。",
    "Lending staff takes no service fee: bid 0."};
inline constexpr ErrorCode bid_over{
    "bid_over", Kind::conflict, "此报价已撤回、已开启或已失效，不能再改。",
    "The bid was withdrawn, was opened or is void and cannot be changed."};
inline constexpr ErrorCode quote_mismatch{
    "quote_mismatch", Kind::conflict, "重新计算的结果与公布的不一致。",
    "The recomputed result differs from what was published."};
inline constexpr ErrorCode quote_not_opened{
    "quote_not_opened", Kind::conflict, "报价尚未开启，没有可核对的结果。",
    "The bids were not opened yet: there is nothing to verify."};

}  // namespace jianghui::quotes
