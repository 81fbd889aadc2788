#include "features/organisations/credentials.hpp"

#include <algorithm>

#include "features/organisations/errors.hpp"

namespace jianghui::organisations {
namespace {

using registers::Entry;
using registers::EntryReason;
using registers::EntryStatus;

ReasonCode reason_in(const codec::json::value& content) {
    const auto* values = content.if_object();
    const auto* reason = values == nullptr ? nullptr : values->if_contains("reason");
    if (reason == nullptr || !reason->is_string()) return ReasonCode::serious_breach;
    return codec::parse_enum<ReasonCode>(std::string_view(reason->get_string()))
        .value_or(ReasonCode::serious_breach);
}

/// The entry's own reason; an entry of another register bars for a serious breach.
ReasonCode reason_of(const Entry& entry) { return reason_in(entry.values); }

/// The office whose officials decide on what the caller proposes.
const PlaceCode& deciding_place(const app::Command& command, const Organisation& organisation) {
    return has_form(command.caller.place) ? command.caller.place : organisation.place;
}

registers::NewEntry entry_of(const PlaceCode& place, const Organisation& organisation,
                             const Exclusion& exclusion) {
    registers::NewEntry entry;
    entry.place = place;
    entry.organisation = organisation.id;
    entry.valid_from_on = exclusion.since_on;
    entry.valid_to_on = exclusion.until_on;
    entry.values = {{"reason", std::string(codec::enum_text(exclusion.reason_code))}};
    entry.reason = EntryReason::violation;
    return entry;
}

List<OrderKind, 9> scope_of(const Entry& entry) {
    List<OrderKind, 9> scope;
    const auto* values = entry.values.if_object();
    const auto* services = values == nullptr ? nullptr : values->if_contains("services");
    if (services == nullptr || !services->is_array()) return scope;
    for (const auto& one : services->get_array())
        if (const auto kind = codec::parse_enum<OrderKind>(std::string_view(one.as_string())))
            scope.push_back(*kind);
    return scope;
}

/// Whether `next` begins no later than the day after `exclusion` ends.
bool goes_on_with(const Exclusion& exclusion, const Exclusion& next) {
    return !exclusion.until_on || days_between(*exclusion.until_on, next.since_on) <= 1;
}

}  // namespace

std::string_view register_of(CredentialKind kind) {
    switch (kind) {
        case CredentialKind::licence:
            return "hr_service_licence";
        case CredentialKind::filing:
            return "hr_service_filing";
        case CredentialKind::dispatch_licence:
            break;
    }
    return "dispatch_licence";
}

std::optional<Credential> credential_of(const Entry& entry) {
    const auto kind = codec::parse_enum<CredentialKind>(codec::enum_text(entry.gate));
    if (!kind || !entry.organisation || entry.status == EntryStatus::withdrawn ||
        entry.status == EntryStatus::ended)
        return std::nullopt;
    Credential credential;
    credential.id = {entry.id.number};
    credential.organisation = *entry.organisation;
    credential.kind = *kind;
    credential.number = entry.number;
    credential.issuing_place = entry.place;
    credential.scope = scope_of(entry);
    credential.valid_from_on = entry.valid_from_on;
    credential.valid_to_on = entry.valid_to_on;
    if (entry.status == EntryStatus::suspended) credential.status = CredentialStatus::suspended;
    if (entry.status == EntryStatus::revoked) credential.status = CredentialStatus::revoked;
    return credential;
}

std::vector<Credential> credentials_of(const std::vector<Entry>& entries) {
    std::vector<Credential> credentials;
    for (const auto& entry : entries)
        if (auto credential = credential_of(entry)) credentials.push_back(std::move(*credential));
    return credentials;
}

std::optional<Exclusion> exclusion_of(const std::vector<Entry>& entries) {
    std::vector<Exclusion> all;
    for (const auto& entry : entries)
        if (entry.bars() && entry.status == EntryStatus::valid)
            all.push_back({reason_of(entry), entry.valid_from_on, entry.valid_to_on});
    if (all.empty()) return std::nullopt;
    std::sort(all.begin(), all.end(), [](const Exclusion& a, const Exclusion& b) {
        return std::chrono::sys_days(a.since_on) < std::chrono::sys_days(b.since_on);
    });
    Exclusion whole = all.front();
    for (const auto& next : all) {
        if (!goes_on_with(whole, next)) break;
        if (whole.until_on && (!next.until_on || days_between(*whole.until_on, *next.until_on) > 0))
            whole.until_on = next.until_on;
    }
    return whole;
}

registers::StepTaken step_of(registers::EntryStep step, ReasonCode code,
                             const std::optional<Sentence>& sentence) {
    registers::StepTaken taken;
    taken.step = step;
    taken.reason = EntryReason::violation;
    if (code == ReasonCode::remedied) taken.reason = EntryReason::remedied;
    if (code == ReasonCode::at_own_request) taken.reason = EntryReason::at_own_request;
    if (code == ReasonCode::credential_lapsed) taken.reason = EntryReason::lapsed;
    if (code == ReasonCode::other) taken.reason = EntryReason::other;
    taken.note = std::string(codec::enum_text(code));
    if (sentence) *taken.note += ": " + sentence->text;
    return taken;
}

Result<Done> put_on_list(app::Command& command, const Organisation& organisation,
                         const registers::Proposal& proposal) {
    TRY_DO(take_off_list(command, organisation, EntryReason::superseded));
    TRY(const auto definition,
        command.services.get<registers::Catalogue>().current(exclusion_register));
    TRY_DO(registers::issue(command, *definition,
                            entry_of(proposal.place, organisation, proposed_exclusion(proposal))));
    return Done{};
}

Exclusion proposed_exclusion(const registers::Proposal& proposal) {
    return {reason_in(proposal.values), *proposal.valid_from_on, proposal.valid_to_on};
}

Result<Done> propose_exclusion(app::Command& command, const Organisation& organisation,
                               const Exclusion& exclusion) {
    TRY_DO(registers::propose(command, exclusion_register,
                              entry_of(deciding_place(command, organisation), organisation, exclusion)));
    return Done{};
}

Result<Done> may_lift(const app::Command& command, const Organisation& organisation) {
    for (const auto& entry : registers::about(command.db, organisation.id, exclusion_register))
        if (!registers::is_final(entry.status) && !command.caller.supervises(entry.place))
            return refuse(error(exclusion_elsewhere).with("place", entry.place.text));
    return Done{};
}

Result<Done> propose_lifting(app::Command& command, const Organisation& organisation) {
    const auto entries = registers::about(command.db, organisation.id, exclusion_register);
    if (std::none_of(entries.begin(), entries.end(),
                     [](const Entry& entry) { return !registers::is_final(entry.status); }))
        return refuse(not_excluded);
    TRY_DO(may_lift(command, organisation));
    TRY_DO(registers::propose_lifting(command, exclusion_register, organisation.id,
                                      deciding_place(command, organisation), EntryReason::remedied));
    return Done{};
}

Result<int> take_off_list(app::Command& command, const Organisation& organisation,
                          EntryReason reason) {
    int ended = 0;
    for (const auto& entry : registers::about(command.db, organisation.id, exclusion_register))
        if (!registers::is_final(entry.status) && command.caller.supervises(entry.place)) {
            TRY_DO(registers::take(command, entry.id, {registers::EntryStep::end, reason}));
            ++ended;
        }
    return ended;
}

}  // namespace jianghui::organisations
