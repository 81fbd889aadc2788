#pragma once
// Signing in. Checking a password takes tens of milliseconds, so it happens between two visits to
// the database, never inside a transaction:
//
//   const auto facts = sign_in_facts(reader, vault, login);          // a read
//   TRY(const auto proof, check_password(facts, password, policy, now));  // slow, no database
//   const auto outcome = sign_in(transaction, vault, policy, facts, proof, now);  // the write lane
//
// An unknown account name costs the same work, is counted and locked the same, and gets the same
// answers as a known one with a wrong password.

#include <optional>
#include <string>
#include <string_view>

#include "engine/access/lockout.hpp"
#include "engine/access/session.hpp"

namespace jianghui::access {

/// What is kept of an account's password.
struct Credentials {
    AccountId account;
    std::optional<std::string> password_hash;
    AccountStatus status = AccountStatus::active;
};
BOOST_DESCRIBE_STRUCT(Credentials, (), (account, password_hash, status))

/// What the database knows under an account name.
struct SignInFacts {
    std::string login_index;
    std::optional<Credentials> credentials;
    Attempts attempts;
};

/// Looks up an account name. Anything typed is a name, if need be one that nobody has.
[[nodiscard]] SignInFacts sign_in_facts(const store::Reader& reader, const Vault& vault,
                                        std::string_view login);

/// Whether the password was right, and the same password at today's cost if it was kept at another.
struct PasswordProof {
    bool right = false;
    std::optional<std::string> fresh_hash;
};

/// What a typed password is compared with: the account's, or, when there is none, one that nobody
/// has, kept at the cost of today.
[[nodiscard]] std::string hash_to_compare(const SignInFacts& facts, const AccessPolicy& policy);

/// Compares, at the same cost whether the account exists or not. Fails with account_locked (fact
/// "retry_after_seconds") without comparing.
[[nodiscard]] Result<PasswordProof> check_password(const SignInFacts& facts,
                                                   std::string_view password,
                                                   const AccessPolicy& policy, Instant now);

/// What is due after the right password.
enum class NextStep {
    none,
    code,   ///< the code of the second factor
    set_up  ///< the account has to set one up before anything else
};
BOOST_DESCRIBE_ENUM(NextStep, none, code, set_up)

/// What came of it. What was written is to be kept in either case: a wrong password is counted.
struct SignInOutcome {
    std::optional<NewSession> session;  ///< a half one unless `next` is none
    std::optional<Error> refusal;  ///< set when there is no session
    NextStep next = NextStep::none;
};

/// Opens a session (a half one when a second factor is due), or counts a wrong password, and
/// records either. Decides on the state of now: a password changed or an account locked or disabled
/// since `facts` were read counts. Wrong passwords are forgotten only when nothing more is due, so
/// that codes cannot be guessed between right passwords. Refusals: wrong_credentials (fact
/// "attempts_left"), account_locked, account_disabled.
[[nodiscard]] SignInOutcome sign_in(store::Transaction& transaction, const Vault& vault,
                                    const AccessPolicy& policy, const SignInFacts& facts,
                                    const PasswordProof& proof, Instant now);

}  // namespace jianghui::access
