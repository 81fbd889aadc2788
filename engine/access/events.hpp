#pragma once
// What happens to accounts. Wrong passwords are recorded for accounts that exist; what was typed
// for others is nobody's business.

#include "engine/journal/journal.hpp"

namespace jianghui::access {

inline constexpr journal::EventKind account_created{"account.created", "账号开通",
                                                    "Account created"};
inline constexpr journal::EventKind account_disabled_event{"account.disabled", "账号停用",
                                                           "Account disabled"};
inline constexpr journal::EventKind account_enabled{"account.enabled", "账号启用",
                                                    "Account enabled"};
inline constexpr journal::EventKind signed_in{"account.signed_in", "登录", "Signed in"};
inline constexpr journal::EventKind sign_in_failed{"account.sign_in_failed", "登录失败",
                                                   "Sign-in failed"};
inline constexpr journal::EventKind sign_in_locked{"account.locked", "账号锁定", "Account locked"};
inline constexpr journal::EventKind account_unlocked{"account.unlocked", "账号解锁",
                                                     "Account unlocked"};
inline constexpr journal::EventKind half_signed_in_event{
    "account.half_signed_in", "密码已验，待动态口令", "Password right, second factor due"};
inline constexpr journal::EventKind second_factor_set{"account.second_factor_set",
                                                      "绑定动态口令", "Second factor set up"};
inline constexpr journal::EventKind second_factor_removed{
    "account.second_factor_removed", "解除动态口令", "Second factor removed"};
inline constexpr journal::EventKind second_factor_reset{
    "account.second_factor_reset", "重新核身（安全管理员）", "Second factor reset"};
inline constexpr journal::EventKind recovery_code_used{"account.recovery_code_used",
                                                       "使用备用码", "Recovery code used"};
inline constexpr journal::EventKind signed_out{"account.signed_out", "退出登录", "Signed out"};
inline constexpr journal::EventKind password_changed{"account.password_changed", "修改密码",
                                                     "Password changed"};
inline constexpr journal::EventKind reset_code_issued{"account.reset_code_issued", "签发重置码",
                                                      "Reset code issued"};
inline constexpr journal::EventKind password_reset{"account.password_reset", "重置密码",
                                                   "Password reset"};

}  // namespace jianghui::access
