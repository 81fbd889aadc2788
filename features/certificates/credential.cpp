#include "features/certificates/credential.hpp"

#include <fmt/format.h>

#include "engine/codec/canonical.hpp"
#include "engine/crypto/multikey.hpp"
#include "engine/crypto/sm3.hpp"
#include "features/certificates/bitstring.hpp"

namespace jianghui::certificates {
namespace {

namespace json = codec::json;

/// W3C's own terms, and ours without a context that would have to be fetched.
json::array context() {
    return {"https://www.w3.org/ns/credentials/v2", json::object{{"@vocab", "urn:jianghui:term:"}}};
}

std::string name_of(Purpose purpose) {
    return boost::describe::enum_to_string(purpose, "");
}

json::object issuer_of(const IssuerName& issuer) {
    return {{"id", crypto::did_of(issuer.p256)},
            {"name", issuer.name},
            {"place", issuer.place.text}};
}

json::object titled(const Text& text) { return {{"zh", text.zh}, {"en", text.en}}; }

json::array status_of(const StatusPlace& status) {
    json::array entries;
    for (const auto purpose : purposes) {
        const std::string list = list_id(status.base, purpose);
        entries.push_back(json::object{{"id", fmt::format("{}#{}", list, status.index)},
                                       {"type", "BitstringStatusListEntry"},
                                       {"statusPurpose", name_of(purpose)},
                                       {"statusListIndex", std::to_string(status.index)},
                                       {"statusListCredential", list}});
    }
    return entries;
}

json::object holder_of(const Holder& holder) {
    json::object out{{"kind", holder.kind}, {"name", holder.name}};
    if (holder.credit_code) out["creditCode"] = *holder.credit_code;
    if (holder.place) out["place"] = *holder.place;
    return out;
}

/// What the codes of a value are called, for who has no tables; nothing for other values.
json::array shown_codes(const registers::Field& field, const json::value& value,
                        const CodeTitle& title) {
    using registers::FieldType;
    const auto type = field.type;
    json::array out;
    if (type != FieldType::code && type != FieldType::codes && type != FieldType::place &&
        type != FieldType::occupation && type != FieldType::industry)
        return out;
    const auto add = [&](const json::value& code) {
        if (code.is_string()) out.push_back(titled(title(field, std::string_view(code.get_string()))));
    };
    if (const auto* several = value.if_array()) {
        for (const auto& each : *several) add(each);
    } else {
        add(value);
    }
    return out;
}

json::array fields_of(const registers::Register& definition, const registers::Entry& entry,
                      registers::Audience audience, const CodeTitle& title) {
    json::array out;
    const auto* values = entry.values.if_object();
    if (values == nullptr) return out;
    const auto shown = registers::shown_to(definition.fields, *values, audience);
    for (const auto& field : definition.fields) {
        const auto* value = shown.if_contains(field.id.text);
        if (value == nullptr || value->is_null() || field.is_sealed()) continue;
        json::object line{
            {"field", field.id.text}, {"title", titled(field.title)}, {"value", *value}};
        if (auto codes = shown_codes(field, *value, title); !codes.empty())
            line["shown"] = std::move(codes);
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace

Instant end_of(Date day) { return start_of(add_days(day, 1)) - std::chrono::seconds(1); }

std::string list_id(const std::string& base, Purpose purpose) {
    return base + (base.starts_with("urn:") ? ":" : "/") + name_of(purpose);
}

std::string list_base(const std::string& address, const PlaceCode& place, std::int64_t list) {
    return address.empty()
               ? fmt::format("urn:jianghui:status:{}:{}", place.text, list)
               : fmt::format("{}/api/v1/certificates/status/{}/{}", address, place.text, list);
}

json::object certificate_document(const registers::Register& definition,
                                  const registers::Entry& entry, std::int64_t content,
                                  registers::Audience audience, const Holder& holder,
                                  const IssuerName& issuer, const StatusPlace& status,
                                  const CodeTitle& title) {
    const std::string seen = boost::describe::enum_to_string(audience, "");
    json::object subject{{"register", entry.register_id},
                         {"registerTitle", titled(definition.title)},
                         {"definitionVersion", entry.definition_version},
                         {"entry", entry.id.text()},
                         {"content", content},
                         {"number", entry.number},
                         {"issuingPlace", entry.place.text},
                         {"audience", seen},
                         {"holder", holder_of(holder)},
                         {"fields", fields_of(definition, entry, audience, title)}};
    json::object document{{"@context", context()},
                          {"id", fmt::format("urn:jianghui:entry:{}:{}:{}", entry.id.text(),
                                             content, seen)},
                          {"type", {"VerifiableCredential", "EntryCertificate"}},
                          {"name", definition.title.zh},
                          {"issuer", issuer_of(issuer)},
                          {"validFrom", instant_text(start_of(entry.valid_from_on))},
                          {"credentialStatus", status_of(status)},
                          {"credentialSubject", std::move(subject)}};
    if (entry.valid_to_on) document["validUntil"] = instant_text(end_of(*entry.valid_to_on));
    return document;
}

std::string subject_digest(const json::object& document) {
    const auto* subject = document.if_contains("credentialSubject");
    return subject != nullptr ? crypto::sm3(codec::canonical(*subject)).hex() : "";
}

json::object status_document(const std::string& base, Purpose purpose,
                             const std::vector<StatusChange>& changes, const IssuerName& issuer,
                             Instant as_of) {
    const std::string id = list_id(base, purpose);
    std::set<std::int64_t> bits;
    json::array named;
    for (const auto& change : changes) {
        if (change.at > as_of) continue;
        if (change.value) {
            bits.insert(change.index);
        } else {
            bits.erase(change.index);
        }
        named.push_back(json::object{{"index", std::to_string(change.index)},
                                     {"at", instant_text(change.at)},
                                     {"value", change.value}});
    }
    json::object subject{{"id", id + "#list"},
                         {"type", "BitstringStatusList"},
                         {"statusPurpose", name_of(purpose)},
                         {"encodedList", encoded_list(bits)},
                         {"changes", std::move(named)}};
    return {{"@context", context()},
            {"id", id},
            {"type", {"VerifiableCredential", "BitstringStatusListCredential"}},
            {"issuer", issuer_of(issuer)},
            {"validFrom", instant_text(as_of)},
            {"credentialSubject", std::move(subject)}};
}

json::object issuers_document(const std::vector<TrustedIssuer>& issuers, const IssuerName& issuer,
                              Instant as_of) {
    json::array lines;
    for (const auto& each : issuers) {
        json::array registers;
        for (const auto& id : each.registers) registers.emplace_back(id);
        json::object line{{"place", each.place},    {"name", each.name},
                          {"sm2", each.sm2},             {"p256", each.p256},
                          {"since", instant_text(each.since)},
                          {"registers", std::move(registers)}};
        if (each.until) line["until"] = instant_text(*each.until);
        if (each.distrusted_at) line["distrusted_at"] = instant_text(*each.distrusted_at);
        lines.push_back(std::move(line));
    }
    return {{"@context", context()},
            {"id", "urn:jianghui:issuers"},
            {"type", {"VerifiableCredential", "TrustedIssuerList"}},
            {"issuer", issuer_of(issuer)},
            {"validFrom", instant_text(as_of)},
            {"credentialSubject",
             json::object{{"id", "urn:jianghui:issuers#list"}, {"issuers", std::move(lines)}}}};
}

}  // namespace jianghui::certificates
