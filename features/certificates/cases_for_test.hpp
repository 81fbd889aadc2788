#pragma once
// Documents of invented places, signed with keys made for the purpose: what verify_test.cpp and
// ui/verify.test.ts both verify.

#include <fstream>
#include <sstream>

#include "engine/crypto/multikey.hpp"
#include "engine/registers/definition_file.hpp"
#include "features/certificates/verify.hpp"

namespace jianghui::certificates::test {

namespace json = codec::json;

inline std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline Instant at(const char* text) { return parse_instant(text).value(); }

inline KeyPair new_keys() {
    return {crypto::Sm2PrivateKey::generate(), crypto::P256PrivateKey::generate()};
}

inline IssuerName name_of(const char* place, const char* name, const KeyPair& keys) {
    return {PlaceCode{place}, name, crypto::multikey_of(keys.p256.public_key())};
}

inline TrustedIssuer line_of(const IssuerName& name, const KeyPair& keys, const char* since) {
    return {name.place.text, name.name, crypto::multikey_of(keys.sm2.public_key()), name.p256, at(since),
            std::nullopt, std::nullopt, {"hr_service_licence"}};
}

/// A small market of certificates.
struct World {
    KeyPair root = new_keys();
    KeyPair old_keys = new_keys();   ///< of Luzhou until 2026-11-20
    KeyPair present = new_keys();    ///< of Luzhou since
    KeyPair stolen = new_keys();     ///< of Zigong, distrusted
    KeyPair stranger = new_keys();
    registers::Register definition;
    registers::Entry entry;
    std::string base = "urn:jianghui:status:510500:1";
    IssuerName luzhou = name_of("510500", "泸州市", present);

    World() {
        const std::string text =
            file_text(std::string(SOURCE_FOLDER) + "/registers/hr_service_licence.toml");
        definition = registers::read_definition<registers::Register>(
                         text, "hr_service_licence.toml",
                         [](const auto&) { return std::vector<registers::Fault>(); })
                         .value();
        entry.id = registers::EntryId{4711};
        entry.register_id = "hr_service_licence";
        entry.place = PlaceCode{"510500"};
        entry.number = "(510500)人服证字[2026]第0001号";
        entry.valid_from_on = parse_date("2026-11-01").value();
        entry.valid_to_on = parse_date("2031-10-31").value();
        entry.values = json::parse(R"({"services":["recruit","search"],"premises":"江阳区酒城大道三段 8 号",
            "staff":6,"procedure_kind":"general","legal_representative":"王强"})");
    }

    [[nodiscard]] json::object document(std::int64_t index, const IssuerName& issuer,
                                        registers::Audience audience) const {
        return certificate_document(
            definition, entry, 1, audience,
            {"organisation", "泸州酒城人力资源有限公司", "91510502MA6ABCDE78", "510502"}, issuer,
            {base, index}, [](const registers::Field&, std::string_view code) {
                return Text{"（" + std::string(code) + "）", std::string(code)};
            });
    }
    [[nodiscard]] json::object certificate(std::int64_t index = 5) const {
        return secured(document(index, luzhou, registers::Audience::everybody), present,
                       at("2026-11-23T09:30:00+08:00"));
    }
    [[nodiscard]] json::object issuers() const {
        auto zigong = line_of(name_of("510300", "自贡市", stolen), stolen, "2026-01-01T00:00:00+08:00");
        zigong.until = zigong.distrusted_at = at("2026-11-22T00:00:00+08:00");
        auto former = line_of(name_of("510500", "泸州市", old_keys), old_keys,
                              "2026-01-01T00:00:00+08:00");
        former.until = at("2026-11-20T00:00:00+08:00");
        auto itself = line_of(name_of("000000", "江汇", root), root, "2026-01-01T00:00:00+08:00");
        itself.registers.clear();
        return secured(issuers_document({itself, zigong, former,
                                         line_of(luzhou, present, "2026-11-20T00:00:00+08:00")},
                                        name_of("000000", "江汇", root),
                                        at("2026-12-20T12:00:00+08:00")),
                       root, at("2026-12-20T12:00:00+08:00"));
    }
    /// Index 5: suspended from 1 to 5 December, revoked on the 10th. Index 7: superseded on the 2nd.
    [[nodiscard]] std::vector<StatusChange> changes(Purpose purpose) const {
        switch (purpose) {
            case Purpose::revocation: return {{5, at("2026-12-10T10:00:00+08:00"), true}};
            case Purpose::suspension:
                return {{5, at("2026-12-01T10:00:00+08:00"), true},
                        {5, at("2026-12-05T10:00:00+08:00"), false}};
            case Purpose::refresh: break;
        }
        return {{7, at("2026-12-02T10:00:00+08:00"), true}};
    }
    [[nodiscard]] json::array statuses(const KeyPair& keys, const IssuerName& issuer) const {
        json::array lists;
        for (const auto purpose : purposes)
            lists.push_back(secured(status_document(base, purpose, changes(purpose), issuer,
                                                    at("2026-12-20T12:00:00+08:00")),
                                    keys, at("2026-12-20T12:00:00+08:00")));
        return lists;
    }
    [[nodiscard]] json::array statuses() const { return statuses(present, luzhou); }
};

/// The codes of a verdict's faults, in their order.
inline std::vector<std::string> codes_of(const Verdict& verdict) {
    std::vector<std::string> codes;
    for (const auto& fault : verdict.faults) codes.push_back(fault.code);
    return codes;
}

/// Every single change of a value: characters, numbers, members taken, added and renamed, elements
/// taken, doubled and moved.
inline void each_change(json::value& root, json::value& value,
                        const std::function<void(const std::string&)>& changed,
                        const std::string& where = "") {
    const json::value before = value;
    const auto tell = [&](const char* what) {
        changed(where + " " + what);
        value = before;
    };
    if (auto* text = value.if_string()) {
        value = std::string(text->c_str()) + "x", tell("longer");
        if (!text->empty()) {
            value.as_string()[0] = value.as_string()[0] == 'q' ? 'r' : 'q';
            tell("first character");
        }
    } else if (value.is_int64() || value.is_uint64()) {
        value = value.to_number<std::int64_t>() + 1, tell("more");
        value = std::to_string(before.to_number<std::int64_t>()), tell("text instead");
    } else if (value.is_bool()) {
        value = !value.as_bool(), tell("turned");
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < before.as_array().size(); ++i) {
            value.as_array().erase(value.as_array().begin() + static_cast<std::ptrdiff_t>(i));
            tell("element taken");
            each_change(root, value.as_array()[i], changed, where + "/" + std::to_string(i));
        }
        value.as_array().push_back("x"), tell("element added");
        if (before.as_array().size() > 1 && before.as_array()[0] != before.as_array()[1]) {
            std::swap(value.as_array()[0], value.as_array()[1]);
            tell("elements moved");
        }
    } else if (value.is_object()) {
        for (const auto& member : before.as_object()) {
            const std::string name(member.key());
            if (where.empty() && name == "proof") continue;
            value.as_object().erase(name), tell("member taken");
            value.as_object()[name + "x"] = member.value();
            value.as_object().erase(name), tell("member renamed");
            each_change(root, value.as_object()[name], changed, where + "/" + name);
        }
        value.as_object()["extra"] = nullptr, tell("member added");
    }
}

}  // namespace jianghui::certificates::test
