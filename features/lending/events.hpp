#pragma once
// What happens with shared staff. Events of agreements and settlements have the lender as organisation,
// the borrower as counterpart; events of proposals who was asked, and who proposed.

#include "engine/journal/journal.hpp"

namespace jianghui::lending {

inline constexpr journal::EventKind post_opened{"lending.post_opened", "发布余缺信息",
                                                "Post on the board", true};
inline constexpr journal::EventKind post_changed{"lending.post_changed", "余缺信息变化",
                                                 "Post changed", true};
inline constexpr journal::EventKind proposal_made{"lending.proposal_made", "提议共享用工",
                                                  "Loan proposed"};
inline constexpr journal::EventKind proposal_accepted{"lending.proposal_accepted", "接受提议",
                                                      "Proposal accepted"};
inline constexpr journal::EventKind proposal_declined{"lending.proposal_declined", "谢绝提议",
                                                      "Proposal declined"};
inline constexpr journal::EventKind proposal_lapsed{"lending.proposal_lapsed", "提议到期未答复",
                                                    "Proposal ran out"};
inline constexpr journal::EventKind proposal_withdrawn{"lending.proposal_withdrawn", "撤回提议",
                                                       "Proposal withdrawn"};
inline constexpr journal::EventKind agreement_proposed{"lending.agreement_proposed", "拟定三方协议",
                                                       "Agreement drafted"};
inline constexpr journal::EventKind agreement_signed{"lending.agreement_signed", "一方签署协议",
                                                     "Agreement signed by one party"};
inline constexpr journal::EventKind agreement_in_force{"lending.agreement_in_force", "三方协议生效",
                                                       "Agreement in force"};
inline constexpr journal::EventKind agreement_refused{"lending.agreement_refused", "劳动者不同意借用",
                                                      "Agreement refused by the worker"};
inline constexpr journal::EventKind agreement_withdrawn{"lending.agreement_withdrawn", "撤回协议",
                                                        "Agreement withdrawn"};
inline constexpr journal::EventKind agreement_lapsed{"lending.agreement_lapsed", "协议逾期未签",
                                                     "Agreement not signed in time"};
inline constexpr journal::EventKind agreement_ended{"lending.agreement_ended", "借用期满",
                                                    "Loan ended"};
inline constexpr journal::EventKind agreement_ended_early{"lending.agreement_ended_early",
                                                          "借用提前结束", "Loan ended early"};
inline constexpr journal::EventKind borrower_paid{"lending.borrower_paid", "借入单位已付款",
                                                  "Borrower paid"};
inline constexpr journal::EventKind wage_passed_on{"lending.wage_passed_on", "借出单位已转付",
                                                   "Lender passed the wage on"};
inline constexpr journal::EventKind wage_confirmed{"lending.wage_confirmed", "劳动者确认到账",
                                                   "Worker confirmed the wage"};
inline constexpr journal::EventKind settlement_overdue{"lending.settlement_overdue", "共享用工工资逾期",
                                                       "Wage of a loan overdue"};

}  // namespace jianghui::lending
