#pragma once
// Why an act on a seat is refused.

#include "engine/base/result.hpp"

namespace jianghui::seats {

inline constexpr ErrorCode share_full{"share_full", Kind::conflict,
                                      "这份份额的席位都已有人。",
                                      "Every seat of this share has somebody."};
inline constexpr ErrorCode share_not_live{"share_not_live", Kind::conflict,
                                          "份额已结束，不能再配人。",
                                          "The share has ended; it cannot be staffed."};
inline constexpr ErrorCode order_incomplete{
    "order_incomplete", Kind::conflict, "订单缺少起止日期或报酬，不能配人。",
    "The order lacks dates or pay; it cannot be staffed."};
inline constexpr ErrorCode person_overlap{
    "person_overlap", Kind::conflict, "此人在该时间段已有其他工作，不能重复。",
    "This person already has work in that time; seats must not overlap."};
inline constexpr ErrorCode person_has_seat{"person_has_seat", Kind::conflict,
                                           "此人在本订单中已有席位。",
                                           "This person already has a seat in this order."};
inline constexpr ErrorCode seat_person_too_young{
    "person_too_young_for_work", Kind::conflict, "开工日不满法定就业年龄，不得招用（劳动法第十五条）。",
    "Below the legal working age on the first day (Labour Law art. 15)."};
inline constexpr ErrorCode certificate_invalid{
    "certificate_invalid", Kind::conflict, "缺少订单要求的证书，或证书在工作期内到期。",
    "A certificate that the order asks for is missing or ends before the work does."};
inline constexpr ErrorCode seat_consent_missing{
    "consent_missing", Kind::conflict, "此人不是贵机构的候选人，也未同意加入公共人才池。",
    "This person is neither your candidate nor in the public pool."};
inline constexpr ErrorCode pay_outside_order{"pay_outside_order", Kind::conflict,
                                             "报酬不在订单的范围内。",
                                             "The pay is outside the order's range."};
inline constexpr ErrorCode seat_status_conflict{
    "seat_status_conflict", Kind::conflict, "席位当前状态不能这样办理。请刷新页面。",
    "The seat's present status does not allow this. Reload the page."};
inline constexpr ErrorCode offer_expired{"offer_expired", Kind::conflict,
                                         "这个邀约已过期。", "This offer has run out."};
inline constexpr ErrorCode insurance_missing{
    "insurance_missing", Kind::conflict, "开工前须有当日有效的意外或工伤保险。请联系用工机构办理。",
    "Insurance must be in force before the start. Ask the agency to record it."};
inline constexpr ErrorCode insurance_dates{"insurance_dates", Kind::invalid,
                                           "保险期起止日期有误。", "The insurance dates are wrong."};
inline constexpr ErrorCode wrong_site_code{"wrong_site_code", Kind::conflict,
                                           "现场码不对。请向现场负责人索取今日的六位码。",
                                           "Wrong site code. Ask on site for today's six digits."};
inline constexpr ErrorCode site_code_locked{
    "site_code_locked", Kind::too_many, "现场码多次输错，暂时不能再试。请当面看现场负责人的今日六位码，稍后再输。",
    "Too many wrong site codes: no more tries for a while. Look at today's six digits on site and type them then."};
inline constexpr ErrorCode too_late{
    "seat_over", Kind::conflict, "该席位的最后一个工作日已过，不能再确认到岗。请联系机构。",
    "The last day of this seat has passed: nobody can start any more. Ask the agency."};
inline constexpr ErrorCode too_early{"too_early", Kind::conflict, "还没到开工日，不能签到。",
                                     "It is too early: the first day of work has not come."};
inline constexpr ErrorCode worker_was_there{
    "worker_was_there", Kind::conflict, "此人已在现场输入当日的现场码，不能记为未到岗。请确认到岗。",
    "This worker typed the site's code of the day: confirm the start instead."};
inline constexpr ErrorCode end_date_wrong{"end_date_wrong", Kind::invalid,
                                          "结束日期应在开工日与今天之间。",
                                          "The last day must be between the start and today."};

}  // namespace jianghui::seats
