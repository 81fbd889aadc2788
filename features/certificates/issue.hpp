#pragma once
// Certificates, status lists and the list of issuers as they are asked for: who may have which, from
// which entries, signed.

#include "features/certificates/keys.hpp"
#include "features/certificates/status.hpp"

namespace jianghui::certificates {

/// Which fields a certificate shows.
enum class Copy { everybody, parties };
BOOST_DESCRIBE_ENUM(Copy, everybody, parties)

/// The most that the caller may have of the entry: parties for its subject and for who supervises
/// its place, everybody when the register is published; nothing otherwise.
[[nodiscard]] std::optional<Copy> copy_of(const app::Caller& caller,
                                          const registers::Register& definition,
                                          const registers::Entry& entry);

/// The signed certificate. Draws the index of its status and makes the place's key when they are
/// not there yet. Fails with not_found, no_certificate, certificate_audience, entry_not_in_force.
[[nodiscard]] Result<codec::json::object> certificate_of(app::Query& query,
                                                         registers::EntryId entry,
                                                         std::optional<Copy> copy);

/// A signed status list as of the end of a day, or of now. Fails with not_found.
[[nodiscard]] Result<codec::json::object> status_list_of(app::Query& query,
                                                         const StatusList& list, Purpose purpose,
                                                         std::optional<Date> on);

/// The signed list of issuers.
[[nodiscard]] Result<codec::json::object> issuers_of(app::Query& query);

/// One line of it.
[[nodiscard]] TrustedIssuer line_of(const app::Services& services, const IssuerKeyRow& row);

}  // namespace jianghui::certificates
