#include "features/certificates/verify.hpp"

#include <algorithm>
#include <charconv>

#include "engine/crypto/multikey.hpp"
#include "features/certificates/bitstring.hpp"
#include "features/certificates/document_text.hpp"
#include "features/certificates/errors.hpp"

namespace jianghui::certificates {
namespace {

namespace json = codec::json;

constexpr std::string_view root_place = "000000";

const json::object* object_of(const json::object& object, std::string_view member) {
    const auto* found = object.if_contains(member);
    return found != nullptr ? found->if_object() : nullptr;
}

std::optional<Instant> instant_of(const json::object& object, std::string_view member) {
    return parse_instant(text_at(object, member));
}

bool has_type(const json::object& document, std::string_view type) {
    const auto* types = document.if_contains("type");
    if (types == nullptr || !types->is_array()) return false;
    for (const auto& each : types->get_array())
        if (each.is_string() && std::string_view(each.get_string()) == type) return true;
    return false;
}

std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

/// A signed document after a look at its form and proofs.
struct Looked {
    const json::object* document = nullptr;
    const json::object* issuer = nullptr;
    const json::object* subject = nullptr;
    std::optional<Instant> valid_from;
    CheckedProofs proofs;

    [[nodiscard]] std::string place() const { return text_at(*issuer, "place"); }
    /// Both signatures are there and are this document's, and the issuer's id is their key.
    [[nodiscard]] bool is_whole() const {
        return proofs.sm2 && proofs.p256 && proofs.sm2->whole && proofs.p256->whole &&
               names_its_key();
    }
    [[nodiscard]] bool names_its_key() const {
        return !proofs.p256 || text_at(*issuer, "id") == crypto::did_of(proofs.p256->key);
    }
};

/// Nothing when it is not a credential of that type.
std::optional<Looked> looked_at(const json::value& value, std::string_view type) {
    const auto* document = value.if_object();
    if (document == nullptr || !has_type(*document, type)) return std::nullopt;
    Looked looked{document, object_of(*document, "issuer"),
                  object_of(*document, "credentialSubject"), instant_of(*document, "validFrom"), {}};
    auto proofs = checked_proofs(value);
    if (looked.issuer == nullptr || looked.subject == nullptr || !looked.valid_from || !proofs)
        return std::nullopt;
    looked.proofs = std::move(*proofs);
    return looked;
}

std::optional<std::vector<TrustedIssuer>> issuers_of(const Looked& list) {
    const auto* lines = list.subject->if_contains("issuers");
    if (lines == nullptr || !lines->is_array()) return std::nullopt;
    std::vector<TrustedIssuer> issuers;
    for (const auto& line : lines->get_array()) {
        auto read = codec::decode_value<TrustedIssuer>(line);
        if (!read) return std::nullopt;
        issuers.push_back(std::move(*read));
    }
    return issuers;
}

class Verification {
  public:
    explicit Verification(const Asked& asked) : asked_(asked) {}

    Verdict run() {
        const auto looked = looked_at(asked_.certificate, "EntryCertificate");
        if (!looked || !describe(*looked)) {
            add(certificate_malformed);
            return std::move(verdict_);
        }
        check_signatures(*looked);
        read_issuers();
        check_issuer(*looked);
        check_dates(*looked);
        if (!asked_.statuses.empty()) check_status(*looked);
        verdict_.verified = verdict_.faults.empty();
        return std::move(verdict_);
    }

  private:
    void add(const ErrorCode& code) { verdict_.faults.push_back(error(code)); }
    void add(const ErrorCode& code, std::string fact, std::string value) {
        verdict_.faults.push_back(error(code).with(std::move(fact), std::move(value)));
    }

    /// What the verdict says of the document; false when a member that it needs is missing.
    bool describe(const Looked& looked) {
        const auto* holder = object_of(*looked.subject, "holder");
        const auto* title = object_of(*looked.subject, "registerTitle");
        const auto* until = looked.document->if_contains("validUntil");
        if (holder == nullptr || title == nullptr ||
            (until != nullptr && !instant_of(*looked.document, "validUntil")))
            return false;
        verdict_.register_id = text_at(*looked.subject, "register");
        verdict_.title = text_at(*title, "zh");
        verdict_.number = text_at(*looked.subject, "number");
        verdict_.holder = text_at(*holder, "name");
        verdict_.place = looked.place();
        verdict_.issuer = text_at(*looked.issuer, "name");
        if (looked.proofs.p256) verdict_.signed_at = looked.proofs.p256->created;
        verdict_.digest = subject_digest(*looked.document);
        return !verdict_.register_id.empty() && !verdict_.place.empty();
    }

    void check_signatures(const Looked& looked) {
        const auto& [sm2, p256] = looked.proofs;
        if (!sm2) add(proof_missing, "cryptosuite", std::string(suite_sm2));
        if (!p256) add(proof_missing, "cryptosuite", std::string(suite_p256));
        const bool sm2_broken = sm2 && !sm2->whole;
        const bool p256_broken = p256 && !p256->whole;
        if ((sm2_broken && p256_broken) || (sm2_broken && !p256) || (p256_broken && !sm2)) {
            add(certificate_changed);
        } else if (sm2_broken || p256_broken) {
            add(signature_broken, "cryptosuite",
                std::string(sm2_broken ? suite_sm2 : suite_p256));
        }
    }

    void read_issuers() {
        if (!asked_.issuers) return;
        const auto list = looked_at(*asked_.issuers, "TrustedIssuerList");
        auto issuers = list ? issuers_of(*list) : std::nullopt;
        if (!issuers || !list->is_whole() || list->place() != root_place ||
            (asked_.root && *asked_.root != list->proofs.p256->key &&
             *asked_.root != list->proofs.sm2->key)) {
            add(issuer_list_broken);
            return;
        }
        issuers_ = std::move(issuers);
        verdict_.issuers_checked = true;
        verdict_.root = list->proofs.p256->key;
        verdict_.root_compared = asked_.root.has_value();
    }

    [[nodiscard]] const TrustedIssuer* line_of(const Looked& looked) const {
        const auto& [sm2, p256] = looked.proofs;
        for (const auto& each : *issuers_)
            if (each.place == looked.place() && (!sm2 || each.sm2 == sm2->key) &&
                (!p256 || each.p256 == p256->key))
                return &each;
        return nullptr;
    }

    /// Why the list of issuers does not vouch for the signatures of the document; nullptr when it
    /// does.
    [[nodiscard]] const ErrorCode* distrust_of(const Looked& looked) const {
        const auto* line = line_of(looked);
        if (line == nullptr) return &issuer_not_trusted;
        if (line->distrusted_at) return &issuer_distrusted;
        for (const auto* proof : {&looked.proofs.sm2, &looked.proofs.p256})
            if (*proof && ((*proof)->created < line->since ||
                           (line->until && (*proof)->created > *line->until)))
                return &issuer_not_trusted_then;
        return nullptr;
    }

    void check_issuer(const Looked& looked) {
        if (!looked.names_its_key() ||
            text_at(*looked.subject, "issuingPlace") != looked.place()) {
            add(issuer_not_trusted);
            return;
        }
        if (!issuers_) return;
        if (const auto* fault = distrust_of(looked)) {
            add(*fault, "place", looked.place());
            return;
        }
        const auto& may = line_of(looked)->registers;
        if (std::find(may.begin(), may.end(), verdict_.register_id) == may.end())
            add(issuer_register, "register", verdict_.register_id);
    }

    void check_dates(const Looked& looked) {
        const auto until = instant_of(*looked.document, "validUntil");
        if (asked_.at < *looked.valid_from)
            add(certificate_early, "valid_from", text_at(*looked.document, "validFrom"));
        if (until && asked_.at > *until)
            add(certificate_expired, "valid_until", text_at(*looked.document, "validUntil"));
    }

    void check_status(const Looked& looked) {
        const auto* entries = looked.document->if_contains("credentialStatus");
        bool missing = false;
        bool broken = entries == nullptr || !entries->is_array();
        for (const auto purpose : purposes) {
            if (broken) break;
            const auto* entry = entry_for(entries->get_array(), purpose);
            const auto* list = entry != nullptr ? list_for(*entry) : nullptr;
            if (list == nullptr) {
                missing = true;
                continue;
            }
            broken = !check_list(looked, *list, *entry, purpose);
        }
        if (missing) add(status_list_other);
        if (broken) add(status_list_broken);
        verdict_.status_checked = !missing && !broken;
    }

    static const json::object* entry_for(const json::array& entries, Purpose purpose) {
        for (const auto& each : entries)
            if (const auto* entry = each.if_object();
                entry != nullptr && text_at(*entry, "statusPurpose") ==
                                        boost::describe::enum_to_string(purpose, ""))
                return entry;
        return nullptr;
    }

    [[nodiscard]] const json::value* list_for(const json::object& entry) const {
        for (const auto& each : asked_.statuses)
            if (const auto* list = each.if_object();
                list != nullptr && text_at(*list, "id") == text_at(entry, "statusListCredential"))
                return &each;
        return nullptr;
    }

    /// False when the list is not one that counts; adds the fault that it tells of.
    bool check_list(const Looked& looked, const json::value& value, const json::object& entry,
                    Purpose purpose) {
        const auto list = looked_at(value, "BitstringStatusListCredential");
        const auto index = number_of(text_at(entry, "statusListIndex"));
        if (!list || !index || !list->is_whole() || list->place() != looked.place() ||
            (issuers_ && distrust_of(*list) != nullptr) ||
            text_at(*list->subject, "statusPurpose") !=
                boost::describe::enum_to_string(purpose, ""))
            return false;
        const auto bytes = decoded_list(text_at(*list->subject, "encodedList"));
        const auto bit = bytes ? bit_at(*bytes, *index) : std::nullopt;
        const auto* changes = list->subject->if_contains("changes");
        if (!bit || changes == nullptr || !changes->is_array()) return false;
        bool then = false;
        bool last = false;
        std::string since;
        for (const auto& each : changes->get_array()) {
            const auto* change = each.if_object();
            if (change == nullptr || number_of(text_at(*change, "index")) != index) continue;
            const auto at = instant_of(*change, "at");
            const auto* to = change->if_contains("value");
            if (!at || to == nullptr || !to->is_bool()) return false;
            last = to->get_bool();
            if (*at > asked_.at) continue;
            then = last;
            since = text_at(*change, "at");
        }
        if (last != *bit) return false;
        if (!verdict_.status_as_of || *list->valid_from < *verdict_.status_as_of)
            verdict_.status_as_of = list->valid_from;
        if (then) add(fault_of(purpose), "since", since);
        return true;
    }

    static const ErrorCode& fault_of(Purpose purpose) {
        switch (purpose) {
            case Purpose::revocation: return certificate_revoked;
            case Purpose::suspension: return certificate_suspended;
            case Purpose::refresh: break;
        }
        return certificate_superseded;
    }

    const Asked& asked_;
    Verdict verdict_;
    std::optional<std::vector<TrustedIssuer>> issuers_;
};

}  // namespace

Verdict verify(const Asked& asked) { return Verification(asked).run(); }

std::vector<json::value> lists_of(const json::value& file) {
    if (const auto* several = file.if_array())
        return {several->begin(), several->end()};
    return {file};
}

}  // namespace jianghui::certificates
