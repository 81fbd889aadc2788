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
/// Whoever accepts an invitation sets the password herself: nobody becomes an official that way.
inline constexpr ErrorCode authority_not_by_invitation{
    "authority_not_by_invitation", Kind::conflict,
    "主管部门的账号由安全管理员开通、系统管理员签发重置码，不能通过邀请加入。",
    "Accounts of authorities are opened by the security administrator and get their first code from "
    "the system administrator; there is no invitation to an authority."};
/// Who registers an authority does not choose its official's password.
inline constexpr ErrorCode password_not_here{
    "password_not_here", Kind::invalid,
    "主管部门账号的密码由本人用系统管理员签发的重置码设置，这里请留空。",
    "The password of an authority's account is set with a code from the system administrator: leave "
    "it empty here."};
/// The phone of an invitation.
inline constexpr ErrorCode phone_malformed{"invitation_phone_malformed", Kind::invalid,
                                           "手机号应为 11 位数字。请检查。",
                                           "A mobile number has 11 digits. Please check."};

}  // namespace jianghui::accounts
