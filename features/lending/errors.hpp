#pragma once
// Why an act of shared staff is refused.

#include "engine/base/result.hpp"

namespace jianghui::lending {

// The rules of shared staff: legal_rules.hpp has the legal basis of each.
inline constexpr ErrorCode lending_profit{
    "lending_profit", Kind::conflict,
    "借出单位不得以营利为目的：借入单位支付的金额不得超过借出单位转付的工资、社会保险与约定费用之和。",
    "The lender may not profit: the borrower pays at most what the lender pays on in wage, social "
    "insurance and agreed costs."};
inline constexpr ErrorCode lending_beyond_contract{
    "lending_beyond_contract", Kind::conflict, "借用期限不得超过劳动者劳动合同的剩余期限。",
    "The loan must end by the end of the worker's labour contract."};
inline constexpr ErrorCode lending_dispatched{
    "lending_dispatched", Kind::conflict, "被派遣劳动者不得以共享用工名义安排到其他单位。",
    "A dispatched worker may not be lent."};
inline constexpr ErrorCode lending_relent{
    "lending_relent", Kind::conflict, "借入的劳动者不得再转借给其他单位。",
    "A borrowed worker may not be lent on."};
inline constexpr ErrorCode lending_no_labour_relation{
    "lending_no_labour_relation", Kind::conflict,
    "借出单位须与劳动者订有劳动合同，其他用工形式不得借出。",
    "The lender must have a labour contract with the worker; other forms of work cannot be lent."};
inline constexpr ErrorCode lending_part_time{
    "lending_part_time", Kind::conflict,
    "非全日制用工每日平均不超过四小时、报酬至多十五日一结，共享用工按月结算，不能以此形式借出。",
    "Part-time work is paid at least every fifteen days and lasts four hours a day on average; a loan is "
    "settled by the month, so part-time staff cannot be lent."};
inline constexpr ErrorCode lending_too_young{
    "lending_too_young", Kind::conflict, "借用首日未满法定就业年龄，不得使用。",
    "Below the legal working age on the first day of the loan."};
inline constexpr ErrorCode lending_minor_unchecked{
    "lending_minor_unchecked", Kind::conflict,
    "未满十八周岁的未成年工，须填写借用前一年内的健康检查日期。",
    "A worker under 18 needs a health check within the year before the loan; say its day."};
inline constexpr ErrorCode lending_minor_work{
    "lending_minor_work", Kind::conflict, "未成年工不得从事矿山作业，不得到娱乐场所工作。",
    "A worker under 18 may not do mine work, nor work in places of entertainment."};
inline constexpr ErrorCode lending_overlap{
    "lending_overlap", Kind::conflict, "劳动者在此期间已有其他工作安排，时间不能重叠。",
    "The worker already has work in that time; times must not overlap."};
inline constexpr ErrorCode lending_same_party{
    "lending_same_party", Kind::conflict, "借出单位与借入单位不能是同一单位。",
    "Lender and borrower must differ."};
inline constexpr ErrorCode lending_not_enterprise{
    "lending_not_enterprise", Kind::conflict,
    "共享用工只在用人单位之间进行，人力资源服务机构和其他机构不能作为借出或借入单位。",
    "Shared staff is between employers; agencies and other organisations cannot lend or borrow."};
inline constexpr ErrorCode lending_unverified{
    "lending_unverified", Kind::conflict, "借出、借入单位均须通过核验，且未被暂停。",
    "Lender and borrower must be verified and not suspended."};
inline constexpr ErrorCode lending_excluded{
    "lending_excluded", Kind::conflict, "借出或借入单位在限制名单内，不能共享用工。",
    "Lender or borrower is on an excluding list."};
inline constexpr ErrorCode lending_below_minimum{
    "lending_below_minimum", Kind::conflict, "月工资不得低于工作地最低工资标准。",
    "The monthly wage is below the minimum wage of the place of work."};
inline constexpr ErrorCode lending_uninsured{
    "lending_uninsured", Kind::invalid, "劳动关系不变，借出单位应继续缴纳社会保险，请填写金额。",
    "The labour relation stays, and with it the lender's social insurance: say its amount."};
inline constexpr ErrorCode lending_unidentified{
    "lending_unidentified", Kind::conflict,
    "没有找到姓名与身份证号相符、已注册并通过身份核验的劳动者。请员工先用手机注册并完成核验。",
    "No registered, verified worker has this name and identity number. Ask her to register first."};
inline constexpr ErrorCode lending_relation_differs{
    "lending_relation_differs", Kind::conflict,
    "您所说的用工形式与借出单位填写的不一致，协议不能签。请与借出单位核对，或拒绝本协议。",
    "How you work for the lender is not what it stated. Clear it with the lender, or refuse."};

// The board.
inline constexpr ErrorCode lending_period{
    "lending_period", Kind::invalid, "起止日期有误：不能早于今天，止不能早于起，也不能超过最长期限。",
    "The period is wrong: not before today, in order, and not longer than allowed."};
inline constexpr ErrorCode lending_words{
    "lending_words", Kind::conflict, "要求中有不允许的内容，请修改后再发布。",
    "What is asked has words that are not allowed; change them."};
inline constexpr ErrorCode lending_wage_wrong{"lending_wage_wrong", Kind::invalid,
                                              "金额须为正数且不超过一百万元。",
                                              "The amount must be positive and at most a million yuan."};
inline constexpr ErrorCode lending_post_over{
    "lending_post_over", Kind::conflict, "这条信息已关闭、已满或已到期。",
    "This post is closed, filled or over."};
inline constexpr ErrorCode lending_own_post_wrong{
    "lending_own_post_wrong", Kind::invalid, "所选的本单位信息不存在、已关闭，或与对方信息类型相同。",
    "The post of yours is unknown, closed or of the same kind."};
inline constexpr ErrorCode lending_too_many{
    "lending_too_many", Kind::conflict, "人数超过剩余人数。请减少人数。",
    "More people than are left. Ask for fewer."};
inline constexpr ErrorCode lending_proposed_already{
    "lending_proposed_already", Kind::conflict, "贵单位对这条信息已有待答复的提议。",
    "You have a proposal on this post that waits for an answer."};
inline constexpr ErrorCode lending_proposal_over{
    "lending_proposal_over", Kind::conflict, "这份提议已答复、已撤回或已到期。",
    "This proposal was answered, withdrawn or ran out."};

// Agreements and settlements.
inline constexpr ErrorCode lending_not_accepted{
    "lending_not_accepted", Kind::conflict, "提议尚未被接受，不能拟协议。",
    "The proposal is not accepted; there is nothing to draft yet."};
inline constexpr ErrorCode lending_named_already{
    "lending_named_already", Kind::conflict, "该劳动者在本次借用中已有协议。",
    "This worker already has an agreement of this loan."};
inline constexpr ErrorCode lending_all_named{
    "lending_all_named", Kind::conflict, "约定的人数都已拟了协议。",
    "There is an agreement for everybody that was agreed on."};
inline constexpr ErrorCode lending_status_conflict{
    "lending_status_conflict", Kind::conflict, "当前状态不能这样办理。请刷新页面。",
    "The present status does not allow this. Reload the page."};
inline constexpr ErrorCode lending_sign_over{"lending_sign_over", Kind::conflict,
                                             "签署期限已过。", "The time to sign is over."};
inline constexpr ErrorCode lending_digest_differs{
    "lending_digest_differs", Kind::conflict, "签署的文本与协议文本不一致。请重新打开协议再签。",
    "What you sign is not the agreement's text. Open it again and sign."};
inline constexpr ErrorCode lending_worker_first{
    "lending_worker_first", Kind::conflict, "须先由劳动者本人签署，借入单位才能查看全文并签署。",
    "The worker signs first; then the borrower reads the text and signs."};
inline constexpr ErrorCode lending_text_closed{
    "lending_text_closed", Kind::forbidden, "协议全文只有三方可以查看；借入单位在劳动者签署后查看。",
    "Only the parties read the text; the borrower from the worker's signature on."};
inline constexpr ErrorCode lending_paid_on_wrong{
    "lending_paid_on_wrong", Kind::invalid, "付款日期不能晚于今天，也不能早于结算期起始日。",
    "The day of payment must be between the first day of the period and today."};
inline constexpr ErrorCode lending_settled{
    "lending_settled", Kind::conflict, "本月已由劳动者确认或已作废，不能再改。",
    "The month is confirmed by the worker or void; it cannot be changed."};

}  // namespace jianghui::lending
