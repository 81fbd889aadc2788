#pragma once
// What happens to a statement.

#include "engine/journal/journal.hpp"

namespace jianghui::statements {

inline constexpr journal::EventKind statement_drafted{"statement.drafted", "生成结算单",
                                                      "Statement drafted"};
inline constexpr journal::EventKind statement_extended{"statement.extended", "结算单增加项目",
                                                       "Statement extended"};
inline constexpr journal::EventKind statement_side_agreed{"statement.side_agreed", "一方同意结算单",
                                                          "Statement agreed by one side"};
inline constexpr journal::EventKind statement_agreed{"statement.agreed", "双方同意结算单",
                                                     "Statement agreed"};
inline constexpr journal::EventKind statement_instructed{"statement.instructed", "已下达付款指令",
                                                         "Payment instructed"};
inline constexpr journal::EventKind statement_paid{"statement.paid", "已付款", "Statement paid"};
inline constexpr journal::EventKind statement_wage_paid{"statement.wage_paid", "工资已发放",
                                                        "Wage paid"};
inline constexpr journal::EventKind statement_wage_confirmed{
    "statement.wage_confirmed", "本人确认工资到账", "Wage confirmed by the worker"};
inline constexpr journal::EventKind statement_fee_confirmed{
    "statement.fee_confirmed", "机构确认服务费到账", "Fee confirmed by the agency"};
inline constexpr journal::EventKind statement_confirmed{"statement.confirmed", "结算单全部确认",
                                                        "Statement confirmed by every payee"};
inline constexpr journal::EventKind statement_corrected{"statement.corrected", "更正结算单",
                                                        "Statement corrected"};
inline constexpr journal::EventKind statement_overdue{"statement.overdue", "欠薪预警",
                                                      "Statement overdue"};

}  // namespace jianghui::statements
