// Certificates from the entry to the verification, through the whole program.

#include <gtest/gtest.h>

#include "engine/qr/qr.hpp"
#include "engine/registers/catalogue.hpp"
#include "features/papers/api.hpp"
#include "features/certificates/issue.hpp"
#include "features/certificates/sheet.hpp"
#include "features/certificates/verify.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::certificates {
namespace certificates_test {

using test::WorkingMarket;
using Codes = std::vector<std::string>;
namespace json = codec::json;

struct Certificates : testing::Test {
    WorkingMarket market;
    access::Caller nobody;
    access::Caller office = market.caller(access::Role::official, {}, "510500");
    access::Caller administrator = market.caller(access::Role::security_administrator, {}, "510000");
    registers::EntryId entry = issued();

    std::shared_ptr<const registers::Register> licence() {
        return market.app().services().get<registers::Catalogue>().current("hr_service_licence").value();
    }
    registers::EntryId issued() {
        registers::NewEntry wanted;
        wanted.place = PlaceCode{"510500"};
        wanted.organisation = market.broker.organisation;
        wanted.valid_from_on = parse_date("2026-11-01").value();
        wanted.values = values("江阳区酒城大道三段 8 号");
        return market.act<registers::Entry>(office, [&](app::Command& command) {
            return registers::issue(command, *licence(), wanted);
        }).id;
    }
    static json::object values(const std::string& premises) {
        return {{"services", {"recruit", "search"}},
                {"premises", premises},
                {"staff", 6},
                {"procedure_kind", "general"},
                {"legal_representative", "王强"}};
    }
    void step(registers::EntryStep what) {
        later();
        (void)market.act<registers::Entry>(office, [&](app::Command& command) {
            return registers::take(command, entry, {what, registers::EntryReason::other, {}, {}});
        });
    }
    void record_address() {
        ASSERT_EQ(market.send(http::Method::put, "/certificates/address", administrator,
                              R"({"address":"https://jianghui.example"})")
                      .status,
                  200);
    }
    void later() { market.clock().advance(std::chrono::minutes(10)); }
    std::string target(const std::string& more = "") {
        return "/entries/" + entry.text() + "/certificate" + more;
    }
    json::value certificate(const access::Caller& who) {
        const auto answer = market.get(target(), who);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return answer.body;
    }
    Verdict verdict(const json::value& document) {
        Asked asked;
        asked.certificate = document;
        asked.issuers = market.get("/certificates/issuers", nobody).body;
        asked.statuses = lists_of(market.get("/certificates/status/510500", nobody).body);
        asked.at = market.clock().now();
        return verify(asked);
    }
    Codes faults(const json::value& document) {
        Codes codes;
        for (const auto& fault : verdict(document).faults) codes.push_back(fault.code);
        return codes;
    }
};

TEST_F(Certificates, EverybodyHasWhatIsPublicAndThePartiesHaveMore) {
    const auto open = certificate(nobody);
    EXPECT_EQ(faults(open), Codes{});
    EXPECT_EQ(json::serialize(open).find("\"staff\""), std::string::npos);
    const auto own = certificate(market.broker);
    EXPECT_EQ(faults(own), Codes{});
    EXPECT_NE(json::serialize(own).find("\"staff\""), std::string::npos);
    EXPECT_NE(json::serialize(certificate(office)).find("\"staff\""), std::string::npos);
    EXPECT_EQ(market.get(target("?copy=parties"), nobody).text("code"), "certificate_audience");
    EXPECT_EQ(market.get(target("?copy=parties"), market.boss).status, 403);
    EXPECT_EQ(json::serialize(market.get(target("?copy=everybody"), market.broker).body).find("\"staff\""),
              std::string::npos);
    EXPECT_EQ(market.get("/entries/" + registers::EntryId{7}.text() + "/certificate", nobody).status, 404);
}

TEST_F(Certificates, TheVerdictSaysWhatWasChecked) {
    const auto found = verdict(certificate(nobody));
    EXPECT_TRUE(found.verified);
    EXPECT_TRUE(found.issuers_checked);
    EXPECT_TRUE(found.status_checked);
    EXPECT_EQ(found.issuer, "泸州市");
    EXPECT_EQ(found.digest, market.get(target("/qr"), nobody).text("digest"));
}

TEST_F(Certificates, SuspensionAndRevocationShowAtOnceAndForThePast) {
    const auto document = certificate(nobody);
    step(registers::EntryStep::suspend);
    EXPECT_EQ(faults(document), Codes{"certificate_suspended"});
    EXPECT_EQ(market.get(target(), nobody).text("code"), "entry_not_in_force");
    step(registers::EntryStep::restore);
    EXPECT_EQ(faults(document), Codes{});
    const Instant before = market.clock().now();
    step(registers::EntryStep::revoke);
    EXPECT_EQ(faults(document), Codes{"certificate_revoked"});
    Asked then;
    then.certificate = document;
    then.statuses = lists_of(market.get("/certificates/status/510500", nobody).body);
    then.at = before;
    EXPECT_TRUE(verify(then).verified) << "the same file answers for the past";
    market.clock().advance(std::chrono::hours(48));
    const auto list = market.get("/certificates/status/510500/1/revocation?on=2026-11-22", nobody);
    ASSERT_EQ(list.status, 200) << list.bytes;
    EXPECT_TRUE(list.body.at("credentialSubject").at("changes").as_array().empty())
        << "as it was before";
}

TEST_F(Certificates, NewContentSupersedesTheOldCertificate) {
    const auto former = certificate(nobody);
    later();
    (void)market.act<registers::Entry>(office, [&](app::Command& command) {
        registers::Change change;
        change.values = values("龙马潭区春晖路 2 号");
        return registers::change(command, *licence(), entry, change);
    });
    EXPECT_EQ(faults(former), Codes{"certificate_superseded"});
    EXPECT_EQ(faults(certificate(nobody)), Codes{});
}

TEST_F(Certificates, AnOldKeysCertificateStillHoldsUntilTheKeyIsDistrusted) {
    const auto former = certificate(nobody);
    later();
    EXPECT_EQ(market.post("/certificates/keys/510500/rotate", office).status, 403);
    const auto rotated = market.post("/certificates/keys/510500/rotate", administrator);
    ASSERT_EQ(rotated.status, 200) << rotated.bytes;
    EXPECT_EQ(rotated.number("number"), 2);
    later();
    const auto present = certificate(nobody);
    EXPECT_NE(former.at("issuer").at("id"), present.at("issuer").at("id"));
    EXPECT_EQ(faults(former), Codes{});
    EXPECT_EQ(faults(present), Codes{});
    ASSERT_EQ(market.post("/certificates/keys/510500/1/distrust", administrator).status, 200);
    EXPECT_EQ(faults(former), Codes{"issuer_distrusted"});
    EXPECT_EQ(faults(present), Codes{});
    EXPECT_EQ(market.post("/certificates/keys/510500/1/distrust", administrator).text("code"),
              "key_distrusted_already");
    EXPECT_EQ(market.post("/certificates/keys/510500/9/distrust", administrator).status, 404);
    EXPECT_EQ(market.post("/certificates/keys/999999/rotate", administrator).status, 400);
}

TEST_F(Certificates, TheKeyInUseIsReplacedWhenItIsDistrusted) {
    const auto former = certificate(nobody);
    later();
    ASSERT_EQ(market.post("/certificates/keys/510500/1/distrust", administrator).status, 200);
    EXPECT_EQ(faults(former), Codes{"issuer_distrusted"});
    EXPECT_EQ(faults(certificate(nobody)), Codes{});
    EXPECT_EQ(market.get("/certificates/keys", administrator).body.as_array().size(), 3u)
        << "two of Luzhou, one of the deployment";
    EXPECT_EQ(market.get("/certificates/keys", nobody).status, 401);
}

TEST_F(Certificates, ANewAddressBeginsANewList) {
    const auto by_urn = certificate(nobody);
    for (const auto* wrong : {"jianghui.example", "https://", "https://a/b", "ftp://a"})
        EXPECT_EQ(market.send(http::Method::put, "/certificates/address", administrator,
                              std::string(R"({"address":")") + wrong + R"("})")
                      .text("code"),
                  "address_malformed");
    record_address();
    later();
    (void)market.act<registers::Entry>(office, [&](app::Command& command) {
        registers::Change change;
        change.values = values("龙马潭区春晖路 2 号");
        return registers::change(command, *licence(), entry, change);
    });
    const auto by_url = certificate(nobody);
    EXPECT_EQ(by_url.at("credentialStatus").as_array()[0].at("statusListCredential").as_string(),
              "https://jianghui.example/api/v1/certificates/status/510500/2/revocation");
    EXPECT_EQ(faults(by_url), Codes{});
    EXPECT_EQ(faults(by_urn), Codes{"certificate_superseded"}) << "its list goes on";
}

TEST_F(Certificates, EachChangeOfTheAddressIsInTheJournalWithWhoMadeIt) {
    const auto put = [&](const std::string& address) {
        return market.send(http::Method::put, "/certificates/address", administrator,
                           R"({"address":")" + address + R"("})").status;
    };
    record_address();
    record_address();  // The same again changes nothing.
    EXPECT_EQ(put("https://b.example:8443"), 200);
    EXPECT_NE(put("https://b.example/path"), 200);
    std::vector<std::string> said;
    market.store().read([&](store::Reader& reader) {
        for (const auto& event : journal::after(reader, 0, 10'000))
            if (event.kind == "public_address.recorded") {
                EXPECT_TRUE(event.actor == administrator.account);
                said.push_back(json::serialize(event.data));
            }
    });
    EXPECT_EQ(said, (std::vector<std::string>{R"({"address":"https://jianghui.example","before":null})",
                                              R"({"address":"https://b.example:8443","before":"https://jianghui.example"})"}));
}

TEST_F(Certificates, WithoutARecordedAddressPaperHasNoLinkWhateverTheCallerSays) {
    const auto link = [&] {
        return market.store().read([](store::Reader& reader) {
            return papers::paper_link(reader, "/lists/1", "扫码查看清单原件");
        });
    };
    const auto answer = market.get(target("/qr?copy=everybody"), market.broker);
    EXPECT_EQ(answer.text("payload"), "") << "not even the host that was asked";
    EXPECT_EQ(answer.text("svg"), "");
    EXPECT_EQ(answer.text("digest").size(), 64U);
    EXPECT_EQ(link().address, "");
    EXPECT_NE(link().beside.find("尚未登记公开网址"), std::string::npos);
    const auto document = certificate(nobody).as_object();
    const auto sheet = sheet_of(document, *licence(), "泸州市人力资源和社会保障局", {},
                                [](const registers::Field&, const json::value&) { return "…"; });
    EXPECT_EQ(sheet.check, "");
    ASSERT_EQ(sheet.foot.size(), 2U);
    EXPECT_NE(sheet.foot[0].find("尚未登记公开网址"), std::string::npos);
    EXPECT_EQ(sheet.foot[0].find("扫码"), std::string::npos);
    EXPECT_TRUE(market.get(target("/sheet"), market.broker).bytes.starts_with("%PDF-"));
    record_address();
    EXPECT_EQ(link().address, "https://jianghui.example/lists/1");
    EXPECT_EQ(link().beside, "扫码查看清单原件");
    EXPECT_TRUE(market.get(target("/qr?copy=everybody"), market.broker)
                    .text("payload").starts_with("https://jianghui.example/certificates/verify#"));
}

TEST_F(Certificates, TheQrCodeHoldsALinkAndADigestOnly) {
    record_address();
    const auto answer = market.get(target("/qr?copy=everybody"), market.broker);
    ASSERT_EQ(answer.status, 200) << answer.bytes;
    const std::string payload = answer.text("payload");
    EXPECT_NE(payload.find("/certificates/verify#entry=" + entry.text()), std::string::npos);
    EXPECT_NE(payload.find(answer.text("digest")), std::string::npos);
    EXPECT_TRUE(answer.text("svg").starts_with("<svg "));
    EXPECT_LT(payload.size(), 400u);
}

TEST_F(Certificates, TheSheetIsPrintedWithWhatItsCopyHolds) {
    const auto whole = market.get(target("/sheet"), market.broker);
    ASSERT_EQ(whole.status, 200) << whole.bytes;
    EXPECT_TRUE(whole.bytes.starts_with("%PDF-"));
    EXPECT_GT(whole.bytes.size(), 2000u);
    EXPECT_NE(whole.bytes, market.get(target("/sheet?copy=everybody"), market.broker).bytes);
    EXPECT_EQ(market.get(target("/sheet?copy=parties"), nobody).text("code"), "certificate_audience");
    step(registers::EntryStep::suspend);
    EXPECT_EQ(market.get(target("/sheet"), market.broker).text("code"), "entry_not_in_force");
}

TEST_F(Certificates, TheSheetSaysWhatTheSignedFileSays) {
    record_address();
    const auto document = certificate(nobody).as_object();
    const std::string address = "https://jianghui.example";
    const auto sheet = sheet_of(document, *licence(), "泸州市人力资源和社会保障局",
                                {address, check_link(address, document)},
                                [](const registers::Field&, const json::value& value) {
                                    return value.is_string() ? std::string(value.get_string()) : "…";
                                });
    const auto fact = [&](const std::string& name) {
        for (const auto& [known, text] : sheet.facts)
            if (known == name) return text;
        return std::string();
    };
    EXPECT_EQ(sheet.title, "人力资源服务许可证");
    EXPECT_EQ(sheet.number, document.at("credentialSubject").at("number").as_string());
    EXPECT_EQ(fact("签发机关"), "泸州市人力资源和社会保障局");
    EXPECT_EQ(fact("经营场所"), "江阳区酒城大道三段 8 号");
    EXPECT_TRUE(fact("有效期").starts_with("2026年11月1日 至 ")) << fact("有效期");
    EXPECT_FALSE(fact("持证单位").empty());
    for (const auto& [name, text] : sheet.facts) EXPECT_FALSE(text.empty()) << name;
    // The code is what the verifying page reads (ui/kept_lists.ts), and what …/qr shows.
    EXPECT_EQ(sheet.check, address + "/certificates/verify#entry=" + entry.text() + "&number=" +
                               http::percent_encode(sheet.number) + "&digest=" +
                               subject_digest(document));
    EXPECT_TRUE(qr::modules(sheet.check).has_value());
    EXPECT_EQ(status_link(address, document),
              address + "/api/v1/certificates/status/510500/1/revocation");
    const auto payload = market.get(target("/qr?copy=everybody"), market.broker).text("payload");
    EXPECT_EQ(payload.substr(payload.find('/', 8)), sheet.check.substr(address.size()));
    const auto pdf = pdf_of(sheet);
    ASSERT_TRUE(pdf.has_value());
    EXPECT_EQ(*pdf, *pdf_of(sheet)) << "the same sheet, the same bytes";
    auto other = sheet;
    other.number += "x";
    EXPECT_NE(*pdf, *pdf_of(other));
}

TEST_F(Certificates, OwnOnesAreListed) {
    const auto own = market.get("/certificates/mine", market.broker).body.as_array();
    // Beside those that the market's agency has from the beginning.
    const auto mine = std::find_if(own.begin(), own.end(), [&](const json::value& one) {
        return one.at("entry").as_string() == entry.text();
    });
    ASSERT_NE(mine, own.end());
    EXPECT_TRUE(mine->at("in_force").as_bool());
    EXPECT_TRUE(market.get("/certificates/mine", market.boss).body.as_array().empty());
    EXPECT_EQ(market.get("/certificates/mine", nobody).status, 401);
}

TEST_F(Certificates, UnknownPlacesAndListsAreSaid) {
    EXPECT_EQ(market.get("/certificates/status/510500/9/revocation", nobody).status, 404);
    EXPECT_TRUE(market.get("/certificates/status/510300", nobody).body.as_array().empty());
}

TEST_F(Certificates, KeysOutliveAProcess) {
    const auto former = certificate(nobody);
    market.restart();
    EXPECT_EQ(faults(former), Codes{});
    EXPECT_EQ(certificate(nobody).at("issuer"), former.at("issuer"));
}

}  // namespace certificates_test
}  // namespace jianghui::certificates
