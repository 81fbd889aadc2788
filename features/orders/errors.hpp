#pragma once
// What can be refused about an order.

#include "engine/base/result.hpp"

namespace jianghui::orders {

inline constexpr ErrorCode order_not_editable{
    "order_not_editable", Kind::conflict, "只有草稿可以修改。已发布的订单请先撤销。",
    "Only a draft can be changed. Cancel a published order first."};
inline constexpr ErrorCode order_changed{"order_changed", Kind::precondition,
                                         "订单已被他人修改。请刷新后再改。",
                                         "Somebody else changed the order. Reload and try again."};
inline constexpr ErrorCode order_status_conflict{
    "order_status_conflict", Kind::conflict, "订单当前状态不能这样办理。请刷新页面。",
    "The order's present status does not allow this. Reload the page."};
inline constexpr ErrorCode lot_mismatch{
    "lot_mismatch", Kind::invalid, "每次抢单人数应满足：最少 ≤ 最多 ≤ 每家上限 ≤ 招用人数。",
    "Lots must satisfy: smallest ≤ largest ≤ cap per agency ≤ headcount."};
inline constexpr ErrorCode team_mismatch{
    "team_mismatch", Kind::invalid,
    "团队单：每队至少 2 人，招用人数、每次抢单人数和每家上限都应是每队人数的整数倍，且只能先到先得或定向。",
    "Teams: at least 2 a team; headcount, lots and cap must be whole teams, first come or by name."};
inline constexpr ErrorCode whole_teams{"whole_teams", Kind::conflict, "团队单按整队承接和退回。",
                                       "Seats of this order are taken and given back in whole teams."};
inline constexpr ErrorCode dates_mismatch{
    "dates_mismatch", Kind::invalid, "日期前后矛盾，请检查开始、结束与有效期（用工期最长 366 天）。",
    "The dates contradict each other: check start, end and validity (at most 366 days of work)."};
inline constexpr ErrorCode pay_mismatch{"pay_mismatch", Kind::invalid,
                                        "最高报酬不能低于最低报酬。",
                                        "The highest pay must not be below the lowest."};
inline constexpr ErrorCode amount_too_high{
    "amount_too_high", Kind::invalid,
    "每席位的报酬和服务费各不能超过 1,000 万元。请检查：金额以分为单位。",
    "Pay and fee of a seat are at most 10 million yuan each. Check the unit: amounts are in fen."};
inline constexpr ErrorCode post_check_failed{
    "post_check_failed", Kind::invalid, "发布前检查未通过。请按下列各条改正后再发布。",
    "The post check failed. Correct the points named and publish again."};
inline constexpr ErrorCode order_not_open{"order_not_open", Kind::conflict,
                                          "订单当前不在抢单时间内。",
                                          "The order cannot be grabbed at this time."};
inline constexpr ErrorCode not_enough_seats{"not_enough_seats", Kind::conflict,
                                            "剩余席位不足。请减少数量再试。",
                                            "Not enough seats are left. Try fewer."};
inline constexpr ErrorCode lot_size{"lot_size", Kind::conflict, "抢单数量不在允许的范围内。",
                                    "The number of seats is outside the allowed lots."};
inline constexpr ErrorCode cap_exceeded{"cap_exceeded", Kind::conflict,
                                        "超过每家机构可抢的上限。",
                                        "This exceeds the cap for one agency."};
inline constexpr ErrorCode order_by_draw{
    "order_by_draw", Kind::conflict, "本订单为抽签模式，先到不先得。请在报名时间内报名，等待抽签。",
    "This order is given by draw: being first does not win. Apply within its window and wait for "
    "the draw."};
inline constexpr ErrorCode order_by_name{
    "order_by_name", Kind::conflict, "本订单为定向模式，只有用人单位指名的机构可以承接。",
    "This order is given by name: only the agency that the employer named can take it."};
inline constexpr ErrorCode order_by_quote{
    "order_by_quote", Kind::conflict, "本订单为报价模式，先到不先得。请在报价时间内密封报价，等待开启。",
    "This order is given by sealed bids: being first does not win. Bid within its window and wait "
    "for the opening."};
inline constexpr ErrorCode other_mode{
    "order_other_mode", Kind::conflict, "本订单不是这种抢单模式，或已向所有机构开放。请按订单页面的说明办理。",
    "The order has another grab mode, or is open to all by now. Do as the order's page says."};
inline constexpr ErrorCode window_too_long{
    "window_too_long", Kind::invalid, "报名时间须在订单截止前至少 10 分钟结束。请缩短报名时间或延后订单截止。",
    "The window to apply must end at least ten minutes before the order closes. Shorten it or "
    "close the order later."};
inline constexpr ErrorCode mode_not_over{
    "mode_not_over", Kind::conflict, "抽签、报价或指名机构的答复尚未结束，暂不能向所有机构开放。",
    "The draw, the opening of the bids or the named agency's time to answer is not over: not yet "
    "to be opened to all."};
inline constexpr ErrorCode order_newer{
    "order_newer", Kind::conflict, "订单条款已变更。请看过变更后再办理。",
    "The order's terms have changed. Read what changed, then decide."};
inline constexpr ErrorCode nothing_changed{
    "nothing_changed", Kind::invalid, "与现行条款相同，没有变更。请先修改要变更的条款。",
    "These are the present terms: nothing would change. Change a term first."};
inline constexpr ErrorCode headcount_taken{
    "headcount_taken", Kind::conflict, "招用人数最多只能减去尚未被抢的席位。",
    "The headcount can only fall by the seats that nobody has taken."};
inline constexpr ErrorCode change_in_window{
    "change_in_window", Kind::conflict,
    "报名、报价或指名答复尚未结束，期间不能变更条款。请待结束后再变更，或撤销订单。",
    "Agencies still apply, bid or answer: the terms cannot change until that is over. Wait, or "
    "cancel the order."};
inline constexpr ErrorCode change_needs_review{
    "change_needs_review", Kind::invalid,
    "变更内容须经主管部门审核，不能直接生效。请改正下列各条，或另发新订单送审。",
    "An official would have to review this change. Correct the points named, or publish a new order "
    "for review."};
inline constexpr ErrorCode employer_unverified{
    "employer_unverified", Kind::conflict, "贵单位尚未通过核验，暂不能发布订单。请等待主管部门核验。",
    "Your organisation is not verified yet and cannot publish. Wait for the authority."};

}  // namespace jianghui::orders
