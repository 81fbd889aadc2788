// Signatures and verification, without a program around them.

#include "features/certificates/verify.hpp"

#include <cstdlib>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/crypto/base58.hpp"
#include "features/certificates/bitstring.hpp"
#include "features/certificates/cases_for_test.hpp"

namespace jianghui::certificates {
namespace verify_test {

using namespace test;
using Codes = std::vector<std::string>;

const World& world() {
    static const World made;
    return made;
}

std::string text(const json::value& value, std::string_view member) {
    return std::string(value.at(member).as_string());
}

TEST(DataIntegrity, SignsAndVerifiesTheW3cVectors) {
    const auto file = json::parse(file_text(std::string(PART_FOLDER) + "/testdata/w3c/ecdsa-jcs-2019-p256.json"));
    const auto key =
        crypto::P256PrivateKey::from_secret(crypto::from_hex(text(file, "secret")).value()).value();
    for (const auto& vector : file.at("vectors").as_array()) {
        const auto proofs = checked_proofs(vector.at("secured"));
        ASSERT_TRUE(proofs && proofs->p256) << text(vector, "title");
        EXPECT_TRUE(proofs->p256->whole);
        EXPECT_FALSE(proofs->sm2);
        EXPECT_EQ(proofs->p256->key, text(file, "publicKeyMultibase"));
        auto document = vector.at("secured").as_object();
        auto options = document.at("proof").as_object();
        const auto value = text(options, "proofValue");
        document.erase("proof");
        options.erase("proofValue");
        const auto data = hash_data(suite_p256, document, options);
        EXPECT_EQ(crypto::to_hex(data), text(vector, "proofHash") + text(vector, "documentHash"));
        EXPECT_EQ(crypto::to_hex(key.sign(data)), text(vector, "signature"));
        EXPECT_EQ(crypto::to_base58btc(key.sign(data)), value);
    }
}

TEST(DataIntegrity, RefusesProofsOfAnotherForm) {
    const json::value whole = world().certificate();
    ASSERT_TRUE(checked_proofs(whole));
    const auto bent = [&](const std::function<void(json::object&)>& change) {
        json::value document = whole;
        change(document.as_object()["proof"].as_array()[0].as_object());
        const auto proofs = checked_proofs(document);
        return proofs && proofs->sm2 && proofs->sm2->whole;
    };
    EXPECT_FALSE(bent([](auto& proof) { proof["type"] = "Ed25519Signature2020"; }));
    EXPECT_FALSE(bent([](auto& proof) { proof["proofPurpose"] = "authentication"; }));
    EXPECT_FALSE(bent([](auto& proof) { proof["created"] = "2026-11-23T09:30:01+08:00"; }));
    EXPECT_FALSE(bent([](auto& proof) { proof["created"] = "yesterday"; }));
    EXPECT_FALSE(bent([](auto& proof) { proof["@context"] = json::array(); }));
    EXPECT_FALSE(bent([](auto& proof) { proof.erase("@context"); }));
    EXPECT_FALSE(bent([](auto& proof) { proof["extra"] = 1; }));
    EXPECT_FALSE(bent([](auto& proof) { proof["proofValue"] = "z1"; }));
    EXPECT_FALSE(bent([](auto& proof) { proof["cryptosuite"] = suite_p256; })) << "two of a suite";
    EXPECT_TRUE(bent([](auto&) {}));
}

TEST(Bitstring, IsTheRecommendationsForm) {
    const auto empty = decoded_list(encoded_list({}));
    ASSERT_TRUE(empty);
    EXPECT_EQ(*empty, std::string(16'384, '\0'));
    // The recommendation's own example: an empty list, written by another program.
    EXPECT_EQ(decoded_list("uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"), empty);
    const auto some = decoded_list(encoded_list({0, 9, 131'071})).value();
    EXPECT_EQ(static_cast<unsigned char>(some[0]), 0x80);
    EXPECT_EQ(static_cast<unsigned char>(some[1]), 0x40);
    EXPECT_EQ(some.back(), 1);
    EXPECT_EQ(bit_at(some, 9), true);
    EXPECT_EQ(bit_at(some, 8), false);
    EXPECT_FALSE(bit_at(some, 131'072));
    for (const auto* wrong : {"", "u", "x", "uH4s", "zH4sIAAAAAAAAA"}) EXPECT_FALSE(decoded_list(wrong));
}

RC_GTEST_PROP(Bitstring, HasTheBitsThatWerePut, (const std::set<std::uint16_t>& bits)) {
    const auto bytes = decoded_list(encoded_list({bits.begin(), bits.end()})).value();
    bool is_same = true;
    for (std::int64_t i = 0; i < 65'536; ++i)
        is_same &= bit_at(bytes, i) == (bits.count(static_cast<std::uint16_t>(i)) > 0);
    RC_ASSERT(is_same);
}

Asked asked(json::value certificate, const char* when = "2026-11-23T12:00:00+08:00") {
    static const json::value issuers = world().issuers();
    static const json::array statuses = world().statuses();
    return {std::move(certificate), issuers, lists_of(statuses), std::nullopt, at(when)};
}

TEST(Verify, SaysWhatTheCertificateIs) {
    const auto verdict = verify(asked(world().certificate()));
    EXPECT_TRUE(verdict.verified) << codec::encode(codes_of(verdict));
    EXPECT_EQ(verdict.number, "(510500)人服证字[2026]第0001号");
    EXPECT_EQ(verdict.holder, "泸州酒城人力资源有限公司");
    EXPECT_EQ(verdict.issuer, "泸州市");
    EXPECT_TRUE(verdict.issuers_checked);
    EXPECT_TRUE(verdict.status_checked);
    EXPECT_FALSE(verdict.root_compared);
    EXPECT_EQ(verdict.status_as_of, at("2026-12-20T12:00:00+08:00"));
}

TEST(Verify, ShowsNothingBeyondTheAudience) {
    const auto open = json::serialize(world().certificate());
    EXPECT_EQ(open.find("staff"), std::string::npos);
    EXPECT_NE(open.find("premises"), std::string::npos);
    const auto parties =
        json::serialize(world().document(5, world().luzhou, registers::Audience::parties));
    EXPECT_NE(parties.find("staff"), std::string::npos);
    World sealed;
    sealed.definition.fields.front().sealed = true;
    EXPECT_EQ(json::serialize(sealed.document(5, sealed.luzhou, registers::Audience::officials))
                  .find("services"),
              std::string::npos)
        << "not even masked";
}

TEST(Verify, BothSignaturesBreakWithEveryChangeOfTheDocument) {
    const json::value whole = world().certificate();
    json::value document = whole;
    int changes = 0;
    each_change(document, document, [&](const std::string& what) {
        ++changes;
        const auto proofs = checked_proofs(document);
        // Another @context makes the proofs malformed; nothing may leave one of them whole.
        if (proofs && proofs->sm2) {
            EXPECT_FALSE(proofs->sm2->whole) << what;
        }
        if (proofs && proofs->p256) {
            EXPECT_FALSE(proofs->p256->whole) << what;
        }
        EXPECT_FALSE(verify(asked(document)).verified) << what;
    });
    EXPECT_EQ(document, whole);
    EXPECT_GT(changes, 150);
}

TEST(Verify, EveryChangeOfAListIsRefused) {
    json::value issuers = world().issuers();
    auto question = asked(world().certificate());
    each_change(issuers, issuers, [&](const std::string& what) {
        question.issuers = issuers;
        EXPECT_EQ(codes_of(verify(question)), Codes{"issuer_list_broken"}) << what;
    });
    question = asked(world().certificate());
    json::value list = question.statuses[1];
    each_change(list, list, [&](const std::string& what) {
        question.statuses[1] = list;
        EXPECT_FALSE(verify(question).verified) << what;
    });
}

RC_GTEST_PROP(Verify, AnyOtherByteOfTheFileIsRefused, ()) {
    static const std::string file = json::serialize(world().certificate());
    std::string bent = file;
    const auto at = *rc::gen::inRange<std::size_t>(0, file.size());
    const auto byte = *rc::gen::inRange<int>(1, 256);
    bent[at] = static_cast<char>(bent[at] ^ byte);
    const auto value = codec::parse(bent);
    if (!value || *value == json::parse(file)) return;
    RC_ASSERT(!verify(asked(*value)).verified);
}

/// What is verified and what must be found: the shared cases.
struct Case {
    std::string name;
    std::string certificate;
    std::optional<std::string> issuers;
    std::optional<std::string> status;
    std::optional<std::string> root;
    std::string at;
    Codes faults;
};
BOOST_DESCRIBE_STRUCT(Case, (), (name, certificate, issuers, status, root, at, faults))

json::object documents_of_world() {
    const auto& w = world();
    const auto early = [&](const KeyPair& keys, const IssuerName& issuer, const char* created) {
        return secured(w.document(5, issuer, registers::Audience::everybody), keys, at(created));
    };
    json::object changed = w.certificate();
    changed["name"] = "人力资源服务许可证（副本）";
    json::object one_broken = w.certificate();
    one_broken["proof"].as_array()[1].as_object()["proofValue"] =
        crypto::to_base58btc(w.present.p256.sign("something else"));
    json::object one_missing = w.certificate();
    one_missing["proof"].as_array().erase(one_missing["proof"].as_array().begin());
    json::object other_register = w.document(5, w.luzhou, registers::Audience::everybody);
    other_register["credentialSubject"].as_object()["register"] = "red_list";
    json::array bent_status = w.statuses();
    bent_status[0].as_object()["validFrom"] = "2027-01-01T00:00:00+08:00";
    json::object bent_issuers = w.issuers();
    bent_issuers["credentialSubject"].as_object()["issuers"].as_array().pop_back();
    World zigong = w;
    zigong.entry.place = PlaceCode{"510300"};
    const auto old_name = name_of("510500", "泸州市", w.old_keys);
    return {{"certificate", w.certificate()},
            {"superseded", w.certificate(7)},
            {"of_old_key", early(w.old_keys, old_name, "2026-11-10T09:30:00+08:00")},
            {"of_old_key_too_late", early(w.old_keys, old_name, "2026-11-23T09:30:00+08:00")},
            {"of_another_place", early(w.stolen, name_of("510300", "自贡市", w.stolen),
                                       "2026-11-10T09:30:00+08:00")},
            {"of_stolen_key", secured(zigong.document(5, name_of("510300", "自贡市", w.stolen),
                                                      registers::Audience::everybody),
                                      w.stolen, at("2026-11-10T09:30:00+08:00"))},
            {"of_stranger", early(w.stranger, name_of("510500", "泸州市", w.stranger),
                                  "2026-11-23T09:30:00+08:00")},
            {"changed", changed},
            {"one_signature_broken", one_broken},
            {"one_proof_missing", one_missing},
            {"other_register", secured(other_register, w.present, at("2026-11-23T09:30:00+08:00"))},
            {"no_certificate", json::object{{"type", "Something"}}},
            {"issuers", w.issuers()},
            {"issuers_changed", bent_issuers},
            {"status", w.statuses()},
            {"status_changed", bent_status},
            {"status_of_stranger",
             w.statuses(w.stranger, name_of("510500", "泸州市", w.stranger))},
            {"status_other", [&] {
                 World other;
                 other.base = "urn:jianghui:status:510500:2";
                 return other.statuses(w.present, w.luzhou);
             }()}};
}

std::vector<Case> cases_of_world() {
    const std::string day = "2026-11-23T12:00:00+08:00";
    const std::string root = crypto::multikey_of(world().root.p256.public_key());
    const std::string sm2_root = crypto::multikey_of(world().root.sm2.public_key());
    const std::string other = crypto::multikey_of(world().stranger.p256.public_key());
    const auto with = [&](const char* name, const char* certificate, Codes faults,
                          std::string when = "") {
        return Case{name,         certificate, "issuers", "status", std::nullopt,
                    when.empty() ? day : when, std::move(faults)};
    };
    auto cases = std::vector<Case>{
        with("holds", "certificate", {}),
        {"holds by itself", "certificate", std::nullopt, std::nullopt, std::nullopt, day, {}},
        {"root compared", "certificate", "issuers", "status", root, day, {}},
        {"root compared by SM2", "certificate", "issuers", "status", sm2_root, day, {}},
        {"another root", "certificate", "issuers", "status", other, day, {"issuer_list_broken"}},
        with("not yet valid", "certificate", {"certificate_early"}, "2026-10-31T23:59:59+08:00"),
        with("last second", "certificate", {"certificate_revoked"}, "2031-10-31T23:59:59+08:00"),
        with("expired and revoked", "certificate", {"certificate_expired", "certificate_revoked"},
             "2031-11-01T00:00:00+08:00"),
        with("suspended", "certificate", {"certificate_suspended"}, "2026-12-03T12:00:00+08:00"),
        with("restored", "certificate", {}, "2026-12-06T12:00:00+08:00"),
        with("revoked", "certificate", {"certificate_revoked"}, "2026-12-15T12:00:00+08:00"),
        with("superseded", "superseded", {"certificate_superseded"}, "2026-12-15T12:00:00+08:00"),
        with("before it was superseded", "superseded", {}),
        with("old key still verifies", "of_old_key", {}),
        with("old key used too late", "of_old_key_too_late", {"issuer_not_trusted_then"}),
        with("stranger's key", "of_stranger", {"issuer_not_trusted"}),
        with("another place's key", "of_another_place",
             {"issuer_not_trusted", "status_list_broken"}),
        {"distrusted key", "of_stolen_key", "issuers", std::nullopt, std::nullopt, day,
         {"issuer_distrusted"}},
        with("changed", "changed", {"certificate_changed"}),
        with("one signature broken", "one_signature_broken", {"signature_broken"}),
        with("one proof missing", "one_proof_missing", {"proof_missing"}),
        with("register not allowed", "other_register", {"issuer_register"}),
        with("no certificate", "no_certificate", {"certificate_malformed"}),
        {"issuers changed", "certificate", "issuers_changed", "status", std::nullopt, day,
         {"issuer_list_broken"}},
        {"status as issuers", "certificate", "certificate", "status", std::nullopt, day,
         {"issuer_list_broken"}},
        {"status changed", "certificate", "issuers", "status_changed", std::nullopt, day,
         {"status_list_broken"}},
        {"status of a stranger", "certificate", "issuers", "status_of_stranger", std::nullopt, day,
         {"status_list_broken"}},
        {"another status list", "certificate", "issuers", "status_other", std::nullopt, day,
         {"status_list_other"}}};
    return cases;
}

Asked asked_by(const Case& each, const json::object& documents) {
    Asked question;
    question.certificate = documents.at(each.certificate);
    if (each.issuers) question.issuers = documents.at(*each.issuers);
    if (each.status) question.statuses = lists_of(documents.at(*each.status));
    question.root = each.root;
    question.at = at(each.at.c_str());
    return question;
}

TEST(Cases, APythonProgramFindsTheSameSignatures) {
    if (std::system("python3 -c 'import cryptography' 2>/dev/null") != 0)
        GTEST_SKIP() << "python3 with the package cryptography is not here";
    const std::string folder = std::string(PART_FOLDER) + "/testdata/";
    EXPECT_EQ(std::system(("python3 " + folder + "check.py " + folder + "cases.json").c_str()), 0);
}

TEST(Cases, FreshOnesAreFoundAsExpected) {
    const auto documents = documents_of_world();
    for (const auto& each : cases_of_world())
        EXPECT_EQ(codes_of(verify(asked_by(each, documents))), each.faults) << each.name;
}

TEST(Cases, TheFileThatOthersReadIsFoundAsExpected) {
    const std::string path = std::string(PART_FOLDER) + "/testdata/cases.json";
    if (std::getenv("JIANGHUI_WRITE_TESTDATA") != nullptr) {
        std::ofstream out(path, std::ios::binary);
        out << R"({"documents":)" << json::serialize(documents_of_world()) << R"(,"cases":)"
            << codec::encode(cases_of_world()) << "}\n";
    }
    const auto file = json::parse(file_text(path));
    const auto& documents = file.at("documents").as_object();
    ASSERT_FALSE(file.at("cases").as_array().empty());
    for (const auto& line : file.at("cases").as_array()) {
        const auto each = codec::decode_value<Case>(line);
        ASSERT_TRUE(each);
        EXPECT_EQ(codes_of(verify(asked_by(*each, documents))), each->faults) << each->name;
    }
}

}  // namespace verify_test
}  // namespace jianghui::certificates
