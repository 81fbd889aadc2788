#pragma once
// The refusals of accounts and signing in.

#include "engine/base/result.hpp"

namespace jianghui::access {

inline constexpr ErrorCode wrong_credentials{
    "wrong_credentials", Kind::unauthenticated,
    "账号或密码不正确。请检查后重试，或联系管理员重置密码。",
    "Account or password is wrong. Check both, or ask the administrator to reset the password."};
inline constexpr ErrorCode account_locked{
    "account_locked", Kind::too_many, "密码多次输错，账号已暂时锁定。请稍后再试。",
    "Too many wrong passwords: the account is locked for a while. Try again later."};
inline constexpr ErrorCode account_disabled{"account_disabled", Kind::forbidden,
                                            "账号已停用。请联系管理员。",
                                            "This account is disabled. Ask the administrator."};
inline constexpr ErrorCode sign_in_expired{
    "sign_in_expired", Kind::unauthenticated, "登录已超时。请重新输入账号和密码。",
    "Signing in took too long. Give account and password again."};
inline constexpr ErrorCode second_factor_wrong{
    "second_factor_wrong", Kind::invalid,
    "动态口令不正确。请看手机上当前的 6 位数字，或改用一个备用码。",
    "The code is wrong. Type the 6 digits that the app shows now, or use a recovery code."};
inline constexpr ErrorCode second_factor_used{
    "second_factor_used", Kind::conflict, "这个动态口令已经用过。请等下一个（最多 30 秒）。",
    "This code was used already. Wait for the next one (at most 30 seconds)."};
inline constexpr ErrorCode second_factor_not_begun{
    "second_factor_not_begun", Kind::conflict, "绑定已超时或还没有开始。请重新开始绑定。",
    "Setting up has not begun or took too long. Begin again."};
inline constexpr ErrorCode second_factor_missing{
    "second_factor_missing", Kind::conflict, "这个账号没有绑定动态口令。",
    "This account has no second factor."};
inline constexpr ErrorCode not_for_oneself{
    "not_for_oneself", Kind::forbidden, "不能为自己办理。请由另一位管理员办理。",
    "Nobody does this for herself. Ask another administrator."};
inline constexpr ErrorCode reset_needs_security{
    "reset_needs_security", Kind::conflict,
    "该工作账号没有绑定动态口令。请先由安全管理员“重新核身”，再签发重置码。",
    "This office account has no second factor. The security administrator must first agree that it "
    "starts over, then issue the code."};
inline constexpr ErrorCode csrf_missing{
    "csrf_missing", Kind::forbidden, "页面已过期，请刷新后重试。",
    "The X-CSRF-Token header is missing or wrong. Reload the page and try again."};
inline constexpr ErrorCode account_taken{"account_taken", Kind::conflict,
                                         "这个账号名已被使用。请换一个，或直接登录。",
                                         "This account name is taken. Choose another, or sign in."};
inline constexpr ErrorCode login_malformed{
    "login_malformed", Kind::invalid,
    "账号名应为 2–64 个汉字、字母、数字或 . _ - @ +，不能含空格。",
    "An account name has 2 to 64 letters, digits, Chinese characters or . _ - @ + and no spaces."};
inline constexpr ErrorCode login_is_identity_number{
    "login_is_identity_number", Kind::invalid, "请不要用身份证号作账号名。",
    "Please do not use an identity number as account name."};
inline constexpr ErrorCode password_too_weak{
    "password_too_weak", Kind::invalid,
    "密码太简单：至少 8 个字符，含两类以上字符（大写、小写、数字、其他），且不含账号名。",
    "The password is too weak: at least 8 characters of at least two kinds (capital, small, digit, "
    "other), and not containing the account name."};
inline constexpr ErrorCode password_too_long{"password_too_long", Kind::invalid,
                                             "密码过长，请控制在 256 字节以内。",
                                             "The password is too long: at most 256 bytes."};
inline constexpr ErrorCode password_unchanged{"password_unchanged", Kind::invalid,
                                              "新密码不能与原密码相同。",
                                              "The new password must differ from the present one."};
inline constexpr ErrorCode reset_code_wrong{
    "reset_code_wrong", Kind::invalid, "重置码不正确或已过期。请向管理员索取新的重置码。",
    "The reset code is wrong or has run out. Ask the administrator for a new one."};
inline constexpr ErrorCode membership_incomplete{
    "membership_incomplete", Kind::invalid,
    "角色与所属不符：用人单位和服务机构须有机构，劳动者须有个人，官员和监察员须有行政区。",
    "Role and membership do not fit: employers and agencies need an organisation, workers a "
    "person, "
    "officials and inspectors a place."};
inline constexpr ErrorCode person_has_login{
    "person_has_login", Kind::conflict, "此人已有账号。请直接登录，或联系管理员重置密码。",
    "This person has an account already. Sign in, or ask for a password reset."};
inline constexpr ErrorCode last_administrator{"last_administrator", Kind::conflict,
                                              "三类管理员每类至少保留一个可用账号。",
                                              "The last administrator of a duty cannot be "
                                              "disabled."};
inline constexpr ErrorCode keyring_foreign{
    "keyring_foreign", Kind::internal,
    "密钥文件不属于这个数据库，已拒绝启动。请恢复与数据库配套的密钥文件。",
    "The key file does not belong to this database, so the program does not start. Restore the key "
    "file that belongs to it."};

}  // namespace jianghui::access
