#pragma once
// The three documents that are signed: certificate, status list, list of issuers; W3C Verifiable
// Credentials 2.0 in JSON. Pure: built from what is handed in, without the time of asking.

#include <functional>
#include <set>

#include "engine/registers/entry.hpp"

namespace jianghui::certificates {

/// Who signs, as the document names it.
struct IssuerName {
    PlaceCode place;
    std::string name;
    std::string p256;  ///< Multikey: its did:key is the issuer's id
};

/// Whom the entry is about, as the audience may see it.
struct Holder {
    std::string kind;  ///< organisation, person, place
    std::string name;
    std::optional<std::string> credit_code;
    std::optional<std::string> place;
};

/// Purposes of status lists, in the order in which a certificate names them.
enum class Purpose { revocation, suspension, refresh };
BOOST_DESCRIBE_ENUM(Purpose, revocation, suspension, refresh)
inline constexpr Purpose purposes[] = {Purpose::revocation, Purpose::suspension, Purpose::refresh};

/// Where the status of a certificate stands: in the lists whose ids begin with `base`.
struct StatusPlace {
    std::string base;  ///< "https://HOST/api/v1/certificates/status/510500/1" or an URN
    std::int64_t index = 0;
};
/// The id of the list of that purpose.
[[nodiscard]] std::string list_id(const std::string& base, Purpose purpose);
/// The base of a list; `address` "https://HOST" or empty.
[[nodiscard]] std::string list_base(const std::string& address, const PlaceCode& place,
                                    std::int64_t list);

/// What the code of a field is called; the code itself when nobody knows.
using CodeTitle = std::function<Text(const registers::Field&, std::string_view code)>;

/// The certificate without proofs: the fields that the audience may read, never a sealed value.
[[nodiscard]] codec::json::object certificate_document(
    const registers::Register& definition, const registers::Entry& entry, std::int64_t content,
    registers::Audience audience, const Holder& holder, const IssuerName& issuer,
    const StatusPlace& status, const CodeTitle& title);

/// SM3 of the canonical form of credentialSubject, hexadecimal: what a QR code carries. "" when the
/// document has none.
[[nodiscard]] std::string subject_digest(const codec::json::object& document);

/// A bit that changed at some instant.
struct StatusChange {
    std::int64_t index = 0;
    Instant at;
    bool value = false;
};

/// A status list as of an instant without proofs: the changes up to then, in their order, and the
/// bits that follow from them.
[[nodiscard]] codec::json::object status_document(const std::string& base, Purpose purpose,
                                                  const std::vector<StatusChange>& changes,
                                                  const IssuerName& issuer, Instant as_of);

/// A line of the list of issuers.
struct TrustedIssuer {
    std::string place;  ///< a place code, or 000000: the deployment, which is no place
    std::string name;
    std::string sm2;   ///< Multikeys
    std::string p256;
    Instant since;
    std::optional<Instant> until;
    std::optional<Instant> distrusted_at;
    std::vector<std::string> registers;
};
BOOST_DESCRIBE_STRUCT(TrustedIssuer, (),
                      (place, name, sm2, p256, since, until, distrusted_at, registers))

/// The list of issuers without proofs.
[[nodiscard]] codec::json::object issuers_document(const std::vector<TrustedIssuer>& issuers,
                                                   const IssuerName& issuer, Instant as_of);

/// The last second of a day in China.
[[nodiscard]] Instant end_of(Date day);

}  // namespace jianghui::certificates
