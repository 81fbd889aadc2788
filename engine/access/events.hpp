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
inline constexpr journal::EventKind signed_out{"account.signed_out", "退出登录", "Signed out"};
inline constexpr journal::EventKind password_changed{"account.password_changed", "修改密码",
                                                     "Password changed"};
inline constexpr journal::EventKind reset_code_issued{"account.reset_code_issued", "签发重置码",
                                                      "Reset code issued"};
inline constexpr journal::EventKind password_reset{"account.password_reset", "重置密码",
                                                   "Password reset"};

}  // namespace jianghui::access
