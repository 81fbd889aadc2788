// The API calls of credentials: issuing, suspending, restoring, revoking.

#include "features/organisations/credentials.hpp"
#include "features/organisations/endpoints.hpp"
#include "features/organisations/rules.hpp"

namespace jianghui::organisations {
namespace {

/// The credential's entry, when the caller is of the issuing place and her reason says why.
Result<registers::Entry> find_in_charge(app::Command& command, const CredentialReason& input) {
    auto entry = registers::find(command.db, registers::EntryId{input.credential.number});
    if (!entry || !credential_of(*entry)) return refuse(not_found);
    if (!command.caller.acts_in(entry->place)) return refuse(not_allowed);
    TRY_DO(check_reason(input.reason_code, input.reason));
    return std::move(*entry);
}

/// One step of an official of the issuing place. A suspension at the origin reaches every place at
/// once, because there is one row.
Result<Credential> take(app::Command& command, const CredentialReason& input,
                        registers::EntryStep step) {
    TRY(const auto entry, find_in_charge(command, input));
    auto taken = registers::take(command, entry.id, step_of(step, input.reason_code, input.reason));
    if (!taken && taken.error().code == registers::entry_status.code)
        return refuse(error(credential_status)
                          .with("status", std::string(codec::enum_text(entry.status))));
    TRY(const auto after, std::move(taken));
    return *credential_of(after);
}

}  // namespace

Result<Credential> issue(app::Command& command, const IssueCredential& input) {
    if (!command.caller.acts_in(input.issuing_place)) return refuse(not_allowed);
    NewCredential wanted;
    wanted.kind = input.kind;
    wanted.number = input.number;
    wanted.issuing_place = input.issuing_place;
    wanted.scope = input.scope;
    wanted.valid_from_on = input.valid_from_on;
    wanted.valid_to_on = input.valid_to_on;
    TRY(const CredentialId id, issue_credential(command, input.organisation, wanted));
    const auto entry = registers::find(command.db, registers::EntryId{id.number});
    ASSERT(entry.has_value());
    return *credential_of(*entry);
}

Result<Credential> suspend_credential(app::Command& command, const CredentialReason& input) {
    return take(command, input, registers::EntryStep::suspend);
}

Result<Credential> restore_credential(app::Command& command, const CredentialReason& input) {
    return take(command, input, registers::EntryStep::restore);
}

/// Revoking waits for a second official, who decides on the entry's page (features/entries).
Result<Credential> revoke_credential(app::Command& command, const CredentialReason& input) {
    TRY(const auto entry, find_in_charge(command, input));
    const auto step = step_of(registers::EntryStep::revoke, input.reason_code, input.reason);
    auto proposed = registers::propose(command, entry.id, registers::ProposedAct::revoke, step.reason, step.note);
    if (!proposed && proposed.error().code == registers::entry_status.code)
        return refuse(error(credential_status)
                          .with("status", std::string(codec::enum_text(entry.status))));
    TRY_DO(std::move(proposed));
    return *credential_of(entry);
}

}  // namespace jianghui::organisations
