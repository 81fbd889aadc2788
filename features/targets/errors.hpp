#pragma once
// What can be refused about targets.

#include "engine/base/base.hpp"

namespace jianghui::targets {

inline constexpr ErrorCode target_elsewhere{"target_elsewhere", Kind::forbidden,
                                            "只能填报本市的目标完成数。",
                                            "You may report the figures of your own city only."};
inline constexpr ErrorCode target_computed{
    "target_computed", Kind::conflict,
    "这一年的这项指标由平台从流水计算，不能填报。数字不对时，请核对明细。",
    "The platform counts this figure of that year itself. If it is wrong, look at its records."};
inline constexpr ErrorCode target_year_ahead{"target_year_ahead", Kind::invalid,
                                             "这一年还没有开始，不能填报。",
                                             "That year has not begun: there is nothing to report."};
inline constexpr ErrorCode target_not_reported{
    "target_not_reported", Kind::invalid, "净营业收入不是方案的目标，不能填报。",
    "Net revenue is not a target of the plan and is not reported."};
inline constexpr ErrorCode target_report_raced{
    "target_report_raced", Kind::conflict, "同事刚刚填报了同一项。请刷新页面，确认后再改。",
    "A colleague has just reported the same. Reload the page before you correct it."};

}  // namespace jianghui::targets
