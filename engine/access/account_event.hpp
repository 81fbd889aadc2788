#pragma once
// What the files of this engine share about accounts. Private to it.

#include "engine/access/account.hpp"
#include "engine/access/events.hpp"

namespace jianghui::access {

/// The name that is typed to sign in.
inline constexpr FieldKind login_field{"accounts.login", "login"};

/// Appends an event whose subject is the account; its city is that of the membership. Without a
/// caller the account itself is the actor, but for wrong passwords.
void record(store::Transaction& transaction, const Act& act, const journal::EventKind& kind,
            AccountId account, boost::json::object data = {});

}  // namespace jianghui::access
