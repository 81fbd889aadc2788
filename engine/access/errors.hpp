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
                                              "不能停用最后一个管理员账号。",
                                              "The last administrator cannot be disabled."};
inline constexpr ErrorCode keyring_foreign{
    "keyring_foreign", Kind::internal,
    "密钥文件不属于这个数据库，已拒绝启动。请恢复与数据库配套的密钥文件。",
    "The key file does not belong to this database, so the program does not start. Restore the key "
    "file that belongs to it."};

}  // namespace jianghui::access
