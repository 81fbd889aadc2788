#pragma once
// Accounts and what they act as.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/access/act.hpp"
#include "engine/access/errors.hpp"
#include "engine/access/policy.hpp"
#include "engine/access/vault.hpp"
#include "engine/store/store.hpp"

namespace jianghui::access {

enum class AccountStatus { active, disabled };
BOOST_DESCRIBE_ENUM(AccountStatus, active, disabled)

/// An account with its present membership.
struct Account {
    AccountId account;
    std::string login;  ///< what is typed to sign in, as it was typed first
    std::string name;   ///< how people are called on screen
    AccountStatus status = AccountStatus::active;
    Instant created_at;
    std::optional<Instant> password_set_at;  ///< none: nobody can sign in yet
    Role role = Role::anonymous;
    PlaceCode place;
    OrganisationId organisation;
    PersonId person;
    std::optional<Instant> second_factor_at;  ///< since when it has a second factor
    std::optional<Instant> locked_until_at;   ///< after too many wrong passwords or codes
    bool demo = false;                        ///< of the demonstration
    bool reset_allowed = false;  ///< the security administrator let its password be set by a code
};

/// What an account is made from.
struct NewAccount {
    std::string login;
    std::string name;
    /// Of `new_password_hash`; none: the password is set with a reset code.
    std::optional<std::string> password_hash;
    Role role = Role::anonymous;
    PlaceCode place;
    OrganisationId organisation;
    PersonId person;
    bool demo = false;  ///< of the demonstration: a second factor is its own choice
};

/// The form under which an account name is compared: half width, ASCII in lower case. Fails with
/// login_malformed or login_is_identity_number (18 digits, or 17 and an X).
[[nodiscard]] Result<std::string> normal_login(std::string_view typed);

/// Makes an account with its membership and records account.created. Fails with login_malformed,
/// login_is_identity_number, account_taken, membership_incomplete, person_has_login.
[[nodiscard]] Result<Done> create_account(store::Transaction& transaction, const Vault& vault,
                                          const Act& act, AccountId id, const NewAccount& wanted);

/// The account, or nothing.
[[nodiscard]] std::optional<Account> find_account(const store::Reader& reader, const Vault& vault,
                                                  AccountId account);
/// The account of that name, or nothing (also when it is malformed).
[[nodiscard]] std::optional<AccountId> find_account_by_login(const store::Reader& reader,
                                                             const Vault& vault,
                                                             std::string_view login);
/// The account of that name while it is active, or nothing: whom somebody names to take part in her work.
[[nodiscard]] std::optional<Account> find_active_account(const store::Reader& reader,
                                                         const Vault& vault,
                                                         std::string_view login);
/// The account with which the person signs in, or nothing.
[[nodiscard]] std::optional<AccountId> find_account_of_person(const store::Reader& reader,
                                                              PersonId person);

/// What to list; everything when nothing is set.
struct AccountFilter {
    std::optional<Role> role;
    std::optional<AccountStatus> status;
    std::optional<OrganisationId> organisation;
    std::optional<std::string>
        login;  ///< the whole name: encrypted names cannot be searched in part
};
/// Up to `limit` accounts after a cursor, oldest first.
[[nodiscard]] std::vector<Account> list_accounts(const store::Reader& reader, const Vault& vault,
                                                 const AccountFilter& filter, AccountId after,
                                                 int limit);
/// Whether any account has the role.
[[nodiscard]] bool has_account_with_role(const store::Reader& reader, Role role);

/// Disables an account and ends its sessions, or enables it; nothing when it is so already. Records
/// account.disabled or account.enabled. Fails with not_found or last_administrator: of each of the
/// three duties one stays.
[[nodiscard]] Result<Done> set_account_status(store::Transaction& transaction, const Vault& vault,
                                              const Act& act, AccountId account,
                                              AccountStatus status);

/// Ends the lock of too many wrong passwords or codes before its time; nothing when there is none.
/// Records account.unlocked. Fails with not_found.
[[nodiscard]] Result<Done> unlock_account(store::Transaction& transaction, const Vault& vault,
                                          const Act& act, AccountId account);

/// Binds the database to the key file at the first start; later fails with keyring_foreign when
/// another key file is used.
[[nodiscard]] Result<Done> bind_keyring(store::Transaction& transaction,
                                        const crypto::Keyring& keyring, Instant now);

}  // namespace jianghui::access
