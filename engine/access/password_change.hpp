#pragma once
// Setting passwords: by who knows the present one, or with a one-time code from the administrator.
// As in sign_in.hpp, hashing happens outside of transactions.

#include <string>
#include <string_view>

#include "engine/access/sign_in.hpp"

namespace jianghui::access {

/// The text to keep for a new password. Fails with password_too_weak, password_too_long (path
/// "/password") or password_memory_missing. Slow: never inside a transaction.
[[nodiscard]] Result<std::string> new_password_hash(const AccessPolicy& policy,
                                                    std::string_view login,
                                                    std::string_view password);

/// What is kept of the account's password now, or nothing when there is no such account.
[[nodiscard]] std::optional<Credentials> find_credentials_of(const store::Reader& reader,
                                                             AccountId account);

/// Replaces the password that was `proven` (its kept text when it was compared) and ends all other
/// sessions. Records account.password_changed. Fails with wrong_credentials when it was changed
/// meanwhile.
[[nodiscard]] Result<Done> change_password(store::Transaction& transaction, const Act& act,
                                           const Credentials& proven,
                                           const std::string& password_hash,
                                           std::string_view session_token);

/// A code that sets a password once.
struct ResetCode {
    std::string code;  ///< digits; shown once, never kept
    Instant expires_at;
};

/// Whether a code may be issued by one administrator alone. An office's account whose password is
/// set needs a second factor, or the security administrator's consent (`reset_second_factor`):
/// else the one who hands out codes could act as any official.
[[nodiscard]] bool may_be_reset(const Account& account);

/// Issues a code for the account; an earlier one stops working. Records account.reset_code_issued.
/// Fails with not_found, not_for_oneself, reset_needs_security.
[[nodiscard]] Result<ResetCode> issue_reset_code(store::Transaction& transaction,
                                                 const Vault& vault, const AccessPolicy& policy,
                                                 const Act& act, AccountId account);

/// Whether the code is the account's and in force. Asked before the slow hashing, so that strangers
/// cannot make the server work; `reset_password` asks again and counts.
[[nodiscard]] bool reset_code_holds(const store::Reader& reader, const Vault& vault,
                                    const AccessPolicy& policy, std::string_view login,
                                    std::string_view code, Instant now);

/// Sets the password if the code is right, uses it up, clears wrong attempts and ends all sessions.
/// Records account.password_reset. A wrong code, or no `password_hash` (the code did not hold when
/// it was asked for), counts as a wrong try; the code is spent after `reset_code_wrong_max` of
/// them. Answers nothing, or reset_code_wrong, whether the account exists or not: what was written
/// is to be kept in either case.
[[nodiscard]] std::optional<Error> reset_password(store::Transaction& transaction,
                                                  const Vault& vault, const AccessPolicy& policy,
                                                  std::string_view login, std::string_view code,
                                                  const std::optional<std::string>& password_hash,
                                                  Instant now);

}  // namespace jianghui::access
