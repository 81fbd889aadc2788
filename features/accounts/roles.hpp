#pragma once
// As what a member of an organisation acts.

#include "engine/access/caller.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::accounts {

/// agency for agencies, official for authorities, employer for all who need workers: employers,
/// schools, bases and park operators.
[[nodiscard]] inline access::Role role_in(organisations::OrganisationKind kind) {
    using organisations::OrganisationKind;
    if (kind == OrganisationKind::agency) return access::Role::agency;
    if (kind == OrganisationKind::authority) return access::Role::official;
    return access::Role::employer;
}

}  // namespace jianghui::accounts
