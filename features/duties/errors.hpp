#pragma once
// What can be refused about duties.

#include "engine/base/base.hpp"

namespace jianghui::duties {

inline constexpr ErrorCode duty_elsewhere{
    "duty_elsewhere", Kind::forbidden, "只能给本地区或下级地区下达责任事项，只能考核下级地区。",
    "You may set duties for your own place and those below it, and assess those below it."};
inline constexpr ErrorCode duty_not_yours{
    "duty_not_yours", Kind::forbidden, "这一步由另一方办理：责任单位报告和整改，下达单位核实、督导。",
    "The other side does that: the place reports and remedies, the office that set it confirms and visits."};
inline constexpr ErrorCode duty_period{"duty_period", Kind::invalid,
                                       "完成期限不能早于开始日期。",
                                       "The last day may not be before the first."};
inline constexpr ErrorCode duty_status_conflict{
    "duty_status_conflict", Kind::conflict, "责任事项或问题现在的状态不能这样办理。请刷新页面。",
    "Its state does not allow that now. Reload the page."};
inline constexpr ErrorCode duty_needs_proof{
    "duty_needs_proof", Kind::invalid, "报告完成时要附证明材料。", "Saying that it is done needs a proof."};
inline constexpr ErrorCode duty_four_eyes{
    "duty_four_eyes", Kind::forbidden, "报告、整改或评分的人不能自己核实、同意或处理。请由另一位同事办理。",
    "Who reported, remedied or computed it may not confirm, agree or decide. A colleague has to."};
inline constexpr ErrorCode visit_date{
    "visit_date", Kind::invalid, "检查日期不能早于责任事项的开始日期，也不能晚于今天；整改期限不能早于今天。",
    "A visit is neither before the duty begins nor in the future; its deadline is not in the past."};
inline constexpr ErrorCode duty_twice{"duty_twice", Kind::conflict, "同一责任地区已有同名的责任事项。",
                                      "The place has a duty of that title already."};
inline constexpr ErrorCode sheet_failed{"sheet_failed", Kind::internal, "评分表文件没有生成，请稍后再试。",
                                        "The score sheet could not be made; try again later."};
inline constexpr ErrorCode assessment_exists{
    "assessment_exists", Kind::conflict, "这一地区这一年已有考核。", "That place and year is assessed already."};
inline constexpr ErrorCode assessment_empty{
    "assessment_empty", Kind::conflict, "这一年没有到期的责任事项，没有可考核的内容。",
    "No duty of that year: there is nothing to assess."};
inline constexpr ErrorCode assessment_window{
    "assessment_window", Kind::conflict, "申诉期已过不能申诉，申诉期未满不能公布。",
    "Appeals end with the window, and publishing waits for it."};
inline constexpr ErrorCode assessment_points{
    "assessment_points", Kind::invalid, "调整后的得分要在 0 到 100 分之间。",
    "The points have to stay between 0 and 100."};

}  // namespace jianghui::duties
