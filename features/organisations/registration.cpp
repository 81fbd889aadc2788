// The writing functions of api.hpp: registering, verifying, issuing.

#include "features/organisations/api.hpp"
#include "features/organisations/change_events.hpp"
#include "features/organisations/codes_check.hpp"
#include "features/organisations/credentials.hpp"
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
    TRY(const auto definition,
        command.services.get<registers::Catalogue>().current(register_of(wanted.kind)));
    registers::NewEntry entry;
    entry.place = wanted.issuing_place;
    entry.organisation = id;
    entry.number = String<1, 80>{wanted.number.text};
    entry.valid_from_on = wanted.valid_from_on;
    entry.valid_to_on = wanted.valid_to_on;
    entry.values = {{"services", codec::parse(codec::encode(wanted.scope)).value()}};
    auto issued = registers::issue(command, *definition, entry);
    if (!issued && issued.error().code == registers::entry_number_taken.code)
        return refuse(error(credential_number_taken).at("/number"));
    TRY(const auto made, std::move(issued));
    return CredentialId{made.id.number};
}

}  // namespace jianghui::organisations
