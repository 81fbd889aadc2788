#pragma once
// How an organisation's row is shown to a caller, and where its contact phone is opened.

#include "features/organisations/endpoints.hpp"
#include "features/organisations/store.hpp"

namespace jianghui::organisations {

/// The organisation as this caller may see it today. Two look-ups for credentials and reliability.
[[nodiscard]] OrganisationView view(const store::Reader& reader, const app::Services& services,
                                    const app::Caller& caller, const OrganisationRow& row,
                                    Instant now);

/// Encrypts a contact phone for this organisation.
[[nodiscard]] std::string sealed_phone(const app::Services& services, OrganisationId organisation,
                                       std::string_view phone);
/// Puts checked changes into the row. Fails with the codes of check_changes.
[[nodiscard]] Result<Done> apply(const app::Services& services, const Changes& changes,
                                 OrganisationRow& row);

/// Reads it. Fails with contact_missing, or as crypto::open does.
[[nodiscard]] Result<std::string> opened_phone(const app::Services& services,
                                               const OrganisationRow& row);

}  // namespace jianghui::organisations
