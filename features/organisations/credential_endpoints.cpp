// The API calls of credentials: issuing, suspending, restoring, revoking.

#include "features/organisations/change_events.hpp"
#include "features/organisations/endpoints.hpp"
#include "features/organisations/store.hpp"

namespace jianghui::organisations {
namespace {

const journal::EventKind& event_of(CredentialStep step) {
    switch (step) {
        case CredentialStep::suspend:
            return credential_suspended;
        case CredentialStep::restore:
            return credential_restored;
        case CredentialStep::revoke:
            break;
    }
    return credential_revoked;
}

/// One step of an official of the issuing place, and its event. A suspension at the origin reaches
/// every place at once, because there is one row.
Result<Credential> take(app::Command& command, const CredentialReason& input, CredentialStep step) {
    auto credential = find_credential(command.db, input.credential);
    if (!credential) return refuse(not_found);
    if (!command.caller.acts_in(credential->issuing_place)) return refuse(not_allowed);
    TRY_DO(check_reason(input.reason_code, input.reason));
    const auto organisation = find(command.db, credential->organisation);
    ASSERT(organisation.has_value());
    CredentialChange change;
    change.from = credential->status;
    TRY(change.to, status_after(credential->status, step));
    change.reason_code = input.reason_code;
    change.reason = input.reason;
    TRY_DO(change_status(command.db, credential->id, organisation->city, change, command.now));
    credential->status = change.to;
    command.record(event_of(step), about(*organisation, *credential),
                   CredentialEvent{*credential, input.reason_code});
    return std::move(*credential);
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
    const auto credential = find_credential(command.db, id);
    ASSERT(credential.has_value());
    return *credential;
}

Result<Credential> suspend_credential(app::Command& command, const CredentialReason& input) {
    return take(command, input, CredentialStep::suspend);
}

Result<Credential> restore_credential(app::Command& command, const CredentialReason& input) {
    return take(command, input, CredentialStep::restore);
}

Result<Credential> revoke_credential(app::Command& command, const CredentialReason& input) {
    return take(command, input, CredentialStep::revoke);
}

}  // namespace jianghui::organisations
