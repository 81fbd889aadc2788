#pragma once
// Why something about a procurement is refused.

#include "engine/base/result.hpp"

namespace jianghui::procurement {

inline constexpr ErrorCode weights_not_hundred{
    "weights_not_hundred", Kind::invalid, "价格与各评分项的权重之和必须是 100。",
    "The weights of the price and the criteria must add up to 100."};
inline constexpr ErrorCode price_weight_outside{
    "price_weight_outside", Kind::invalid, "价格权重超出规定范围。",
    "The weight of the price lies outside what the rules allow."};
inline constexpr ErrorCode budget_missing{"budget_missing", Kind::invalid, "请填写大于零的预算。",
                                          "Give a budget above zero."};
inline constexpr ErrorCode bids_too_soon{
    "bids_too_soon", Kind::invalid, "应答截止时间太近，请留足规定的应答时间。",
    "The deadline is too near: leave bidders the time that the rules give them."};
inline constexpr ErrorCode evaluators_too_few{"evaluators_too_few", Kind::invalid,
                                              "评审人数少于规定人数。",
                                              "There are fewer evaluators than the rules ask for."};
inline constexpr ErrorCode evaluator_unfit{
    "evaluator_unfit", Kind::invalid,
    "此账号不能担任评审：须为有效的工作人员账号，不得为采购经办人，不得重复。",
    "That account cannot evaluate: it must be an official's, not the buyer's contact, not named "
    "twice."};
inline constexpr ErrorCode procurement_status_conflict{
    "procurement_status_conflict", Kind::conflict, "采购当前阶段不能这样办理。请刷新页面。",
    "The procurement's present stage does not allow this. Reload the page."};
inline constexpr ErrorCode bids_closed{"bids_closed", Kind::conflict, "应答已截止。",
                                       "The time for bids is over."};
inline constexpr ErrorCode bid_placed{
    "bid_placed", Kind::conflict, "贵机构已应答。要修改，请先撤回再重新提交。",
    "Your agency has bid already. To change the bid, withdraw it and bid again."};
inline constexpr ErrorCode bid_over_budget{"bid_over_budget", Kind::invalid,
                                           "报价须大于零且不超过预算。",
                                           "The price must be above zero and within the budget."};
inline constexpr ErrorCode bid_nonce{"bid_nonce", Kind::invalid,
                                     "随机数须为 32 位十六进制数字（16 字节）。",
                                     "The nonce must be 32 hexadecimal digits (16 bytes)."};
inline constexpr ErrorCode bid_altered{"bid_altered", Kind::conflict, "密封的应答与承诺值不一致。",
                                       "The sealed bid does not match its commitment."};
inline constexpr ErrorCode scores_incomplete{
    "scores_incomplete", Kind::invalid,
    "请对每份有效应答的每个评分项打分并说明理由，分数不超过该项权重。",
    "Score every valid bid by every criterion, with a reason, within the criterion's weight."};
inline constexpr ErrorCode evaluator_finished{
    "evaluator_finished", Kind::conflict, "您已提交评分或已回避，不能再改。",
    "You have finished or declared a conflict; nothing can be changed any more."};
inline constexpr ErrorCode objection_window_over{"objection_window_over", Kind::conflict,
                                                 "异议期已过。", "The objection window is over."};
inline constexpr ErrorCode objection_raised{"objection_raised", Kind::conflict,
                                            "贵机构已提出过异议。",
                                            "Your agency has objected already."};
inline constexpr ErrorCode objection_answered{
    "objection_answered", Kind::conflict, "此异议已答复。", "The objection was answered already."};

}  // namespace jianghui::procurement
