#include "engine/access/sign_in.hpp"

#include "engine/access/account_event.hpp"
#include "engine/access/attempts.hpp"
#include "engine/access/queries.hpp"
#include "engine/access/second_factor.hpp"

namespace jianghui::access {
namespace {

/// A password that nobody has, kept at this cost: what is compared when there is no account.
std::string hash_for_nobody(const crypto::PasswordCost& cost) {
    static std::mutex mutex;
    static std::optional<std::pair<crypto::PasswordCost, std::string>> made;
    const std::lock_guard lock(mutex);
    if (!made || made->first != cost)
        made = {cost, crypto::hash_password(crypto::random_token(crypto::system_secrets()), cost)
                          .value_or("")};
    return made->second;
}

std::optional<Credentials> find_credentials(const store::Reader& reader,
                                            const std::string& login_index) {
    return reader.one<Credentials>(sql::find_credentials,
                                   store::arguments("login_index", login_index));
}

}  // namespace

SignInFacts sign_in_facts(const store::Reader& reader, const Vault& vault, std::string_view login) {
    SignInFacts facts;
    facts.login_index =
        vault.index(login_field, normal_login(login).value_or("\n" + std::string(login)));
    facts.credentials = find_credentials(reader, facts.login_index);
    facts.attempts = find_attempts(reader, facts.login_index);
    return facts;
}

std::string hash_to_compare(const SignInFacts& facts, const AccessPolicy& policy) {
    if (facts.credentials && facts.credentials->password_hash)
        return *facts.credentials->password_hash;
    return hash_for_nobody(policy.password_cost);
}

Result<PasswordProof> check_password(const SignInFacts& facts, std::string_view password,
                                     const AccessPolicy& policy, Instant now) {
    if (is_locked(facts.attempts, now)) return refuse(locked_error(facts.attempts, now));
    const bool known = facts.credentials && facts.credentials->password_hash;
    const std::string kept = hash_to_compare(facts, policy);
    // Longer ones were never accepted; hashing megabytes for a stranger is not our job.
    const std::string_view compared = password.substr(0, policy.password_bytes_max + 1);
    PasswordProof proof;
    proof.right = crypto::password_matches(compared, kept) && known;
    if (proof.right && crypto::should_rehash(kept, policy.password_cost)) {
        TRY(proof.fresh_hash, crypto::hash_password(compared, policy.password_cost));
    }
    return proof;
}

SignInOutcome sign_in(store::Transaction& transaction, const Vault& vault,
                      const AccessPolicy& policy, const SignInFacts& facts,
                      const PasswordProof& proof, Instant now) {
    SignInFacts fresh;
    fresh.login_index = facts.login_index;
    fresh.credentials = find_credentials(transaction, facts.login_index);
    fresh.attempts = find_attempts(transaction, facts.login_index);
    if (is_locked(fresh.attempts, now)) return {std::nullopt, locked_error(fresh.attempts, now)};
    const bool unchanged = fresh.credentials && facts.credentials &&
                           fresh.credentials->password_hash == facts.credentials->password_hash;
    if (!proof.right || !unchanged) {
        std::optional<AccountId> known;
        if (fresh.credentials) known = fresh.credentials->account;
        return {std::nullopt, count_wrong(transaction, policy.lockout, fresh.login_index, known,
                                          wrong_credentials, now)};
    }
    const AccountId account = fresh.credentials->account;
    // Only who knows the password learns that the account is disabled.
    if (fresh.credentials->status == AccountStatus::disabled)
        return {std::nullopt, error(account_disabled)};
    if (proof.fresh_hash)
        transaction.execute(sql::replace_password_hash,
                            store::arguments("account", account, "fresh", proof.fresh_hash,
                                             "password_hash", fresh.credentials->password_hash));
    SignInOutcome outcome;
    outcome.next = next_step(factor_standing(transaction, account), policy.second_factor, now);
    Caller self;
    self.account = account;
    if (outcome.next != NextStep::code)
        transaction.execute(sql::delete_attempts,
                            store::arguments("login_index", fresh.login_index));
    if (outcome.next == NextStep::none) {
        outcome.session = open_session(transaction, vault, policy, account, now);
        record(transaction, {self, now}, signed_in, account);
    } else {
        outcome.session = open_half_session(transaction, vault, policy, account, now);
        record(transaction, {self, now}, half_signed_in_event, account);
    }
    return outcome;
}

}  // namespace jianghui::access
