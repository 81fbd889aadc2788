#include "features/organisations/view.hpp"

#include "engine/app/field_keys.hpp"
#include "engine/crypto/crypto.hpp"
#include "features/codes/api.hpp"
#include "features/organisations/credentials.hpp"

namespace jianghui::organisations {
namespace {

/// Binds the sealed box to its column and row.
std::string box_place(OrganisationId organisation) {
    return "organisations.contact_phone:" + organisation.text();
}

}  // namespace

std::string sealed_phone(const app::Services& services, OrganisationId organisation,
                         std::string_view phone) {
    return app::seal_field(services, box_place(organisation), phone);
}

Result<std::string> opened_phone(const app::Services& services, const OrganisationRow& row) {
    if (!row.contact_phone_box) return refuse(contact_missing);
    return app::open_field(services, box_place(row.id), *row.contact_phone_box);
}

Result<Done> apply(const app::Services& services, const Changes& changes, OrganisationRow& row) {
    if (changes.name) {
        row.name = changes.name->text;
        row.name_key = name_key(row.name);
    }
    if (changes.credit_code && normalised_credit_code(*changes.credit_code) != row.credit_code) {
        TRY(row.credit_code, accept_credit_code(*changes.credit_code, true));
        row.credit_code_override_reason.reset();
        if (!credit_code_checks(row.credit_code.text) && changes.credit_code_override_reason)
            row.credit_code_override_reason = changes.credit_code_override_reason->text;
    }
    if (changes.industry) row.industry = changes.industry;
    if (changes.address) row.address = changes.address->text;
    if (changes.contact_name) row.contact_name = changes.contact_name->text;
    if (changes.contact_phone) {
        TRY(const std::string phone, accept_contact_phone(*changes.contact_phone));
        row.contact_phone_box = sealed_phone(services, row.id, phone);
    }
    if (changes.capacity) row.capacity = changes.capacity->value;
    return Done{};
}

OrganisationView view(const store::Reader& reader, const app::Services& services,
                      const app::Caller& caller, const OrganisationRow& row, Instant now) {
    Organisation organisation = organisation_of(row);
    const auto entries = registers::at_gate(reader, row.id);
    organisation.exclusion = exclusion_of(entries);
    const View seen = view_of(caller, organisation);
    OrganisationView shown;
    shown.id = row.id;
    shown.kind = row.kind;
    shown.name = row.name;
    shown.place = row.place;
    const auto* place = services.get<codes::Tables>().find_place(row.place);
    if (place != nullptr) shown.place_name = place->name;
    shown.industry = row.industry;
    shown.status = row.status;
    shown.verified_at = row.verified_at;
    shown.capacity = row.capacity;
    if (organisation.exclusion && is_current(*organisation.exclusion, date_of(now)))
        shown.excluded = organisation.exclusion;
    shown.credentials = credentials_of(entries);
    if (services.has<ReliabilityScores>())
        shown.reliability = services.get<ReliabilityScores>().of(reader, row.id);
    if (seen != View::open || !is_sole_trader(row.credit_code)) {
        shown.credit_code = row.credit_code;
        shown.address = row.address;
    }
    if (seen == View::open) return shown;
    shown.contact_name = row.contact_name;
    if (const auto phone = opened_phone(services, row))
        shown.contact_phone = seen == View::own ? *phone : masked_phone(*phone);
    shown.status_reason_code = row.status_reason_code;
    shown.status_reason = row.status_reason;
    shown.credit_code_override_reason = row.credit_code_override_reason;
    shown.registered_at = row.registered_at;
    if (!caller.supervises(row.place)) return shown;
    if (const auto proposal = registers::proposal_about(reader, row.id, exclusion_register)) {
        shown.exclusion_proposed.emplace();
        const bool lifts = proposal->act == registers::ProposedAct::lift;
        static_cast<Exclusion&>(*shown.exclusion_proposed) =
            lifts ? shown.excluded.value_or(Exclusion{}) : proposed_exclusion(*proposal);
        shown.exclusion_proposed->lifts = lifts;
        shown.exclusion_proposed->proposed_at = proposal->proposed_at;
        shown.exclusion_proposed->mine = proposal->proposed_by == caller.account;
    }
    return shown;
}

}  // namespace jianghui::organisations
