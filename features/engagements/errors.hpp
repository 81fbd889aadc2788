#pragma once
// Why something about an engagement is refused.

#include "engine/base/result.hpp"

namespace jianghui::engagements {

inline constexpr ErrorCode plan_not_whole{
    "plan_not_whole", Kind::invalid, "各步骤的百分比之和必须是 100，天数须依次不减。",
    "The steps' percentages must add up to 100, and their days must not go back."};
inline constexpr ErrorCode steps_not_price{"steps_not_price", Kind::invalid,
                                           "各步骤金额之和必须等于合同价款。",
                                           "The amounts of the steps must add up to the price."};
inline constexpr ErrorCode step_status_conflict{
    "step_status_conflict", Kind::conflict, "此步骤当前状态不能这样办理。请刷新页面。",
    "The step's present status does not allow this. Reload the page."};
inline constexpr ErrorCode step_out_of_turn{"step_out_of_turn", Kind::conflict,
                                            "请先完成前面步骤的交付。",
                                            "Deliver the steps before this one first."};
inline constexpr ErrorCode step_day_wrong{
    "step_day_wrong", Kind::invalid, "付款日期须在验收之日与今天之间。",
    "The day of payment must lie between the acceptance and today."};
inline constexpr ErrorCode engagement_over{"engagement_over", Kind::conflict, "服务合同已结束。",
                                           "The engagement has ended already."};
inline constexpr ErrorCode delivery_waits{
    "delivery_waits", Kind::conflict, "有已交付、尚未验收的步骤：请先验收或退回，再提前结束。",
    "A delivered step waits for you: accept or return it before ending the engagement."};
inline constexpr ErrorCode engagement_not_ended{"engagement_not_ended", Kind::conflict,
                                                "服务合同结束后才能评价。",
                                                "You can rate once the engagement has ended."};
inline constexpr ErrorCode rating_given{"rating_given", Kind::conflict,
                                        "您方已评价过，每方只能评价一次。",
                                        "Your side has rated already; each may once."};
inline constexpr ErrorCode rating_window_over{"rating_window_over", Kind::conflict, "评价期已过。",
                                              "The time for ratings is over."};

}  // namespace jianghui::engagements
