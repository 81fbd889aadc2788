// The custody of files as a specification: every act is a link, altered bytes do not leave and bind nothing, and
// nobody reads without right.

#include <gtest/gtest.h>

#include "engine/crypto/crypto.hpp"
#include "engine/journal/seal.hpp"
#include "engine/procedures/forgetting.hpp"
#include "features/cases/custody.hpp"
#include "tests/support/licence_application.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::cases {
namespace custody_test {

using access::Role;

const std::string paper = "%PDF-1.7 wages";
constexpr store::Statement put_content{"custody.put_content",
                                       "UPDATE case_file_contents SET content = :content WHERE file_id = :file"};
constexpr store::Statement put_digest{"custody.put_digest",
                                      "UPDATE case_files SET digest = :digest WHERE id = :file"};
constexpr store::Statement delete_content{"custody.delete_content",
                                          "DELETE FROM case_file_contents WHERE file_id = :file"};

struct Custody : testing::Test {
    test::WorkingMarket market;
    access::Caller agency = market.agency("510502");
    access::Caller stranger = market.agency("510502");
    access::Caller handler = market.caller(Role::official, {}, "510502");
    access::Caller inspector = market.caller(Role::inspector, {}, "510502");
    access::Caller asked = market.caller(Role::inspector, {}, "500116");
    access::Caller elsewhere = market.caller(Role::inspector, {}, "511502");
    int keys = 0;

    std::string upload(const access::Caller& by, const std::string& more = "") {
        const auto answer = market.post("/case-files?name=a.pdf" + more, by, paper);
        EXPECT_EQ(answer.status, 201) << answer.bytes;
        return answer.text("id");
    }
    test::TestApp::Answer open(const access::Caller& by, const std::string& procedure,
                               const std::string& values) {
        return market.post("/cases", by, R"({"procedure":")" + procedure + R"(","values":)" + values + "}",
                           "k" + std::to_string(++keys));
    }
    test::TestApp::Answer open_licence(const std::string& file) {
        return open(agency, "hr_service_licence_grant", test::licence_application(file));
    }
    test::TestApp::Answer read(const std::string& file, const access::Caller& by) {
        return market.get("/case-files/" + file, by);
    }
    test::TestApp::Answer custody(const std::string& id, const access::Caller& by) {
        return market.get("/cases/" + id + "/custody", by);
    }
    /// The acts of a file as the reader sees them, in one line.
    std::string acts(const std::string& id, const access::Caller& by, std::size_t file = 0) {
        const auto answer = custody(id, by);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        std::string all;
        for (const auto& act : answer.body.at("files").at(file).at("acts").as_array())
            all += (all.empty() ? "" : " ") + std::string(act.at("act").as_string());
        return all;
    }
    /// What somebody with the database in hand does.
    void tamper(const store::Statement& statement, const store::Arguments& with) {
        market.store().write([&](store::Transaction& transaction) {
            EXPECT_EQ(transaction.execute(statement, with), 1);
            return true;
        });
    }
    void put_bytes(const std::string& file, const std::string& bytes) {
        tamper(put_content, store::arguments("file", *procedures::CaseFileId::parse(file), "content",
                                             crypto::to_base64url(bytes)));
    }
};

TEST_F(Custody, EveryActOnAFileIsALinkOfItsChain) {
    const auto file = upload(agency);
    const auto id = open_licence(file).text("id");
    EXPECT_EQ(read(file, handler).bytes, paper);
    EXPECT_EQ(acts(id, handler), "uploaded bound read");
    const auto seen = custody(id, handler).body.at("files").at(0);
    EXPECT_EQ(seen.at("digest").as_string(), crypto::sm3(paper).hex());
    EXPECT_FALSE(seen.at("altered").as_bool());
    const auto& links = seen.at("acts").as_array();
    EXPECT_EQ(links.at(1).at("step_title").at("zh").as_string(), "发起");
    EXPECT_EQ(links.at(1).at("by").as_string(), "applicant");
    EXPECT_EQ(links.at(2).at("by").as_string(), "official");
    EXPECT_EQ(links.at(2).at("by_name").as_string(), handler.account.text());
    EXPECT_FALSE(links.at(2).at("office").is_null());
    EXPECT_LT(links.at(0).at("position").as_int64(), links.at(2).at("position").as_int64());
    const auto side = custody(id, agency).body.at("files").at(0).at("acts").at(2);
    EXPECT_TRUE(side.at("by_name").is_null()) << "a side knows the office, not the official";
    EXPECT_EQ(side.at("office"), links.at(2).at("office"));
}

TEST_F(Custody, EveryLinkIsProvedByTheSealedJournal) {
    const auto file = upload(agency);
    const auto id = open_licence(file).text("id");
    read(file, handler);
    const auto position = custody(id, agency).body.at("files").at(0).at("acts").at(2).at("position").as_int64();
    const auto at = "/cases/" + id + "/custody/" + std::to_string(position) + "/proof";
    EXPECT_EQ(market.get(at, agency).text("code"), "event_not_sealed");
    market.clock().advance(std::chrono::seconds(6));
    market.app().run_due_jobs();
    const auto proof = market.get(at, agency);
    ASSERT_EQ(proof.status, 200) << proof.bytes;
    const auto said = codec::decode<journal::Proof>(proof.bytes);
    ASSERT_TRUE(said);
    EXPECT_TRUE(journal::check_proof(*said));
    EXPECT_EQ(said->event.at("kind").as_string(), "case_file.read");
    EXPECT_EQ(said->event.at("data").at("digest").as_string(), crypto::sm3(paper).hex());
    EXPECT_EQ(proof.bytes.find("a.pdf"), std::string::npos) << "events hold no names";
    EXPECT_EQ(market.get(at, stranger).status, 404);
    const auto other = "/cases/" + id + "/custody/1/proof";
    EXPECT_EQ(market.get(other, agency).status, 404) << "no act on a file of this case";
}

TEST_F(Custody, AlteredBytesDoNotLeaveAndTheCaseSaysSo) {
    const auto file = upload(agency);
    const auto id = open_licence(file).text("id");
    put_bytes(file, paper + "!");
    const auto refused = read(file, handler);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.text("code"), "file_altered");
    EXPECT_EQ(read(file, agency).text("code"), "file_altered");
    EXPECT_EQ(acts(id, handler), "uploaded bound altered") << "found once, not read";
    const auto found = custody(id, handler).body.at("files").at(0);
    EXPECT_TRUE(found.at("altered").as_bool());
    EXPECT_EQ(found.at("acts").at(2).at("found").as_string(), crypto::sm3(paper + "!").hex());
    EXPECT_TRUE(market.get("/cases/" + id, agency).body.at("files").at(0).at("altered").as_bool());
    put_bytes(file, paper);
    EXPECT_EQ(read(file, handler).bytes, paper);
    EXPECT_EQ(acts(id, handler), "uploaded bound altered restored read");
    EXPECT_FALSE(market.get("/cases/" + id, agency).body.at("files").at(0).at("altered").as_bool());
}

TEST_F(Custody, ADigestChangedWithTheBytesDoesNotHelp) {
    const auto file = upload(agency);
    const auto id = open_licence(file).text("id");
    const std::string forged = "%PDF-1.7 nothing owed";
    put_bytes(file, forged);
    const auto which = *procedures::CaseFileId::parse(file);
    tamper(put_digest, store::arguments("file", which, "digest", crypto::sm3(forged).hex()));
    EXPECT_EQ(read(file, handler).text("code"), "file_altered") << "the journal knows the first digest";
    EXPECT_EQ(acts(id, handler), "uploaded bound altered");
    tamper(delete_content, store::arguments("file", which));
    EXPECT_EQ(read(file, handler).text("code"), "file_altered") << "nor do bytes that are gone";
}

TEST_F(Custody, AStepBindsNoAlteredFile) {
    const auto file = upload(agency);
    put_bytes(file, paper + "!");
    const auto refused = open_licence(file);
    EXPECT_EQ(refused.text("code"), "file_altered") << refused.bytes;
    EXPECT_EQ(refused.text("path"), "/values/articles");
    EXPECT_TRUE(market.get("/cases", agency).body.at("items").as_array().empty());
    market.clock().advance(std::chrono::seconds(6));
    market.app().run_due_jobs();
    const auto chain = market.store().read([&](const store::Reader& reader) {
        return procedures::custody_of(reader, *procedures::CaseFileId::parse(file));
    });
    ASSERT_EQ(chain.size(), 2u) << "what the refusal undid is recorded by the job";
    EXPECT_EQ(chain[1].act, procedures::FileAct::altered);
    EXPECT_FALSE(chain[1].account);
}

TEST_F(Custody, NobodyReadsItWithoutRight) {
    const auto id = open_licence(upload(agency)).text("id");
    const auto inner = upload(handler, "&audience=officials&case_id=" + id);
    EXPECT_EQ(custody(id, stranger).status, 404);
    EXPECT_EQ(custody(id, elsewhere).status, 404);
    EXPECT_EQ(custody(id, access::Caller{}).status, 401);
    EXPECT_EQ(custody(id, market.caller(Role::audit_administrator, {}, "")).status, 403);
    EXPECT_EQ(custody(id, handler).body.at("files").as_array().size(), 2u);
    const auto side = custody(id, agency);
    EXPECT_EQ(side.body.at("files").as_array().size(), 1u);
    EXPECT_EQ(side.bytes.find(inner), std::string::npos);
    EXPECT_EQ(acts(id, handler, 1), "uploaded");
}

TEST_F(Custody, AFileThatGoesToAnotherPlaceSaysWhere) {
    const auto opened =
        open(inspector, "assistance",
             R"({"to_place":"500116","case_number":"12","employer":"某公司","items":["investigate"],)"
             R"("basis":"协议","questions":"请核实","attachments":[{"title":"工资表","file":")" +
                 upload(inspector) + R"("}]})");
    ASSERT_EQ(opened.status, 201) << opened.bytes;
    const auto id = opened.text("id");
    EXPECT_EQ(acts(id, asked), "uploaded bound sent");
    const auto sent = custody(id, asked).body.at("files").at(0).at("acts").at(2);
    EXPECT_NE(std::string(sent.at("sent_to").as_string()).find("江津"), std::string::npos);
    EXPECT_EQ(read(opened.body.at("files").at(0).at("id").as_string().c_str(), asked).bytes, paper);
    EXPECT_EQ(acts(id, inspector), "uploaded bound sent read");
    const auto far = custody(id, inspector).body.at("files").at(0).at("acts").at(3);
    EXPECT_EQ(far.at("by").as_string(), "counterpart_inspector");
    upload(asked, "&case_id=" + id);
    EXPECT_EQ(acts(id, inspector, 1), "uploaded sent");
    const auto back = custody(id, inspector).body.at("files").at(1).at("acts").at(1);
    EXPECT_NE(std::string(back.at("sent_to").as_string()).find("江阳"), std::string::npos)
        << "what the counterpart hands in goes to who asked";
}

TEST_F(Custody, WhatIsForgottenIsGoneAndItsChainSaysWhen) {
    const auto share = market.grabbed(1);
    const auto worker = market.accepted(share).caller;
    const auto file = upload(worker);
    const auto opened =
        open(worker, "complaint",
             R"({"source":"complaint","employer":")" + market.boss.organisation.text() +
                 R"(","work_place":"510502","violation":"no_contract","since_on":"2026-11-01","workers":1,)"
                 R"("facts":"没有签合同","papers":")" + file + R"("})");
    ASSERT_EQ(opened.status, 201) << opened.bytes;
    const auto id = opened.text("id");
    EXPECT_EQ(market.post("/cases/" + id + "/steps/withdraw", worker).status, 200);
    market.act<Done>(access::Caller{}, [&](app::Command& command) -> Result<Done> {
        procedures::forget_closed_cases(command, worker.person);
        procedures::forget_closed_cases(command, worker.person);
        return Done{};
    });
    EXPECT_EQ(read(file, inspector).text("code"), "file_forgotten");
    EXPECT_EQ(acts(id, inspector), "uploaded bound forgotten");
}

}  // namespace custody_test
}  // namespace jianghui::cases
