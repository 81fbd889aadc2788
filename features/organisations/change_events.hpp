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

/// Whom an event about an organisation concerns.
[[nodiscard]] inline app::Command::About about(const Organisation& organisation) {
    return {organisation.city, "organisation", organisation.id.number, organisation.id, {}, {}};
}

}  // namespace jianghui::organisations
