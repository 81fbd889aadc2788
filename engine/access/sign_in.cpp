#include "engine/access/sign_in.hpp"

#include <fmt/format.h>

#include "engine/access/account_event.hpp"
#include "engine/access/queries.hpp"

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

Error locked_error(const Attempts& attempts, Instant now) {
    const auto left =
        std::chrono::ceil<std::chrono::seconds>(*attempts.locked_until_at - now).count();
    const auto minutes = (left + 59) / 60;
    return error(account_locked,
                 {fmt::format("密码多次输错，账号已锁定。请 {} 分钟后再试。", minutes),
                  fmt::format("Too many wrong passwords: the account is locked. Try again in {} "
                              "minutes.",
                              minutes)})
        .with("retry_after_seconds", std::to_string(left));
}

void put_attempts(store::Transaction& transaction, const std::string& login_index,
                  const Attempts& attempts, Instant now) {
    transaction.execute(sql::put_attempts,
                        store::members_and(attempts, "login_index", login_index, "now", now));
}

Attempts find_attempts(const store::Reader& reader, const std::string& login_index) {
    return reader.one<Attempts>(sql::find_attempts, store::arguments("login_index", login_index))
        .value_or(Attempts{});
}

std::optional<Credentials> find_credentials(const store::Reader& reader,
                                            const std::string& login_index) {
    return reader.one<Credentials>(sql::find_credentials,
                                   store::arguments("login_index", login_index));
}

SignInOutcome count_failure(store::Transaction& transaction, const AccessPolicy& policy,
                            const SignInFacts& fresh, Instant now) {
    const Attempts after = after_failure(fresh.attempts, policy.lockout, now);
    put_attempts(transaction, fresh.login_index, after, now);
    const int left = attempts_left(after, policy.lockout, now);
    if (fresh.credentials) {
        const Act act{{}, now};
        record(transaction, act, sign_in_failed, fresh.credentials->account);
        if (left == 0) record(transaction, act, sign_in_locked, fresh.credentials->account);
    }
    return {std::nullopt, error(wrong_credentials).with("attempts_left", std::to_string(left))};
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
    if (!proof.right || !unchanged) return count_failure(transaction, policy, fresh, now);
    const AccountId account = fresh.credentials->account;
    // Only who knows the password learns that the account is disabled.
    if (fresh.credentials->status == AccountStatus::disabled)
        return {std::nullopt, error(account_disabled)};
    transaction.execute(sql::delete_attempts, store::arguments("login_index", fresh.login_index));
    if (proof.fresh_hash)
        transaction.execute(sql::replace_password_hash,
                            store::arguments("account", account, "fresh", proof.fresh_hash,
                                             "password_hash", fresh.credentials->password_hash));
    SignInOutcome outcome;
    outcome.session = open_session(transaction, vault, policy, account, now);
    Caller self;
    self.account = account;
    record(transaction, {self, now}, signed_in, account);
    return outcome;
}

}  // namespace jianghui::access
