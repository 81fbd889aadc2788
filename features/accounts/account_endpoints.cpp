// What administrators do with accounts.

#include "engine/app/slow_change.hpp"
#include "engine/app/page.hpp"
#include "features/accounts/api.hpp"
#include "features/accounts/endpoints.hpp"
#include "features/accounts/errors.hpp"
#include "features/codes/api.hpp"
#include "features/organisations/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::accounts {
namespace {

using organisations::OrganisationKind;

AccountView view_of(const store::Reader& reader, const access::Account& account, Instant now) {
    AccountView view;
    view.id = account.account;
    view.account = account.login;
    view.name = account.name;
    view.role = account.role;
    if (account.place) view.place = account.place;
    if (account.organisation)
        view.organisation = organisations::find_reference(reader, account.organisation);
    view.status = account.status;
    view.has_password = account.password_set_at.has_value();
    view.created_at = account.created_at;
    view.second_factor = account.second_factor_at.has_value();
    if (account.locked_until_at && now < *account.locked_until_at)
        view.locked_until_at = account.locked_until_at;
    view.may_be_reset = access::may_be_reset(account);
    return view;
}

Result<AccountView> find_view(app::Command& command, AccountId id) {
    const auto account =
        access::find_account(command.db, command.services.get<access::Vault>(), id);
    if (!account) return refuse(not_found);
    return view_of(command.db, *account, command.now);
}

bool fits(Role role, OrganisationKind kind) {
    switch (role) {
        case Role::agency:
            return kind == OrganisationKind::agency;
        case Role::official:
        case Role::inspector:
            return kind == OrganisationKind::authority;
        case Role::employer:
            return kind != OrganisationKind::agency && kind != OrganisationKind::authority;
        default:
            return false;
    }
}

Result<Done> check_place(const app::Services& services, const PlaceCode& place) {
    const auto& tables = services.get<codes::Tables>();
    if (tables.find_place(place) != nullptr) return Done{};
    return refuse(error(unknown_code).at("/place").near(tables.nearest_places(place.text)));
}

Result<AccountView> set_status(app::Command& command, AccountId id, AccountStatus status) {
    const auto& vault = command.services.get<access::Vault>();
    TRY_DO(
        access::set_account_status(command.db, vault, {command.caller, command.now}, id, status));
    command.services.get<access::SessionCache>().forget(id);
    return find_view(command, id);
}

}  // namespace

Result<AccountId> create_account(app::Command& command, const access::NewAccount& wanted) {
    const auto id = command.next_id<AccountId>();
    TRY_DO(access::create_account(command.db, command.services.get<access::Vault>(),
                                  {command.caller, command.now}, id, wanted));
    if (wanted.person) TRY_DO(people::link_account(command, wanted.person, id));
    return id;
}

Result<app::Page<AccountView>> list_accounts(app::Query& query, const ListAccounts& wanted) {
    const int limit = app::limit_of(wanted.limit);
    access::AccountFilter filter{wanted.role, wanted.status, wanted.organisation, std::nullopt};
    if (wanted.q) filter.login = wanted.q->text;
    auto accounts = access::list_accounts(query.db, query.services.get<access::Vault>(), filter,
                                          wanted.cursor.value_or(AccountId{}), limit + 1);
    app::Page<AccountView> page;
    const bool more = accounts.size() > static_cast<std::size_t>(limit);
    if (more) accounts.pop_back();
    for (const auto& account : accounts) page.items.push_back(view_of(query.db, account, query.now));
    if (more) page.next = accounts.back().account.text();
    return page;
}

Result<AccountView> add_account(app::Command& command, const CreateAccount& wanted) {
    if (wanted.role == Role::worker) return refuse(error(role_registers_itself).at("/role"));
    access::NewAccount account;
    account.login = wanted.account;
    account.name = wanted.name.text;
    account.role = wanted.role;
    if (wanted.organisation) {
        const auto organisation = organisations::find(command.db, *wanted.organisation);
        if (!organisation) return refuse(error(not_found).at("/organisation"));
        if (!fits(wanted.role, organisation->kind))
            return refuse(error(role_of_other_kind).at("/role"));
        account.organisation = *wanted.organisation;
        account.place = organisation->place;
    }
    if (wanted.place) {
        TRY_DO(check_place(command.services, *wanted.place));
        account.place = *wanted.place;
    }
    TRY(const AccountId id, create_account(command, account));
    return find_view(command, id);
}

Result<AccountView> disable_account(app::Command& command, const OneAccount& wanted) {
    return set_status(command, wanted.account, AccountStatus::disabled);
}

Result<AccountView> enable_account(app::Command& command, const OneAccount& wanted) {
    return set_status(command, wanted.account, AccountStatus::active);
}

Result<AccountView> unlock_account(app::Command& command, const OneAccount& wanted) {
    TRY_DO(access::unlock_account(command.db, command.services.get<access::Vault>(),
                                  {command.caller, command.now}, wanted.account));
    return find_view(command, wanted.account);
}

Result<AccountView> reset_factor(app::Command& command, const OneAccount& wanted) {
    TRY_DO(access::reset_second_factor(command.db, command.services.get<access::Vault>(),
                                       {command.caller, command.now}, wanted.account));
    command.services.get<access::SessionCache>().forget(wanted.account);
    return find_view(command, wanted.account);
}

Result<CodeView> issue_reset_code(app::Query& query, const OneAccount& wanted) {
    return app::in_lane<CodeView>(query, [&](app::Command& command) -> Result<CodeView> {
        TRY(auto code, access::issue_reset_code(command.db, command.services.get<access::Vault>(),
                                                command.services.get<access::AccessPolicy>(),
                                                {command.caller, command.now}, wanted.account));
        return CodeView{std::move(code.code), code.expires_at};
    });
}

}  // namespace jianghui::accounts
