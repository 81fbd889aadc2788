#pragma once
// What the events of this feature say: ids, codes and dates.

#include <optional>
#include <string>
#include <vector>

#include "engine/app/context.hpp"
#include "features/organisations/endpoints.hpp"
#include "features/organisations/model.hpp"

namespace jianghui::organisations {

/// organisation.registered
struct Registered {
    OrganisationKind kind;
    PlaceCode place;
    bool credit_code_overridden = false;
};
BOOST_DESCRIBE_STRUCT(Registered, (), (kind, place, credit_code_overridden))

/// organisation.verified, refused, suspended, restored
struct StatusChanged {
    OrganisationStatus from;
    OrganisationStatus to;
    std::optional<ReasonCode> reason_code;
};
BOOST_DESCRIBE_STRUCT(StatusChanged, (), (from, to, reason_code))

/// organisation.changed: the names of the fields, not their values.
struct FieldsChanged {
    std::vector<std::string> fields;
    OrganisationStatus status;
};
BOOST_DESCRIBE_STRUCT(FieldsChanged, (), (fields, status))

/// organisation.contact_revealed
struct ContactRead {
    ContactPurpose purpose;
};
BOOST_DESCRIBE_STRUCT(ContactRead, (), (purpose))

/// credential.*: everything but its number, with the status after the event.
struct CredentialEvent {
    CredentialEvent(const Credential& credential, std::optional<ReasonCode> reason)
        : kind(credential.kind),
          issuing_place(credential.issuing_place),
          scope(credential.scope),
          valid_from_on(credential.valid_from_on),
          valid_to_on(credential.valid_to_on),
          status(credential.status),
          reason_code(reason) {}
    CredentialKind kind;
    PlaceCode issuing_place;
    List<OrderKind, 9> scope;
    Date valid_from_on;
    std::optional<Date> valid_to_on;
    CredentialStatus status;
    std::optional<ReasonCode> reason_code;
};
BOOST_DESCRIBE_STRUCT(CredentialEvent, (),
                      (kind, issuing_place, scope, valid_from_on, valid_to_on, status, reason_code))

/// Whom an event about an organisation concerns.
[[nodiscard]] inline app::Command::About about(const Organisation& organisation) {
    return {organisation.city, "organisation", organisation.id.number, organisation.id, {}, {}};
}
/// The same for one of its credentials.
[[nodiscard]] inline app::Command::About about(const Organisation& organisation,
                                               const Credential& credential) {
    return {organisation.city, "credential", credential.id.number, organisation.id, {}, {}};
}

}  // namespace jianghui::organisations
