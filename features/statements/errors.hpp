#pragma once
// Why an act on a statement is refused.

#include "engine/base/result.hpp"

namespace jianghui::statements {

inline constexpr ErrorCode statement_status_conflict{
    "statement_status_conflict", Kind::conflict, "结算单当前状态不能这样办理。请刷新页面。",
    "The statement's present status does not allow this. Reload the page."};
inline constexpr ErrorCode paid_on_wrong{
    "paid_on_wrong", Kind::invalid, "付款日期应在结算月首日与今天之间。",
    "The day of payment must lie between the first day of the month and today."};
inline constexpr ErrorCode seat_of_other_share{
    "seat_of_other_share", Kind::invalid, "这个席位不属于这份份额。",
    "This seat does not belong to the statement's share."};
inline constexpr ErrorCode correction_empty{"correction_empty", Kind::invalid,
                                            "更正须至少有一项不为零的金额。",
                                            "A correction needs at least one amount other than 0."};
inline constexpr ErrorCode deduction_too_large{
    "deduction_too_large", Kind::invalid, "扣减超过当月工资的法定比例，或使金额为负。",
    "The deduction exceeds what the law allows of a month's wage, or leaves less than nothing."};

}  // namespace jianghui::statements
