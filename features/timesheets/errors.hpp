#pragma once
// Why an act on a timesheet is refused.

#include "engine/base/result.hpp"

namespace jianghui::timesheets {

inline constexpr ErrorCode seat_not_worked{
    "seat_not_worked", Kind::conflict, "双方确认到岗后才能填报工时。",
    "Work can be recorded once both sides have confirmed the start."};
inline constexpr ErrorCode share_is_settled{"share_is_settled", Kind::conflict,
                                            "这份份额已结清，不能再填报工时。",
                                            "The share is settled; no more work can be recorded."};
inline constexpr ErrorCode timesheet_dates{
    "timesheet_dates", Kind::invalid, "起止日期应在到岗日与结束日之间，且不晚于今天。",
    "The days must lie between the start and the end of the work, and not after today."};
inline constexpr ErrorCode timesheet_month{
    "timesheet_month", Kind::invalid, "一张工时单只能填同一个月的日期，跨月请分开填报。",
    "A timesheet covers days of one month. Record each month by itself."};
inline constexpr ErrorCode timesheet_overlap{
    "timesheet_overlap", Kind::conflict, "这些日期中有的已填报过，请核对。",
    "Some of these days are on another timesheet of this seat."};
inline constexpr ErrorCode quantity_too_large{
    "quantity_too_large", Kind::invalid, "数量超过这些天可能的上限，请核对。",
    "The quantity is more than these days can hold. Please check it."};
inline constexpr ErrorCode decision_below_approved{
    "decision_below_approved", Kind::conflict, "对已核准工时的异议，裁定不得低于核准数量。",
    "A decision on an approved timesheet must not go below what was approved."};
inline constexpr ErrorCode timesheet_status_conflict{
    "timesheet_status_conflict", Kind::conflict, "工时单当前状态不能这样办理。请刷新页面。",
    "The timesheet's present status does not allow this. Reload the page."};

}  // namespace jianghui::timesheets
