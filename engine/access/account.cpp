#include "engine/access/account.hpp"

#include <algorithm>

#include "engine/access/account_event.hpp"
#include "engine/access/queries.hpp"
#include "engine/base/utf8.hpp"

namespace jianghui::access {
namespace {

/// An account as the table has it.
struct AccountRow {
    AccountId account;
    std::string login_box;
    std::string name;
    AccountStatus status = AccountStatus::active;
    Instant created_at;
    std::optional<Instant> password_set_at;
    Role role = Role::anonymous;
    PlaceCode place;
    OrganisationId organisation;
    PersonId person;
    std::optional<Instant> second_factor_at;
    std::optional<Instant> locked_until_at;
    bool demo = false;
    bool reset_allowed = false;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (),
                      (account, login_box, name, status, created_at, password_set_at, role, place,
                       organisation, person, second_factor_at, locked_until_at, demo,
                       reset_allowed))

Account account_of(const Vault& vault, AccountRow row) {
    // A box that does not open is shown as such: one damaged row must not hide the list.
    auto login = vault.open(login_field, row.account.number, row.login_box);
    return {row.account,
            login ? *std::move(login) : std::string("?"),
            std::move(row.name),
            row.status,
            row.created_at,
            row.password_set_at,
            row.role,
            std::move(row.place),
            row.organisation,
            row.person,
            row.second_factor_at,
            row.locked_until_at,
            row.demo,
            row.reset_allowed};
}

bool may_be_in_login(char32_t c) {
    constexpr std::u32string_view marks = U"._-@+";
    const bool alphanumeric =
        (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || marks.find(c) != marks.npos;
    const bool chinese = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
                         (c >= 0x20000 && c <= 0x323AF) || c == U'·';
    return alphanumeric || chinese;
}

bool looks_like_identity_number(std::string_view login) {
    return login.size() == 18 &&
           login.substr(0, 17).find_first_not_of("0123456789") == std::string_view::npos &&
           (login.back() == 'x' || (login.back() >= '0' && login.back() <= '9'));
}

bool is_complete(const NewAccount& wanted) {
    switch (wanted.role) {
        case Role::anonymous:
        case Role::half_signed_in:
            return false;
        case Role::employer:
        case Role::agency:
            return wanted.organisation && !wanted.person;
        case Role::worker:
            return wanted.person && !wanted.organisation;
        case Role::official:
        case Role::inspector:
            return wanted.place && !wanted.person;
        case Role::system_administrator:
        case Role::security_administrator:
        case Role::audit_administrator:
            return !wanted.person && !wanted.organisation;
    }
    return false;
}

/// A new account's events need its city before anything can be read back, hence not in `record`.
boost::json::object membership_data(const NewAccount& wanted) {
    return {{"role", codec::enum_text(wanted.role)}, {"place", wanted.place.text}};
}

}  // namespace

Result<std::string> normal_login(std::string_view typed) {
    std::string login = half_width(typed);
    for (char& c : login)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const std::u32string characters = decode_utf8(login);
    if (characters.size() < 2 || characters.size() > 64 ||
        !std::all_of(characters.begin(), characters.end(), may_be_in_login))
        return refuse(error(login_malformed).at("/account"));
    if (looks_like_identity_number(login))
        return refuse(error(login_is_identity_number).at("/account"));
    return login;
}

Result<Done> create_account(store::Transaction& transaction, const Vault& vault, const Act& act,
                            AccountId id, const NewAccount& wanted) {
    TRY(const std::string login, normal_login(wanted.login));
    if (!is_complete(wanted)) return refuse(membership_incomplete);
    if (wanted.person && find_account_of_person(transaction, wanted.person))
        return refuse(person_has_login);
    const SealedField sealed = vault.seal(login_field, id.number, login);
    std::optional<Instant> password_set_at;
    if (wanted.password_hash) password_set_at = act.now;
    const auto inserted = transaction.execute(
        sql::insert_account,
        store::arguments("account", id, "login_index", sealed.index, "login_box", sealed.box,
                         "name", wanted.name, "password_hash", wanted.password_hash, "now", act.now,
                         "password_set_at", password_set_at, "demo", wanted.demo));
    if (inserted == 0) return refuse(error(account_taken).at("/account"));
    transaction.execute(
        sql::insert_membership,
        store::arguments("account", id, "now", act.now, "role", wanted.role, "place", wanted.place,
                         "organisation", wanted.organisation, "person", wanted.person));
    record(transaction, act, account_created, id, membership_data(wanted));
    return Done{};
}

std::optional<Account> find_account(const store::Reader& reader, const Vault& vault,
                                    AccountId account) {
    auto row = reader.one<AccountRow>(sql::find_account, store::arguments("account", account));
    if (!row) return std::nullopt;
    return account_of(vault, std::move(*row));
}

std::optional<AccountId> find_account_by_login(const store::Reader& reader, const Vault& vault,
                                               std::string_view login) {
    const auto normal = normal_login(login);
    if (!normal) return std::nullopt;
    return reader.value<AccountId>(
        sql::find_account_by_login,
        store::arguments("login_index", vault.index(login_field, *normal)));
}

std::optional<Account> find_active_account(const store::Reader& reader, const Vault& vault,
                                           std::string_view login) {
    const auto id = find_account_by_login(reader, vault, login);
    auto account = id ? find_account(reader, vault, *id) : std::nullopt;
    if (account && account->status != AccountStatus::active) return std::nullopt;
    return account;
}

std::optional<AccountId> find_account_of_person(const store::Reader& reader, PersonId person) {
    return reader.value<AccountId>(sql::find_account_of_person, store::arguments("person", person));
}

std::vector<Account> list_accounts(const store::Reader& reader, const Vault& vault,
                                   const AccountFilter& filter, AccountId after, int limit) {
    std::optional<std::string> login_index;
    if (filter.login) {
        const auto normal = normal_login(*filter.login);
        if (!normal) return {};
        login_index = vault.index(login_field, *normal);
    }
    std::vector<Account> accounts;
    reader.each<AccountRow>(
        sql::list_accounts,
        store::arguments("after", after.number, "role", filter.role, "status", filter.status,
                         "organisation", filter.organisation, "login_index", login_index, "limit",
                         limit),
        [&](AccountRow&& row) { accounts.push_back(account_of(vault, std::move(row))); });
    return accounts;
}

bool has_account_with_role(const store::Reader& reader, Role role) {
    return reader.value<std::int64_t>(sql::count_accounts_with_role, store::arguments("role", role))
               .value_or(0) > 0;
}

Result<Done> set_account_status(store::Transaction& transaction, const Vault& vault, const Act& act,
                                AccountId id, AccountStatus status) {
    const auto account = find_account(transaction, vault, id);
    if (!account) return refuse(not_found);
    if (account->status == status) return Done{};
    if (status == AccountStatus::disabled && is_administrator(account->role) &&
        list_accounts(transaction, vault, {account->role, AccountStatus::active, {}, {}}, {},
                      2)
                .size() < 2)
        return refuse(last_administrator);
    transaction.execute(sql::set_account_status, store::arguments("account", id, "status", status));
    if (status == AccountStatus::disabled)
        transaction.execute(sql::delete_sessions_of_account,
                            store::arguments("account", id, "spared", ""));
    record(transaction, act,
           status == AccountStatus::disabled ? account_disabled_event : account_enabled, id);
    return Done{};
}

Result<Done> unlock_account(store::Transaction& transaction, const Vault& vault, const Act& act,
                            AccountId id) {
    const auto account = find_account(transaction, vault, id);
    if (!account) return refuse(not_found);
    const auto forgotten = transaction.execute(
        sql::delete_attempts,
        store::arguments("login_index", vault.index(login_field, account->login)));
    if (forgotten > 0) record(transaction, act, account_unlocked, id);
    return Done{};
}

Result<Done> bind_keyring(store::Transaction& transaction, const crypto::Keyring& keyring,
                          Instant now) {
    const auto bound = transaction.value<std::string>(sql::find_keyring_binding);
    if (!bound) {
        transaction.execute(sql::bind_keyring,
                            store::arguments("fingerprint", keyring.fingerprint(), "now", now));
        return Done{};
    }
    if (!crypto::equal_in_constant_time(*bound, keyring.fingerprint()))
        return refuse(keyring_foreign);
    return Done{};
}

}  // namespace jianghui::access
