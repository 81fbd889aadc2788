#pragma once
// The second factor: one-time codes of an authenticator app (RFC 6238) and recovery codes. Setting
// one up is two acts: `begin_second_factor` shows a secret once, `confirm_second_factor` makes it
// count when the app's first code is right. A code works once; wrong ones count like wrong
// passwords. Secrets are sealed; neither secret nor code goes into an event.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/access/sign_in.hpp"

namespace jianghui::access {

/// What decides how somebody goes on after the right password.
struct FactorStanding {
    Role role = Role::anonymous;
    bool demo = false;
    bool has_factor = false;
};
BOOST_DESCRIBE_STRUCT(FactorStanding, (), (role, demo, has_factor))

/// Of an account that exists.
[[nodiscard]] FactorStanding factor_standing(const store::Reader& reader, AccountId account);

/// Whether the account must have a second factor on that day: those of offices, from the day of the
/// policy on; of the demonstration only when the policy says so.
[[nodiscard]] bool second_factor_required(const FactorStanding& standing,
                                          const SecondFactorPolicy& policy, Instant now);

/// What is due after the right password: the code of a factor that is there, setting one up where it
/// is required, else nothing.
[[nodiscard]] NextStep next_step(const FactorStanding& standing, const SecondFactorPolicy& policy,
                                 Instant now);

/// What an account has.
struct SecondFactor {
    std::optional<Instant> since_at;  ///< none: it has no second factor
    int recovery_codes_left = 0;
};
[[nodiscard]] SecondFactor find_second_factor(const store::Reader& reader, AccountId account);

/// What the app has to know. Shown once, never kept in the clear.
struct NewSecret {
    std::string secret;  ///< base32, to be typed by hand
    std::string uri;     ///< otpauth://, for the QR code
};
/// What came of beginning. What was written is to be kept in either case: a wrong code is counted.
struct BeginOutcome {
    std::optional<NewSecret> secret;
    std::optional<Error> refusal;  ///< set when there is no secret
};
/// Makes a secret that waits for its first code; one that waited before is forgotten. Who has a
/// second factor already gives a code of it (`typed`). Refusals: second_factor_wrong,
/// second_factor_used, account_locked, not_found.
[[nodiscard]] BeginOutcome begin_second_factor(store::Transaction& transaction, const Vault& vault,
                                               const AccessPolicy& policy, AccountId account,
                                               std::string_view issuer, std::string_view typed,
                                               Instant now);

/// Makes the waiting secret count, ends all other sessions and makes new recovery codes, which are
/// answered once. Records account.second_factor_set. Fails with second_factor_not_begun,
/// second_factor_wrong.
[[nodiscard]] Result<std::vector<std::string>> confirm_second_factor(
    store::Transaction& transaction, const Vault& vault, const AccessPolicy& policy, const Act& act,
    std::string_view typed, std::string_view session_token);

/// Signs in fully with a code or a recovery code: the half session of this token becomes a session
/// with another token. Records account.signed_in, and account.recovery_code_used. Refusals:
/// sign_in_expired, second_factor_wrong (fact "attempts_left"), second_factor_used, account_locked.
/// What was written is to be kept in either case.
[[nodiscard]] SignInOutcome sign_in_with_code(store::Transaction& transaction, const Vault& vault,
                                              const AccessPolicy& policy, AccountId account,
                                              std::string_view half_token, std::string_view typed,
                                              Instant now);

/// The half session of this token becomes a full one, for who has just set up a second factor.
/// Records account.signed_in. Refusal: sign_in_expired.
[[nodiscard]] SignInOutcome finish_sign_in(store::Transaction& transaction, const Vault& vault,
                                           const AccessPolicy& policy, AccountId account,
                                           std::string_view half_token, Instant now);

/// Removes one's own second factor with a code of it. Records account.second_factor_removed. Nothing
/// when the refusal is none; what was written is to be kept in either case. Refusals:
/// second_factor_missing, second_factor_wrong, second_factor_used, account_locked.
[[nodiscard]] std::optional<Error> remove_second_factor(store::Transaction& transaction,
                                                        const Vault& vault,
                                                        const AccessPolicy& policy, const Act& act,
                                                        std::string_view typed);

/// The security administrator lets an account start over (a lost phone, a forgotten password): its
/// second factor is gone, its sessions end, and its next password may be set by a code. Records
/// account.second_factor_reset. Fails with not_found, not_for_oneself.
[[nodiscard]] Result<Done> reset_second_factor(store::Transaction& transaction, const Vault& vault,
                                               const Act& act, AccountId account);

}  // namespace jianghui::access
