// What an investigation must have in hand before somebody is burdened: the evidence that the violation asks for, or a
// recorded reason; and every file of the case still as it was handed in.

#include <gtest/gtest.h>

#include "engine/crypto/crypto.hpp"
#include "engine/procedures/looking.hpp"
#include "features/cases/model.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::cases {
namespace evidence_test {

using access::Caller;
using access::Role;
using Answer = test::TestApp::Answer;

const std::string paper = "%PDF-1.7 roster";
constexpr store::Statement put_content{"evidence.put_content",
                                       "UPDATE case_file_contents SET content = :content WHERE file_id = :file"};
constexpr const char* why = R"(,"evidence_gap":"用人单位已注销，无法取得单位陈述")";

struct Evidence : testing::Test {
    test::WorkingMarket market;
    Caller worker = market.accepted(market.grabbed(1)).caller;
    Caller one = market.caller(Role::inspector, {}, "510502");
    Caller two = market.caller(Role::inspector, {}, "510502");
    std::string papers;  ///< the complainant's file
    std::string id;

    Evidence() {
        papers = upload(worker);
        const auto opened = market.post(
            "/cases", worker,
            R"({"procedure":"complaint","values":{"source":"complaint","employer":")" +
                market.boss.organisation.text() +
                R"(","work_place":"510502","violation":"no_contract","since_on":"2026-11-01","workers":1,)"
                R"("facts":"没有签合同","papers":")" + papers + R"("}})",
            "complaint");
        id = opened.text("id");
        must(take("file", one,
                  R"({"officers":[{"name":"黄监察","certificate":"川监-0101"},{"name":"赵监察","certificate":"川监-0102"}],)"
                  R"("no_conflict":true})"));
    }
    std::string upload(const Caller& by) { return market.post("/case-files?name=a.pdf", by, paper).text("id"); }
    void upload_into_case(const Caller& by) {
        const auto answer = market.post("/case-files?name=b.pdf&case_id=" + id, by, paper);
        ASSERT_EQ(answer.status, 201) << answer.bytes;
    }
    Answer take(const char* step, const Caller& by, const std::string& values) {
        return market.post("/cases/" + id + "/steps/" + step, by, R"({"values":)" + values + "}");
    }
    void must(const Answer& answer) { ASSERT_EQ(answer.status, 200) << answer.bytes; }
    void collect(const std::string& kind) {
        must(take("add_evidence", one,
                  R"({"items":[{"kind":")" + kind + R"(","file":")" + upload(one) +
                      R"(","source":"人事部","collected_on":"2026-11-20","original":true,"officers":"黄监察、赵监察"}]})"));
    }
    Answer report(const std::string& more = "") {
        return take("report", one, R"({"facts":"未签合同属实","proposal":"rectify","legal_review":true)" + more + "}");
    }
    Answer decide(const std::string& violation, const std::string& more = "") {
        return take("decide", two,
                    R"({"violation":")" + violation + R"(","decision":"rectify","penalty":"no_penalty",)"
                    R"("basis":"《劳动合同法》第八十二条")" + more + "}");
    }
    void collect_all() {
        for (const auto* kind : {"work_start_proof", "roster", "employer_statement"}) collect(kind);
    }
    /// Investigated with all evidence, told, stated and heard: to be decided.
    void to_decide() {
        collect_all();
        must(report());
        must(take("notify", two, R"({"intended":"责令改正","facts":"未订立书面劳动合同"})"));
        must(take("state", market.boss, R"({"text":"正在补签","hearing":false})"));
        must(take("heard", one, R"({"opinion":"不影响认定"})"));
    }
    void put_bytes(const std::string& file, const std::string& bytes) {
        market.store().write([&](store::Transaction& transaction) {
            EXPECT_EQ(transaction.execute(put_content,
                                          store::arguments("file", *procedures::CaseFileId::parse(file), "content",
                                                           crypto::to_base64url(bytes))),
                      1);
            return true;
        });
    }
};

TEST_F(Evidence, AnInvestigationEndsWithWhatTheViolationAsksFor) {
    const auto none = report();
    EXPECT_EQ(none.status, 409);
    EXPECT_EQ(none.text("code"), "evidence_missing");
    EXPECT_NE(none.bytes.find("work_start_proof,roster,employer_statement"), std::string::npos) << none.bytes;
    EXPECT_NE(none.bytes.find("职工名册"), std::string::npos) << "named as the list names it: " << none.bytes;
    collect("work_start_proof");
    collect("roster");
    const auto some = report();
    EXPECT_EQ(some.text("code"), "evidence_missing");
    EXPECT_EQ(some.bytes.find("roster"), std::string::npos) << "what is there is not asked again: " << some.bytes;
    EXPECT_NE(some.bytes.find("employer_statement"), std::string::npos);
    EXPECT_EQ(some.text("path"), "/values/evidence_gap");
    collect("employer_statement");
    EXPECT_EQ(report().text("state"), "reported");
}

TEST_F(Evidence, OrWithAReasonThatStaysInTheRecord) {
    collect("work_start_proof");
    const auto reported = report(why);
    ASSERT_EQ(reported.text("state"), "reported") << reported.bytes;
    const auto kept = reported.body.at("timeline").as_array().back().at("values");
    EXPECT_EQ(kept.at("evidence_gap").as_string(), "用人单位已注销，无法取得单位陈述");
    const auto side = market.get("/cases/" + id, worker).body.at("timeline").as_array().back().at("values");
    EXPECT_FALSE(side.as_object().contains("evidence_gap")) << "for offices";
}

TEST_F(Evidence, ADecisionAsksForTheEvidenceOfWhatItFinds) {
    to_decide();
    const auto other = decide("overtime");
    EXPECT_EQ(other.text("code"), "evidence_missing") << other.bytes;
    EXPECT_NE(other.bytes.find("attendance,work_schedule,wage_structure,approval_rules"), std::string::npos)
        << other.bytes;
    EXPECT_EQ(decide("no_contract").text("state"), "decided");
}

TEST_F(Evidence, NobodyIsBurdenedWhileAFileOfTheCaseIsAltered) {
    to_decide();
    put_bytes(papers, paper + "!");
    const auto refused = decide("no_contract");
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.text("code"), "file_altered") << "though the decision names no file";
    EXPECT_NE(refused.bytes.find(papers), std::string::npos) << "it is named: " << refused.bytes;
    EXPECT_EQ(market.get("/cases/" + id, two).text("state"), "decision_due");
    market.clock().advance(std::chrono::seconds(6));
    market.app().run_due_jobs();
    const auto chain = market.store().read([&](const store::Reader& reader) {
        return procedures::custody_of(reader, *procedures::CaseFileId::parse(papers));
    });
    EXPECT_EQ(chain.back().act, procedures::FileAct::altered) << "and the case says so from then on";
    put_bytes(papers, paper);
    EXPECT_EQ(decide("no_contract").text("state"), "decided");
}

TEST_F(Evidence, AnAlteredFileHoldsUpNoStepThatBurdensNobody) {
    put_bytes(papers, paper + "!");
    collect_all();
    EXPECT_EQ(report().text("state"), "reported");
}

TEST_F(Evidence, InTheWriteLaneNoFileIsReadAndNothingRestsOnOneThatNobodyLookedAt) {
    to_decide();
    market.clock().advance(std::chrono::minutes(2));  // What earlier steps looked at is forgotten.
    const procedures::StepWanted wanted{
        "decide",
        codec::json::object{{"violation", "no_contract"}, {"decision", "rectify"}, {"penalty", "no_penalty"},
                            {"basis", "《劳动合同法》第八十二条"}},
        {}, {}};
    const auto take_in_lane = [&] {
        std::string code;
        market.store().write([&](store::Transaction& transaction) {
            app::Command command(transaction, two, market.clock().now(), market.app().services(),
                                 market.app().services().get<IdSource>());
            const auto row = procedures::find_case(command.db, *CaseId::parse(id));
            const auto taken = procedures::take(command, *row, wanted);
            code = taken ? taken->state : taken.error().code;
            return false;  // Undone.
        });
        return code;
    };
    const auto look = [&] {
        market.store().read([&](const store::Reader& reader) {
            procedures::look_before_step({reader, market.app().services(), market.clock().now()}, two,
                                         *procedures::find_case(reader, *CaseId::parse(id)), wanted);
            return true;
        });
    };
    EXPECT_EQ(take_in_lane(), "case_moved_on");
    look();
    EXPECT_EQ(take_in_lane(), "decided");
    put_bytes(papers, paper + "!");
    look();
    EXPECT_EQ(take_in_lane(), "file_altered");
    put_bytes(papers, paper);
    look();
    upload_into_case(one);
    EXPECT_EQ(take_in_lane(), "case_moved_on") << "an exhibit that came after the look";
}

}  // namespace evidence_test
}  // namespace jianghui::cases
