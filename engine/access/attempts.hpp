#pragma once
// Wrong passwords and codes as they are kept: one count for both. Private to this engine.

#include <optional>
#include <string>

#include "engine/access/lockout.hpp"
#include "engine/access/account.hpp"

namespace jianghui::access {

/// What was wrong of late under this name.
[[nodiscard]] Attempts find_attempts(const store::Reader& reader, const std::string& login_index);

/// The refusal account_locked, with how long it lasts.
[[nodiscard]] Error locked_error(const Attempts& attempts, Instant now);

/// Counts one more wrong password or code and records it for an account that exists. Answers `code`
/// with the fact "attempts_left". Requires that the name is not locked now.
[[nodiscard]] Error count_wrong(store::Transaction& transaction, const LockoutPolicy& policy,
                                const std::string& login_index,
                                const std::optional<AccountId>& account, const ErrorCode& code,
                                Instant now);

}  // namespace jianghui::access
