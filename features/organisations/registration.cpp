// The writing functions of api.hpp: registering, verifying, issuing.

#include "features/organisations/api.hpp"
#include "features/organisations/change_events.hpp"
#include "features/organisations/codes_check.hpp"
#include "features/organisations/rules.hpp"
#include "features/organisations/store.hpp"
#include "features/organisations/view.hpp"

namespace jianghui::organisations {

Result<OrganisationId> register_organisation(app::Command& command, const NewOrganisation& wanted) {
    TRY(const Accepted accepted, accept(wanted, command.caller));
    TRY_DO(check_place(command.services, wanted.place, "/place"));
    TRY_DO(check_industry(command.services, wanted.industry));
    OrganisationRow row;
    row.id = command.next_id<OrganisationId>();
    row.city = accepted.city;
    row.kind = wanted.kind;
    row.name = wanted.name.text;
    row.name_key = accepted.key;
    row.credit_code = accepted.credit_code;
    if (!credit_code_checks(row.credit_code.text) && wanted.credit_code_override_reason)
        row.credit_code_override_reason = wanted.credit_code_override_reason->text;
    row.place = wanted.place;
    row.industry = wanted.industry;
    row.address = wanted.address.text;
    if (wanted.contact_name) row.contact_name = wanted.contact_name->text;
    if (accepted.phone)
        row.contact_phone_box = sealed_phone(command.services, row.id, *accepted.phone);
    row.capacity = wanted.capacity;
    row.registered_at = command.now;
    row.changed_at = command.now;
    TRY_DO(insert(command.db, row));
    command.record(organisation_registered, about(organisation_of(row)),
                   Registered{row.kind, row.place, row.credit_code_override_reason.has_value()});
    return row.id;
}

Result<Done> verify(app::Command& command, OrganisationId id) {
    const auto organisation = find(command.db, id);
    if (!organisation) return refuse(not_found);
    StatusChange change;
    change.from = organisation->status;
    TRY(change.to, status_after(organisation->status, Step::verify));
    change.verified_at = command.now;
    if (command.caller.account) change.verified_by = command.caller.account;
    TRY_DO(change_status(command.db, *organisation, change, command.now));
    command.record(organisation_verified, about(*organisation),
                   StatusChanged{change.from, change.to, std::nullopt});
    return Done{};
}

Result<CredentialId> issue_credential(app::Command& command, OrganisationId id,
                                      const NewCredential& wanted) {
    const auto organisation = find(command.db, id);
    if (!organisation) return refuse(not_found);
    TRY_DO(check_credential(wanted, organisation->kind));
    TRY_DO(check_place(command.services, wanted.issuing_place, "/issuing_place"));
    Credential credential;
    credential.id = command.next_id<CredentialId>();
    credential.organisation = id;
    credential.kind = wanted.kind;
    credential.number = wanted.number.text;
    credential.issuing_place = wanted.issuing_place;
    credential.scope = wanted.scope;
    credential.valid_from_on = wanted.valid_from_on;
    credential.valid_to_on = wanted.valid_to_on;
    TRY_DO(insert(command.db, credential, organisation->city, command.caller.account, command.now));
    command.record(credential_issued, about(*organisation, credential),
                   CredentialEvent{credential, std::nullopt});
    return credential.id;
}

}  // namespace jianghui::organisations
