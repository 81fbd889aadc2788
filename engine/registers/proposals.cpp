// Proposals: two officials for what takes away from somebody, and for what lets in again.

#include "engine/registers/proposals.hpp"

#include "engine/registers/checking.hpp"
#include "engine/registers/queries.hpp"

namespace jianghui::registers {
namespace {

/// Of the offices alone: whom an event names reads it in the journal, and a proposal is not told to whom it is
/// against before somebody decided.
app::Command::About about_event(const Proposal& proposal) {
    if (proposal.entry) return {proposal.city, "entry", proposal.entry->number, {}, {}, {}};
    const auto organisation = proposal.organisation.value_or(OrganisationId{});
    return {proposal.city, "organisation", organisation.number, {}, {}, {}};
}

void tell(app::Command& command, const journal::EventKind& kind, const Proposal& proposal) {
    command.record(kind, about_event(proposal),
                   ProposalEvent{proposal.register_id, std::string(codec::enum_text(proposal.act)), proposal.place,
                                 proposal.reason});
}

Proposal drafted(app::Command& command, const PlaceCode& place) {
    Proposal proposal;
    proposal.id = command.next_id<ProposalId>();
    proposal.city = city_of(place);
    proposal.place = place;
    proposal.values = codec::json::object();
    proposal.proposed_by = command.caller.account;
    proposal.proposed_at = command.now;
    return proposal;
}

/// Of an entry that there is.
Proposal drafted_of(app::Command& command, const Entry& entry) {
    Proposal proposal = drafted(command, entry.place);
    proposal.entry = entry.id;
    proposal.register_id = entry.register_id;
    proposal.organisation = entry.organisation;
    return proposal;
}

/// That no sealed value is given anew: a proposal lies in its table as it is.
Result<Done> check_no_sealed(const Register& definition, const Entry& entry, const codec::json::object& values) {
    for (const auto& field : definition.fields) {
        const auto* value = values.if_contains(field.id.text);
        if (!field.is_sealed() || value == nullptr) continue;
        const auto* kept = entry.values.as_object().if_contains(field.id.text);
        if (kept == nullptr || *kept != *value) return refuse(error(proposal_sealed).at("/values/" + field.id.text));
    }
    return Done{};
}

/// Changes the entry as was proposed.
Result<Entry> change_as_proposed(app::Command& command, const Proposal& proposal) {
    const auto entry = find(command.db, *proposal.entry);
    if (!entry || entry->version != proposal.entry_version) return refuse(proposal_outdated);
    TRY(const auto definition, command.services.get<Catalogue>().current(proposal.register_id));
    return change(command, *definition, *proposal.entry,
                  {proposal.values.as_object(), proposal.valid_to_on, proposal.reason, proposal.note, {}, proposal.no_end});
}

Proposal keep(app::Command& command, Proposal proposal) {
    command.db.execute(sql::insert_proposal, store::members(proposal));
    tell(command, entry_proposed, proposal);
    return proposal;
}

/// Writes the decision, once.
Result<Done> decide(app::Command& command, const Proposal& proposal, ProposalStatus status) {
    const auto changed = command.db.execute(
        sql::decide_proposal,
        store::arguments("id", proposal.id, "city", proposal.city, "status", status, "decided_by",
                         command.caller.account, "decided_at", command.now));
    if (changed == 0) return refuse(proposal_over);
    return Done{};
}

}  // namespace

EntryStep step_of(ProposedAct act) {
    switch (act) {
        case ProposedAct::withdraw: return EntryStep::withdraw;
        case ProposedAct::end: return EntryStep::end;
        case ProposedAct::suspend: return EntryStep::suspend;
        case ProposedAct::restore: return EntryStep::restore;
        default: break;
    }
    ASSERT(act == ProposedAct::revoke);
    return EntryStep::revoke;
}

ProposedAct act_of(EntryStep step) {
    switch (step) {
        case EntryStep::withdraw: return ProposedAct::withdraw;
        case EntryStep::end: return ProposedAct::end;
        case EntryStep::suspend: return ProposedAct::suspend;
        case EntryStep::restore: return ProposedAct::restore;
        default: break;
    }
    ASSERT(step == EntryStep::revoke);
    return ProposedAct::revoke;
}

Result<Proposal> propose(app::Command& command, EntryId id, ProposedAct act, EntryReason reason,
                         std::optional<std::string> note) {
    const auto entry = find(command.db, id);
    if (!entry) return refuse(not_found);
    TRY_DO(status_after(entry->status, step_of(act)));
    if (proposal_of(command.db, id)) return refuse(proposal_waiting);
    Proposal proposal = drafted_of(command, *entry);
    proposal.act = act;
    proposal.reason = reason;
    proposal.note = std::move(note);
    return keep(command, std::move(proposal));
}

Result<Proposal> propose_change(app::Command& command, const Register& definition, EntryId id,
                                const Change& change) {
    TRY_DO(check_change(command, definition, id, change));
    if (proposal_of(command.db, id)) return refuse(proposal_waiting);
    const auto entry = find(command.db, id);
    TRY_DO(check_no_sealed(definition, *entry, change.values));
    Proposal proposal = drafted_of(command, *entry);
    proposal.act = ProposedAct::change;
    proposal.entry_version = entry->version;
    proposal.reason = change.reason;
    proposal.note = change.note;
    proposal.valid_to_on = change.valid_to_on;
    proposal.no_end = change.no_end;
    proposal.values = change.values;
    return keep(command, std::move(proposal));
}

Result<Proposal> propose(app::Command& command, std::string_view register_id, const NewEntry& wanted) {
    ASSERT(wanted.organisation.has_value());
    if (proposal_about(command.db, *wanted.organisation, register_id)) return refuse(proposal_waiting);
    Proposal proposal = drafted(command, wanted.place);
    proposal.act = ProposedAct::issue;
    proposal.register_id = std::string(register_id);
    proposal.organisation = wanted.organisation;
    proposal.reason = wanted.reason;
    proposal.valid_from_on = wanted.valid_from_on;
    proposal.valid_to_on = wanted.valid_to_on;
    proposal.values = wanted.values;
    return keep(command, std::move(proposal));
}

Result<Proposal> propose_lifting(app::Command& command, std::string_view register_id, OrganisationId organisation,
                                 const PlaceCode& place, EntryReason reason) {
    if (proposal_about(command.db, organisation, register_id)) return refuse(proposal_waiting);
    Proposal proposal = drafted(command, place);
    proposal.act = ProposedAct::lift;
    proposal.register_id = std::string(register_id);
    proposal.organisation = organisation;
    proposal.reason = reason;
    return keep(command, std::move(proposal));
}

Result<Done> approve(app::Command& command, const Proposal& proposal) {
    if (proposal.proposed_by == command.caller.account) return refuse(second_official);
    return decide(command, proposal, ProposalStatus::approved);
}

Result<Entry> carry_out(app::Command& command, const Proposal& proposal) {
    ASSERT(proposal.entry.has_value());
    if (proposal.act == ProposedAct::change) return change_as_proposed(command, proposal);
    return take(command, *proposal.entry, {step_of(proposal.act), proposal.reason, proposal.note});
}

Result<Done> decline(app::Command& command, const Proposal& proposal) {
    TRY_DO(decide(command, proposal, ProposalStatus::declined));
    tell(command, entry_proposal_declined, proposal);
    return Done{};
}

std::optional<Proposal> proposal_of(const store::Reader& reader, EntryId entry) {
    return reader.one<Proposal>(sql::proposal_of_entry, store::arguments("entry", entry));
}

std::optional<Proposal> proposal_about(const store::Reader& reader, OrganisationId organisation,
                                       std::string_view register_id) {
    return reader.one<Proposal>(
        sql::proposal_about_organisation,
        store::arguments("organisation", organisation, "register_id", register_id));
}

std::vector<Proposal> proposals_within(const store::Reader& reader, const PlaceCode& place, bool to_issue,
                                       AccountId account, int limit) {
    const auto [from, to] = codes_within(place);
    return reader.all<Proposal>(sql::proposals_that_wait,
                                store::arguments("from", from, "to", to, "issue", to_issue ? 1 : 0,
                                                 "account", account, "limit", limit));
}

}  // namespace jianghui::registers
