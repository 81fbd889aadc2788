#include "features/organisations/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/organisations/change_events.hpp"
#include "features/organisations/codes_check.hpp"
#include "features/organisations/credentials.hpp"
#include "features/organisations/store.hpp"
#include "features/organisations/view.hpp"

namespace jianghui::organisations {
namespace {

Result<OrganisationRow> find_shown(const store::Reader& reader, const app::Caller& caller,
                                   OrganisationId organisation) {
    auto row = find_row(reader, organisation);
    if (!row || !is_shown(view_of(caller, organisation_of(*row)), row->status))
        return refuse(not_found);
    return std::move(*row);
}

/// An organisation that the caller, an official, has before him because its place is his.
Result<Organisation> find_in_charge(const app::Command& command, OrganisationId organisation) {
    auto found = find(command.db, organisation);
    if (!found) return refuse(not_found);
    if (!command.caller.acts_in(found->place)) return refuse(not_allowed);
    return std::move(*found);
}

/// The same for officials and inspectors.
Result<Organisation> find_supervised(const app::Command& command, OrganisationId organisation) {
    auto found = find(command.db, organisation);
    if (!found) return refuse(not_found);
    if (!command.caller.supervises(found->place)) return refuse(not_allowed);
    return std::move(*found);
}

/// The state after a change, for the answer.
Result<OrganisationView> shown(const app::Command& command, OrganisationId organisation) {
    const auto row = find_row(command.db, organisation);
    if (!row) return refuse(not_found);
    return view(command.db, command.services, command.caller, *row, command.now);
}

const journal::EventKind& event_of(Step step) {
    switch (step) {
        case Step::refuse:
            return organisation_refused;
        case Step::suspend:
            return organisation_suspended;
        case Step::restore:
            return organisation_restored;
        case Step::verify:
            break;
    }
    return organisation_verified;
}

/// One step of an official with a reason, and its event.
Result<OrganisationView> take(app::Command& command, const OrganisationReason& input, Step step,
                              ReasonCode otherwise) {
    TRY(const Organisation organisation, find_in_charge(command, input.organisation));
    const ReasonCode code = input.reason_code.value_or(otherwise);
    TRY_DO(check_reason(code, input.reason));
    StatusChange change;
    change.from = organisation.status;
    TRY(change.to, status_after(organisation.status, step));
    change.status_reason_code = code;
    if (input.reason) change.status_reason = input.reason->text;
    change.verified_at = organisation.verified_at;
    TRY_DO(change_status(command.db, organisation, change, command.now));
    command.record(event_of(step), about(organisation),
                   StatusChanged{change.from, change.to, code});
    return shown(command, input.organisation);
}

/// The list says nothing of it any more from this commit on. Fails with not_excluded when it has run out meanwhile.
Result<Done> lift_exclusion(app::Command& command, const Organisation& organisation) {
    const auto exclusion = organisation.exclusion;
    TRY_DO(may_lift(command, organisation));
    TRY(const int ended, take_off_list(command, organisation, registers::EntryReason::remedied));
    if (ended == 0 || !exclusion) return refuse(not_excluded);
    command.record(organisation_exclusion_ended, about(organisation), *exclusion);
    return Done{};
}

}  // namespace

Result<OrganisationView> show(app::Query& query, const FindOrganisation& input) {
    TRY(const OrganisationRow row, find_shown(query.db, query.caller, input.organisation));
    return view(query.db, query.services, query.caller, row, query.now);
}

Result<app::Page<OrganisationView>> list_all(app::Query& query, const ListOrganisations& input) {
    Filter filter;
    filter.kind = input.kind;
    filter.status = input.status;
    if (input.place) {
        TRY_DO(check_place(query.services, *input.place, "/place"));
        filter.place = range_of(*input.place);
    }
    if (input.q) filter.q = input.q->text;
    filter.cursor = input.cursor;
    if (query.caller.organisation) filter.own = query.caller.organisation;
    if (query.caller.is(app::Role::security_administrator) ||
        query.caller.is(app::Role::audit_administrator))
        filter.supervised = PlaceRange{"0", "9"};
    if (query.caller.in_office())
        filter.supervised = range_of(query.caller.place);
    const std::size_t limit = app::limit_of(input.limit);
    filter.limit = static_cast<std::int64_t>(limit) + 1;
    return app::page_of(list(query.db, filter), limit, [&](const auto& row) {
        return view(query.db, query.services, query.caller, row, query.now);
    });
}

Result<OrganisationView> change(app::Command& command, const ChangeOrganisation& input) {
    if (command.caller.organisation != input.organisation) return refuse(not_allowed);
    auto row = find_row(command.db, input.organisation);
    if (!row) return refuse(not_found);
    const Organisation before = organisation_of(*row);
    TRY(const auto fields, check_changes(input, before));
    if (fields.empty()) return shown(command, input.organisation);
    TRY_DO(check_industry(command.services, input.industry));
    TRY_DO(apply(command.services, input, *row));
    // What was refused and has been put right waits for an official again.
    if (row->status == OrganisationStatus::refused) row->status = OrganisationStatus::registered;
    row->changed_at = command.now;
    TRY_DO(update(command.db, *row, before));
    command.record(organisation_changed, about(organisation_of(*row)),
                   FieldsChanged{fields, row->status});
    return shown(command, input.organisation);
}

Result<OrganisationView> approve(app::Command& command, const FindOrganisation& input) {
    TRY_DO(find_in_charge(command, input.organisation));
    TRY_DO(verify(command, input.organisation));
    return shown(command, input.organisation);
}

Result<OrganisationView> refuse_registration(app::Command& command,
                                             const OrganisationReason& input) {
    return take(command, input, Step::refuse, ReasonCode::other);
}

Result<OrganisationView> suspend(app::Command& command, const OrganisationReason& input) {
    return take(command, input, Step::suspend, ReasonCode::other);
}

Result<OrganisationView> restore(app::Command& command, const OrganisationReason& input) {
    return take(command, input, Step::restore, ReasonCode::remedied);
}

Result<OrganisationView> exclude(app::Command& command, const ExcludeOrganisation& input) {
    TRY(const Organisation organisation, find_supervised(command, input.organisation));
    const Exclusion exclusion{input.reason_code, input.since_on.value_or(date_of(command.now)),
                              input.until_on};
    TRY_DO(check_exclusion(exclusion));
    TRY_DO(propose_exclusion(command, organisation, exclusion));
    return shown(command, input.organisation);
}

Result<OrganisationView> approve_exclusion(app::Command& command, const FindOrganisation& input) {
    TRY(const Organisation organisation, find_supervised(command, input.organisation));
    const auto proposal = registers::proposal_about(command.db, organisation.id, exclusion_register);
    if (!proposal) return refuse(registers::proposal_over);
    TRY_DO(registers::approve(command, *proposal));
    if (proposal->act == registers::ProposedAct::lift) {
        TRY_DO(lift_exclusion(command, organisation));
    } else {
        TRY_DO(put_on_list(command, organisation, *proposal));
        command.record(organisation_excluded, about(organisation), proposed_exclusion(*proposal));
    }
    return shown(command, input.organisation);
}

Result<OrganisationView> decline_exclusion(app::Command& command, const FindOrganisation& input) {
    TRY(const Organisation organisation, find_supervised(command, input.organisation));
    const auto proposal = registers::proposal_about(command.db, organisation.id, exclusion_register);
    if (!proposal) return refuse(registers::proposal_over);
    TRY_DO(registers::decline(command, *proposal));
    return shown(command, input.organisation);
}

Result<OrganisationView> end_exclusion(app::Command& command, const FindOrganisation& input) {
    TRY(const Organisation organisation, find_supervised(command, input.organisation));
    const auto& exclusion = organisation.exclusion;
    if (!exclusion || !is_current(*exclusion, date_of(command.now))) return refuse(not_excluded);
    TRY_DO(propose_lifting(command, organisation));
    return shown(command, input.organisation);
}

Result<Contact> reveal_contact(app::Command& command, const RevealContact& input) {
    TRY(const Organisation organisation, find_supervised(command, input.organisation));
    const auto row = find_row(command.db, input.organisation);
    if (!row) return refuse(not_found);
    TRY(std::string phone, opened_phone(command.services, *row));
    command.record(organisation_contact_revealed, about(organisation), ContactRead{input.purpose});
    return Contact{row->contact_name, std::move(phone)};
}

}  // namespace jianghui::organisations
