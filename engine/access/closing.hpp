#pragma once
// Closing an account for good, when its holder asks to be forgotten.

#include "engine/access/account.hpp"
#include "engine/access/events.hpp"

namespace jianghui::access {

inline constexpr journal::EventKind account_closed{"account.closed", "账号注销",
                                                   "Account closed for good"};

/// Takes everything out of an account that names its holder or lets her in: name, login (free for
/// others from now on), password, second factor, codes, sessions; its membership ends. The row
/// stays, because events name its id. Records account.closed. The caller tells the SessionCache
/// after the commit. Fails with not_found.
[[nodiscard]] Result<Done> close_account(store::Transaction& transaction, const Vault& vault,
                                         const Act& act, AccountId account);

}  // namespace jianghui::access
