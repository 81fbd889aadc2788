#include "engine/access/password_change.hpp"

#include "engine/access/account_event.hpp"
#include "engine/access/queries.hpp"
#include "engine/base/utf8.hpp"

namespace jianghui::access {
namespace {

struct KeptCode {
    std::string code_digest;
    Instant expires_at;
    int wrong = 0;
};
BOOST_DESCRIBE_STRUCT(KeptCode, (), (code_digest, expires_at, wrong))

/// Keyed, since eight digits are guessed from a plain digest in no time.
std::string code_digest(const Vault& vault, AccountId account, std::string_view code) {
    const std::string message = "reset code " + account.text() + ' ' + std::string(code);
    return crypto::hmac_sm3(vault.keyring().key(crypto::KeyUse::session).reveal(), message).hex();
}

std::optional<KeptCode> find_code(const store::Reader& reader, AccountId account) {
    return reader.one<KeptCode>(sql::find_reset_code, store::arguments("account", account));
}

bool holds(const KeptCode& kept, const Vault& vault, const AccessPolicy& policy, AccountId account,
           std::string_view code, Instant now) {
    const bool same =
        crypto::equal_in_constant_time(kept.code_digest, code_digest(vault, account, code));
    return same && now < kept.expires_at && kept.wrong < policy.reset_code_wrong_max;
}

int kinds_of_characters(std::string_view password) {
    bool capital = false;
    bool small = false;
    bool digit = false;
    bool other = false;
    for (const char c : password) {
        if (c >= 'A' && c <= 'Z') {
            capital = true;
        } else if (c >= 'a' && c <= 'z') {
            small = true;
        } else if (c >= '0' && c <= '9') {
            digit = true;
        } else {
            other = true;
        }
    }
    return int(capital) + int(small) + int(digit) + int(other);
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

Result<std::string> new_password_hash(const AccessPolicy& policy, std::string_view login,
                                      std::string_view password) {
    if (password.size() > policy.password_bytes_max)
        return refuse(error(password_too_long).at("/password"));
    const auto characters = code_points(password);
    const std::string name = lower(half_width(login));
    const bool names_account = !name.empty() && lower(password).find(name) != std::string::npos;
    if (!characters || *characters < policy.password_characters_min ||
        kinds_of_characters(password) < 2 || names_account)
        return refuse(error(password_too_weak).at("/password"));
    return crypto::hash_password(password, policy.password_cost);
}

std::optional<Credentials> find_credentials_of(const store::Reader& reader, AccountId account) {
    return reader.one<Credentials>(sql::find_credentials_of_account,
                                   store::arguments("account", account));
}

Result<Done> change_password(store::Transaction& transaction, const Act& act,
                             const Credentials& proven, const std::string& password_hash,
                             std::string_view session_token) {
    const auto fresh = find_credentials_of(transaction, proven.account);
    if (!fresh || fresh->password_hash != proven.password_hash) return refuse(wrong_credentials);
    transaction.execute(sql::set_password,
                        store::arguments("account", proven.account, "password_hash", password_hash,
                                         "now", act.now));
    end_sessions(transaction, proven.account, session_token);
    record(transaction, act, password_changed, proven.account);
    return Done{};
}

bool may_be_reset(const Account& account) {
    return !is_office(account.role) || !account.password_set_at || account.second_factor_at ||
           account.reset_allowed;
}

Result<ResetCode> issue_reset_code(store::Transaction& transaction, const Vault& vault,
                                   const AccessPolicy& policy, const Act& act, AccountId account) {
    const auto found = find_account(transaction, vault, account);
    if (!found) return refuse(not_found);
    if (act.caller.account == account) return refuse(not_for_oneself);
    if (!may_be_reset(*found)) return refuse(reset_needs_security);
    ResetCode code{crypto::random_digits(vault.secrets(), policy.reset_code_digits),
                   act.now + policy.reset_code_for};
    transaction.execute(
        sql::put_reset_code,
        store::arguments("account", account, "code_digest", code_digest(vault, account, code.code),
                         "expires_at", code.expires_at));
    record(transaction, act, reset_code_issued, account);
    return code;
}

bool reset_code_holds(const store::Reader& reader, const Vault& vault, const AccessPolicy& policy,
                      std::string_view login, std::string_view code, Instant now) {
    const auto account = find_account_by_login(reader, vault, login);
    if (!account) return false;
    const auto kept = find_code(reader, *account);
    return kept && holds(*kept, vault, policy, *account, code, now);
}

std::optional<Error> reset_password(store::Transaction& transaction, const Vault& vault,
                                    const AccessPolicy& policy, std::string_view login,
                                    std::string_view code,
                                    const std::optional<std::string>& password_hash, Instant now) {
    const auto account = find_account_by_login(transaction, vault, login);
    const auto kept = account ? find_code(transaction, *account) : std::nullopt;
    if (!kept) return error(reset_code_wrong).at("/code");
    if (!password_hash || !holds(*kept, vault, policy, *account, code, now)) {
        transaction.execute(sql::count_wrong_reset_code, store::arguments("account", *account));
        return error(reset_code_wrong).at("/code");
    }
    transaction.execute(sql::delete_reset_code, store::arguments("account", *account));
    transaction.execute(sql::set_password, store::arguments("account", *account, "password_hash",
                                                            *password_hash, "now", now));
    // The code proves more than a password: whoever mistyped before starts anew.
    transaction.execute(
        sql::delete_attempts,
        store::arguments("login_index", vault.index(login_field, *normal_login(login))));
    transaction.execute(sql::set_reset_allowed,
                        store::arguments("account", *account, "allowed", false));
    end_sessions(transaction, *account, "");
    record(transaction, {{}, now}, password_reset, *account);
    return std::nullopt;
}

}  // namespace jianghui::access
