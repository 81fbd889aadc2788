#pragma once
// Why an application is refused.

#include "engine/base/result.hpp"

namespace jianghui::draws {

inline constexpr ErrorCode window_closed{
    "application_window_closed", Kind::conflict, "当前不在报名时间内。请查看订单页面的报名起止时间。",
    "Applications are not taken at this time. See the window on the order's page."};
inline constexpr ErrorCode applied_already{
    "applied_already", Kind::conflict, "贵机构已报名，每家只能报一次。要修改，请先撤回再报。",
    "Your agency has applied already; each may once. To change it, withdraw and apply again."};
inline constexpr ErrorCode nonce_malformed{
    "nonce_malformed", Kind::invalid, "随机数须为 32 位十六进制数字（16 字节）。",
    "The nonce must be 32 hexadecimal digits (16 bytes)."};
inline constexpr ErrorCode at_least_too_high{
    "at_least_too_high", Kind::invalid, "最少接受的席位数不能超过申请的席位数。",
    "The least that you accept cannot exceed what you ask for."};
inline constexpr ErrorCode application_over{
    "application_over", Kind::conflict, "此报名已撤回或已抽签，不能再改。",
    "The application was withdrawn or drawn already and cannot be changed."};
inline constexpr ErrorCode draw_mismatch{
    "draw_mismatch", Kind::conflict, "重新计算的结果与公布的不一致。",
    "The recomputed result differs from what was published."};
inline constexpr ErrorCode draw_not_held{"draw_not_held", Kind::conflict,
                                         "抽签尚未进行，没有可核对的结果。",
                                         "The draw was not held yet: there is nothing to verify."};

}  // namespace jianghui::draws
