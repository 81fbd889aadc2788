#include "engine/access/second_factor.hpp"

#include "engine/access/account_event.hpp"
#include "engine/access/attempts.hpp"
#include "engine/access/queries.hpp"
#include "engine/base/code.hpp"
#include "engine/crypto/totp.hpp"

namespace jianghui::access {
namespace second_factor_parts {

constexpr FieldKind secret_field{"second_factors.secret", "second_factor"};

struct KeptFactor {
    std::optional<std::string> secret_box;
    std::optional<Instant> confirmed_at;
    std::int64_t last_step = 0;
    std::optional<std::string> next_box;
    std::optional<Instant> next_until_at;
};
BOOST_DESCRIBE_STRUCT(KeptFactor, (),
                      (secret_box, confirmed_at, last_step, next_box, next_until_at))

std::optional<KeptFactor> find_kept(const store::Reader& reader, AccountId account) {
    return reader.one<KeptFactor>(sql::find_second_factor, store::arguments("account", account));
}

/// No code is longer.
std::string normal_factor_code(std::string_view typed) { return normal_code(typed.substr(0, 64)); }

/// Keyed, and bound to its account.
std::string recovery_digest(const Vault& vault, AccountId account, std::string_view code) {
    const std::string message = "recovery code " + account.text() + ' ' + std::string(code);
    return crypto::hmac_sm3(vault.keyring().key(crypto::KeyUse::session).reveal(), message).hex();
}

/// Whether the code of the account's app, or one of its recovery codes, was typed; it is used up.
/// The refusal that fits, or nullptr when it was right.
const ErrorCode* spend_code(store::Transaction& transaction, const Vault& vault,
                            const AccessPolicy& policy, AccountId account,
                            const KeptFactor& kept, std::string_view typed, Instant now) {
    const std::string code = normal_factor_code(typed);
    const auto secret = vault.open(secret_field, account.number, *kept.secret_box);
    if (secret) {
        const auto step =
            crypto::totp_step_of(*secret, code, now, policy.second_factor.window_steps);
        if (step) {
            const bool fresh = transaction.execute(sql::use_step,
                                                   store::arguments("account", account, "step",
                                                                    *step)) == 1;
            return fresh ? nullptr : &second_factor_used;
        }
    }
    const auto used = transaction.execute(
        sql::use_recovery_code,
        store::arguments("account", account, "code_digest",
                         recovery_digest(vault, account, code), "now", now));
    if (used == 0) return &second_factor_wrong;
    Caller self;
    self.account = account;
    record(transaction, {self, now}, recovery_code_used, account);
    return nullptr;
}

/// Proves a code under the count of wrong passwords. Nothing when it was right.
std::optional<Error> prove_code(store::Transaction& transaction, const Vault& vault,
                                const AccessPolicy& policy, AccountId account,
                                std::string_view typed, Instant now) {
    const auto found = find_account(transaction, vault, account);
    const auto kept = find_kept(transaction, account);
    if (!found || !kept || !kept->secret_box) return error(second_factor_missing);
    const std::string login_index = vault.index(login_field, found->login);
    const Attempts attempts = find_attempts(transaction, login_index);
    if (is_locked(attempts, now)) return locked_error(attempts, now);
    const ErrorCode* refusal =
        spend_code(transaction, vault, policy, account, *kept, typed, now);
    if (refusal != nullptr) {
        auto counted = count_wrong(transaction, policy.lockout, login_index, account, *refusal, now);
        return std::move(counted).at("/code");
    }
    transaction.execute(sql::delete_attempts, store::arguments("login_index", login_index));
    return std::nullopt;
}

std::vector<std::string> new_recovery_codes(store::Transaction& transaction, const Vault& vault,
                                            const SecondFactorPolicy& policy, AccountId account) {
    transaction.execute(sql::delete_recovery_codes, store::arguments("account", account));
    std::vector<std::string> codes;
    for (int i = 0; i < policy.recovery_codes; ++i) {
        codes.push_back(crypto::random_letters(vault.secrets(), policy.recovery_letters));
        transaction.execute(
            sql::insert_recovery_code,
            store::arguments("account", account, "code_digest",
                             recovery_digest(vault, account, codes.back())));
    }
    return codes;
}

void forget_factor(store::Transaction& transaction, AccountId account) {
    transaction.execute(sql::delete_second_factor, store::arguments("account", account));
    transaction.execute(sql::delete_recovery_codes, store::arguments("account", account));
}

bool is_half_session_of(const store::Reader& reader, AccountId account, std::string_view token,
                        Instant now) {
    const auto session = find_session(reader, token, now);
    return session && session->caller.account == account &&
           session->caller.is(Role::half_signed_in);
}

}  // namespace second_factor_parts

using namespace second_factor_parts;

FactorStanding factor_standing(const store::Reader& reader, AccountId account) {
    return reader
        .one<FactorStanding>(sql::find_factor_standing, store::arguments("account", account))
        .value_or(FactorStanding{});
}

bool second_factor_required(const FactorStanding& standing, const SecondFactorPolicy& policy,
                            Instant now) {
    return is_office(standing.role) && (!standing.demo || policy.demo_too) &&
           policy.required_from && date_of(now) >= *policy.required_from;
}

NextStep next_step(const FactorStanding& standing, const SecondFactorPolicy& policy, Instant now) {
    if (standing.has_factor) return NextStep::code;
    return second_factor_required(standing, policy, now) ? NextStep::set_up : NextStep::none;
}

SecondFactor find_second_factor(const store::Reader& reader, AccountId account) {
    const auto kept = find_kept(reader, account);
    if (!kept || !kept->secret_box) return {};
    const auto left = reader.value<std::int64_t>(sql::count_recovery_codes,
                                                 store::arguments("account", account));
    return {kept->confirmed_at, static_cast<int>(left.value_or(0))};
}

BeginOutcome begin_second_factor(store::Transaction& transaction, const Vault& vault,
                                 const AccessPolicy& policy, AccountId account,
                                 std::string_view issuer, std::string_view typed, Instant now) {
    const auto found = find_account(transaction, vault, account);
    if (!found) return {std::nullopt, error(not_found)};
    if (found->second_factor_at) {
        if (auto refusal = prove_code(transaction, vault, policy, account, typed, now))
            return {std::nullopt, std::move(refusal)};
    }
    const std::string secret = crypto::random_bytes(vault.secrets(), crypto::totp_secret_size);
    transaction.execute(
        sql::put_next_secret,
        store::arguments("account", account, "box",
                         vault.seal(secret_field, account.number, secret).box, "until_at",
                         now + policy.second_factor.set_up_for));
    return {NewSecret{crypto::to_base32(secret), crypto::otpauth_uri(issuer, found->login, secret)},
            std::nullopt};
}

Result<std::vector<std::string>> confirm_second_factor(store::Transaction& transaction,
                                                       const Vault& vault,
                                                       const AccessPolicy& policy, const Act& act,
                                                       std::string_view typed,
                                                       std::string_view session_token) {
    const AccountId account = act.caller.account;
    const auto kept = find_kept(transaction, account);
    if (!kept || !kept->next_box || act.now >= *kept->next_until_at)
        return refuse(second_factor_not_begun);
    TRY(const std::string secret, vault.open(secret_field, account.number, *kept->next_box));
    const auto step = crypto::totp_step_of(secret, normal_factor_code(typed), act.now,
                                           policy.second_factor.window_steps);
    if (!step) return refuse(error(second_factor_wrong).at("/code"));
    transaction.execute(sql::confirm_next_secret,
                        store::arguments("account", account, "now", act.now, "step", *step, "box",
                                         *kept->next_box));
    end_sessions(transaction, account, session_token);
    record(transaction, act, second_factor_set, account);
    return new_recovery_codes(transaction, vault, policy.second_factor, account);
}

SignInOutcome finish_sign_in(store::Transaction& transaction, const Vault& vault,
                             const AccessPolicy& policy, AccountId account,
                             std::string_view half_token, Instant now) {
    if (!is_half_session_of(transaction, account, half_token, now))
        return {std::nullopt, error(sign_in_expired)};
    transaction.execute(sql::delete_session,
                        store::arguments("digest", session_digest(half_token)));
    SignInOutcome outcome;
    outcome.session = open_session(transaction, vault, policy, account, now);
    Caller self;
    self.account = account;
    record(transaction, {self, now}, signed_in, account);
    return outcome;
}

SignInOutcome sign_in_with_code(store::Transaction& transaction, const Vault& vault,
                                const AccessPolicy& policy, AccountId account,
                                std::string_view half_token, std::string_view typed, Instant now) {
    if (!is_half_session_of(transaction, account, half_token, now))
        return {std::nullopt, error(sign_in_expired)};
    if (auto refusal = prove_code(transaction, vault, policy, account, typed, now))
        return {std::nullopt, std::move(refusal)};
    return finish_sign_in(transaction, vault, policy, account, half_token, now);
}

std::optional<Error> remove_second_factor(store::Transaction& transaction, const Vault& vault,
                                          const AccessPolicy& policy, const Act& act,
                                          std::string_view typed) {
    const AccountId account = act.caller.account;
    if (auto refusal = prove_code(transaction, vault, policy, account, typed, act.now))
        return refusal;
    forget_factor(transaction, account);
    record(transaction, act, second_factor_removed, account);
    return std::nullopt;
}

Result<Done> reset_second_factor(store::Transaction& transaction, const Vault& vault,
                                 const Act& act, AccountId account) {
    if (!find_account(transaction, vault, account)) return refuse(not_found);
    if (act.caller.account == account) return refuse(not_for_oneself);
    forget_factor(transaction, account);
    transaction.execute(sql::set_reset_allowed,
                        store::arguments("account", account, "allowed", true));
    end_sessions(transaction, account, "");
    record(transaction, act, second_factor_reset, account);
    return Done{};
}

}  // namespace jianghui::access
