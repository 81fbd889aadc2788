#pragma once
// What can be refused about a stand-by.

#include "engine/base/result.hpp"

namespace jianghui::standby {

inline constexpr ErrorCode standby_not_needed{
    "standby_not_needed", Kind::conflict, "现在还有这么多席位，请直接抢单。",
    "So many seats are left now: grab them."};
inline constexpr ErrorCode standing_by_already{
    "standing_by_already", Kind::conflict, "贵机构已在本订单候补。如需改数量，请先退出再登记（位次重排）。",
    "Your agency waits for this order already. To change the number leave and register again, at the "
    "end of the line."};
inline constexpr ErrorCode standby_at_least{
    "standby_at_least", Kind::invalid, "“至少几席才要”不能大于候补席数。",
    "The least number cannot be above the number waited for."};
inline constexpr ErrorCode standby_over{
    "standby_over", Kind::conflict, "此次候补已到席、已退出或已失效。请刷新页面。",
    "This stand-by was served, was left or is over. Reload the page."};

}  // namespace jianghui::standby
