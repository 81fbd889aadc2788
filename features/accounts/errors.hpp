#pragma once
// The refusals of this feature; those of signing in itself are in engine/access/errors.hpp.

#include "engine/base/result.hpp"

namespace jianghui::accounts {

/// Changing one's password: the present one was typed wrong.
inline constexpr ErrorCode current_password_wrong{"current_password_wrong", Kind::invalid,
                                                  "原密码不正确。请重新输入。",
                                                  "The present password is wrong. Type it again."};
/// The code is unknown, used or has run out.
inline constexpr ErrorCode invitation_unknown{
    "invitation_unknown", Kind::not_found,
    "邀请码不存在、已使用或已过期。请向邀请您的机构索取新的邀请码。",
    "The invitation is unknown, used or has run out. Ask the organisation for a new one."};
/// Accounts of organisations and workers are made by registration or invitation.
inline constexpr ErrorCode role_registers_itself{
    "role_registers_itself", Kind::invalid, "劳动者账号由本人注册，不能由管理员开通。",
    "Workers register themselves; an administrator does not make their accounts."};
/// The role does not fit the kind of organisation.
inline constexpr ErrorCode role_of_other_kind{
    "role_of_other_kind", Kind::invalid,
    "角色与机构类型不符：服务机构用 agency，主管部门用 official 或 inspector，其他用 employer。",
    "Role and kind of organisation do not fit: agency for agencies, official or inspector for "
    "authorities, employer for all others."};
/// The phone of an invitation.
inline constexpr ErrorCode phone_malformed{"invitation_phone_malformed", Kind::invalid,
                                           "手机号应为 11 位数字。请检查。",
                                           "A mobile number has 11 digits. Please check."};

}  // namespace jianghui::accounts
