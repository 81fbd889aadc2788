#pragma once
// Verifies a certificate from files alone: no database, no network, no clock. Pure; ui/verify.ts
// does the same and is tested with the same files.

#include "features/certificates/credential.hpp"
#include "features/certificates/data_integrity.hpp"

namespace jianghui::certificates {

/// What is verified, against what, as of when.
struct Asked {
    codec::json::value certificate;
    std::optional<codec::json::value> issuers;      ///< none: trust in the issuer is not checked
    std::vector<codec::json::value> statuses;       ///< none: status is not checked
    std::optional<std::string> root;                ///< a Multikey that must have signed `issuers`
    Instant at;
};

/// What a verification found. Without faults the certificate is what it says; what was not checked
/// is said beside it.
struct Verdict {
    bool verified = false;  ///< no fault
    std::vector<Error> faults;
    std::string register_id;
    std::string title;   ///< of the register, Chinese
    std::string number;
    std::string holder;
    std::string place;   ///< issuing place
    std::string issuer;  ///< its name
    std::optional<Instant> signed_at;
    std::string digest;  ///< of credentialSubject, as in a QR code
    bool issuers_checked = false;
    std::optional<std::string> root;            ///< Multikey (P-256) that signed the list of issuers
    bool root_compared = false;                 ///< with the one that was expected
    bool status_checked = false;
    std::optional<Instant> status_as_of;        ///< of the oldest list used
};

/// Finds every fault. A document that is no certificate has the one fault certificate_malformed.
[[nodiscard]] Verdict verify(const Asked& asked);

/// The lists in a status file: one credential, or an array of them.
[[nodiscard]] std::vector<codec::json::value> lists_of(const codec::json::value& file);

}  // namespace jianghui::certificates
