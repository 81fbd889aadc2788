#pragma once
// Proofs over JSON documents as W3C Data Integrity 1.0 has them (docs/adr/0015): ecdsa-jcs-2019, and
// the same with the national algorithms, sm2-jcs-2026. Pure.

#include "engine/codec/codec.hpp"
#include "engine/crypto/p256.hpp"
#include "engine/crypto/sm2.hpp"

namespace jianghui::certificates {

inline constexpr std::string_view suite_sm2 = "sm2-jcs-2026";
inline constexpr std::string_view suite_p256 = "ecdsa-jcs-2019";

/// Both keys of an issuer.
struct KeyPair {
    crypto::Sm2PrivateKey sm2;
    crypto::P256PrivateKey p256;
};

/// What is signed: hash(proof options) ‖ hash(document), of their canonical forms, without
/// proofValue and proof; SHA-256 for ecdsa-jcs-2019, SM3 for sm2-jcs-2026.
[[nodiscard]] std::string hash_data(std::string_view suite, const codec::json::object& document,
                                    const codec::json::object& options);

/// The document with a set of two proofs, made at that second. Requires no proof in it.
[[nodiscard]] codec::json::object secured(codec::json::object document, const KeyPair& keys,
                                          Instant created);

/// One proof after a look at it.
struct CheckedProof {
    std::string key;  ///< the Multikey that it names
    Instant created;
    bool whole = false;  ///< it is this key's signature of this document
};
/// The proofs that this program knows; others are left alone, as W3C says.
struct CheckedProofs {
    std::optional<CheckedProof> sm2;
    std::optional<CheckedProof> p256;
};
/// Looks at every proof of the document. Nothing when there is none, or one of a known suite is
/// malformed: another type or purpose, no did:key, no date, a signature that is none, another
/// @context than the document's, or two of one suite.
[[nodiscard]] std::optional<CheckedProofs> checked_proofs(const codec::json::value& document);

}  // namespace jianghui::certificates
