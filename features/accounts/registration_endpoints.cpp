// Organisations and workers register themselves, account and all, or not at all.

#include "engine/app/slow_change.hpp"
#include "features/accounts/api.hpp"
#include "features/accounts/endpoints.hpp"
#include "features/accounts/errors.hpp"
#include "features/accounts/roles.hpp"
#include "features/organisations/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::accounts {
namespace {

/// The name is free and the password good: asked before the slow hashing, and again when written.
Result<std::string> hash_for_new(const app::Query& query, const std::string& account,
                                 const std::string& password) {
    TRY_DO(access::normal_login(account));
    if (access::find_account_by_login(query.db, query.services.get<access::Vault>(), account))
        return refuse(error(access::account_taken).at("/account"));
    return access::new_password_hash(query.services.get<access::AccessPolicy>(), account, password);
}

/// Where a fault of the organisation lies in the request of a registration.
Error relocated(Error fault) {
    if (fault.path == "/contact_phone") {
        fault.path = "/phone";
    } else if (!fault.path.empty() && fault.path != "/contact_name") {
        fault.path = "/organisation" + fault.path;
    }
    for (auto& single : fault.errors) single = relocated(std::move(single));
    return fault;
}

organisations::NewOrganisation organisation_of(const RegisterOrganisation& wanted) {
    organisations::NewOrganisation organisation;
    organisation.kind = wanted.organisation.kind;
    organisation.name = wanted.organisation.name;
    organisation.credit_code = wanted.organisation.credit_code.text;
    organisation.credit_code_override_reason = wanted.organisation.credit_code_override_reason;
    organisation.place = wanted.organisation.place;
    organisation.industry = wanted.organisation.industry;
    if (wanted.organisation.address) organisation.address = *wanted.organisation.address;
    organisation.contact_name = wanted.contact_name;
    organisation.contact_phone = wanted.phone.text;
    return organisation;
}

Result<OrganisationRegistered> register_now(app::Command& command,
                                            const RegisterOrganisation& wanted,
                                            const std::optional<std::string>& hash) {
    auto made = organisations::register_organisation(command, organisation_of(wanted));
    if (!made) return refuse(relocated(std::move(made).error()));
    const auto organisation = organisations::find(command.db, *made);
    ASSERT(organisation.has_value());
    access::NewAccount account;
    account.login = wanted.account;
    account.name = wanted.contact_name.text;
    account.password_hash = hash;
    account.role = role_in(organisation->kind);
    account.place = organisation->place;
    account.organisation = organisation->id;
    TRY_DO(create_account(command, account));
    return OrganisationRegistered{{organisation->id, organisation->name, organisation->kind,
                                   organisation->status, organisation->place}};
}

}  // namespace

Result<OrganisationRegistered> register_organisation(app::Query& query,
                                                     const RegisterOrganisation& wanted) {
    std::optional<std::string> hash;
    if (wanted.organisation.kind != organisations::OrganisationKind::authority) {
        TRY(hash, hash_for_new(query, wanted.account, wanted.password));
    } else if (query.caller.is(Role::security_administrator) && !wanted.password.empty()) {
        // Who opens an official's account must not be who can sign in with it.
        return refuse(error(password_not_here).at("/password"));
    }
    return app::in_lane<OrganisationRegistered>(
        query, [&](app::Command& command) { return register_now(command, wanted, hash); });
}

Result<WorkerRegistered> register_worker(app::Query& query, const RegisterWorker& wanted) {
    TRY(const std::string hash, hash_for_new(query, wanted.account, wanted.password));
    return app::in_lane<WorkerRegistered>(query, [&](app::Command& command) -> Result<WorkerRegistered> {
        people::NewPerson person;
        person.name = wanted.name;
        person.id_number = wanted.id_number.text;
        person.phone = wanted.phone.text;
        person.place = wanted.place;
        person.seeker_kind = wanted.seeker_kind;
        TRY(const PersonId id, people::register_person(command, person));
        access::NewAccount account;
        account.login = wanted.account;
        account.name = wanted.name.text;
        account.password_hash = hash;
        account.role = Role::worker;
        account.place = wanted.place;
        account.person = id;
        TRY_DO(create_account(command, account));
        return WorkerRegistered{{id, wanted.name.text}};
    });
}

}  // namespace jianghui::accounts
