#include "features/certificates/data_integrity.hpp"

#include "engine/codec/canonical.hpp"
#include "engine/crypto/base58.hpp"
#include "engine/crypto/multikey.hpp"
#include "engine/crypto/sha256.hpp"
#include "features/certificates/document_text.hpp"

namespace jianghui::certificates {
namespace {

namespace json = codec::json;

json::object without(const json::object& object, std::string_view member) {
    json::object rest = object;
    rest.erase(member);
    return rest;
}

json::object proof_options(const json::object& document, std::string_view suite,
                           const std::string& key, Instant created) {
    json::object options;
    options["type"] = "DataIntegrityProof";
    options["cryptosuite"] = suite;
    options["created"] = instant_text(std::chrono::floor<std::chrono::seconds>(created));
    options["verificationMethod"] = crypto::method_of(key);
    options["proofPurpose"] = "assertionMethod";
    if (const auto* context = document.if_contains("@context")) options["@context"] = *context;
    return options;
}

bool is_signed(std::string_view suite, const std::string& key, const std::string& message,
               std::string_view signature) {
    if (suite == suite_p256) {
        const auto p256 = crypto::p256_of(key);
        return p256 && p256->verifies(message, signature);
    }
    const auto sm2 = crypto::sm2_of(key);
    const auto read = crypto::Sm2Signature::from_raw(signature);
    return sm2 && read && sm2->verifies(message, *read);
}

/// The proof, or nothing when it is malformed.
std::optional<CheckedProof> checked(std::string_view suite, const json::object& document,
                                    const json::object& proof) {
    const auto key = crypto::multikey_of_method(text_at(proof, "verificationMethod"));
    const auto created = parse_instant(text_at(proof, "created"));
    const auto signature = crypto::from_base58btc(text_at(proof, "proofValue"));
    const auto* context = proof.if_contains("@context");
    const auto* of_document = document.if_contains("@context");
    if (text_at(proof, "type") != "DataIntegrityProof" ||
        text_at(proof, "proofPurpose") != "assertionMethod" || !key || !created || !signature ||
        (context != nullptr && (of_document == nullptr || *context != *of_document)))
        return std::nullopt;
    return CheckedProof{*key, *created,
                        is_signed(suite, *key,
                                  hash_data(suite, document, without(proof, "proofValue")),
                                  *signature)};
}

}  // namespace

std::string hash_data(std::string_view suite, const json::object& document,
                      const json::object& options) {
    const std::string one = codec::canonical(options);
    const std::string other = codec::canonical(document);
    if (suite == suite_p256)
        return std::string(crypto::sha256(one).raw()) + std::string(crypto::sha256(other).raw());
    return std::string(crypto::sm3(one).raw()) + std::string(crypto::sm3(other).raw());
}

json::object secured(json::object document, const KeyPair& keys, Instant created) {
    ASSERT(!document.contains("proof"));
    auto sm2 = proof_options(document, suite_sm2, crypto::multikey_of(keys.sm2.public_key()),
                             created);
    auto p256 = proof_options(document, suite_p256, crypto::multikey_of(keys.p256.public_key()),
                              created);
    sm2["proofValue"] = crypto::to_base58btc(
        keys.sm2.sign(hash_data(suite_sm2, document, sm2)).raw());
    p256["proofValue"] = crypto::to_base58btc(
        keys.p256.sign(hash_data(suite_p256, document, p256)));
    document["proof"] = json::array{std::move(sm2), std::move(p256)};
    return document;
}

std::optional<CheckedProofs> checked_proofs(const json::value& document) {
    const auto* object = document.if_object();
    const auto* proof = object != nullptr ? object->if_contains("proof") : nullptr;
    if (proof == nullptr) return std::nullopt;
    const json::object unsecured = without(*object, "proof");
    CheckedProofs found;
    const auto take = [&](const json::value& each) {
        const auto* one = each.if_object();
        if (one == nullptr) return false;
        const std::string suite = text_at(*one, "cryptosuite");
        if (suite != suite_sm2 && suite != suite_p256) return true;
        auto& place = suite == suite_sm2 ? found.sm2 : found.p256;
        if (place) return false;
        place = checked(suite, unsecured, *one);
        return place.has_value();
    };
    if (const auto* several = proof->if_array()) {
        for (const auto& each : *several)
            if (!take(each)) return std::nullopt;
    } else if (!take(*proof)) {
        return std::nullopt;
    }
    return found;
}

}  // namespace jianghui::certificates
