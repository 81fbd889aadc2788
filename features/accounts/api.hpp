#pragma once
// What main, the demo and other features may ask of accounts; the only header of this folder that
// they include. A running program has these services after this feature's start:
// access::Vault, access::AccessPolicy, access::SessionCache, app::Authenticator. A Vault or policy
// that was provided before is kept.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/access/access.hpp"
#include "engine/app/app.hpp"

namespace jianghui::accounts {

/// The cookie that carries a session's token for browsers.
inline constexpr std::string_view session_cookie = "jianghui_session";

/// Makes an account inside a command; for a worker it is also bound to the person. The password's
/// text comes from access::new_password_hash, computed once outside of the command. Fails with
/// account_taken, login_malformed, membership_incomplete, person_has_login, person_has_account.
[[nodiscard]] Result<AccountId> create_account(app::Command& command,
                                               const access::NewAccount& wanted);

/// One of those who come before all others, and the code with which she sets her password.
struct FirstAdministrator {
    access::Role role = access::Role::anonymous;
    std::string account;
    access::ResetCode code;
};

/// For each of the three duties: makes its account (system-administrator, security-administrator,
/// audit-administrator) when nobody has that role, another code when nobody of it has set a password
/// yet, nothing when somebody has. For a deployment without demo. Waits for the write lane. Fails
/// with account_taken, busy.
[[nodiscard]] Result<std::vector<FirstAdministrator>> first_administrators(
    const app::Services& services);

/// The way back for who keeps the machine: the first account of that duty starts over, without
/// second factor and with a new code. Recorded as any other reset. Fails with not_found.
[[nodiscard]] Result<FirstAdministrator> administrator_anew(const app::Services& services,
                                                            access::Role role);

/// Whether it is she who is signed in: the caller's own password, typed once more. A wrong one counts
/// like one at the door, so that a stolen session does not help. Slow: on routes of
/// engine/app/slow_change.hpp alone. Fails with current_password_wrong (at "/password"),
/// account_locked, not_signed_in.
[[nodiscard]] Result<Done> confirm_password(app::Query& query, std::string_view password);

/// Who calls: by `Authorization: Bearer`, else by the session's cookie; anonymous without either.
/// Fails with not_signed_in for a bearer token that is not (or no longer) valid, and with
/// csrf_missing for a write with a valid cookie and without its X-CSRF-Token. An invalid cookie is
/// as none: a browser cannot help sending it.
[[nodiscard]] Result<access::Caller> authenticate(const app::Services& services,
                                                  const http::Request& request, Instant now);

}  // namespace jianghui::accounts
