// Cases as specifications: a licence from application to decision, what each side sees, papers, clocks.

#include <gtest/gtest.h>

#include "engine/journal/seal.hpp"
#include "features/cases/endpoints.hpp"
#include "features/cases/model.hpp"
#include "features/cases/timeliness.hpp"
#include "tests/support/licence_application.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::cases {
namespace cases_test {

namespace json = codec::json;
using access::Role;

struct Cases : testing::Test {
    test::WorkingMarket market;
    access::Caller agency = market.agency("510502");
    access::Caller stranger = market.agency("510502");
    access::Caller handler = market.caller(Role::official, {}, "510502");
    access::Caller approver = market.caller(Role::official, {}, "510502");
    access::Caller city = market.caller(Role::official, {}, "510500");
    access::Caller elsewhere = market.caller(Role::official, {}, "511502");
    int keys = 0;

    Cases() { market.go_to("2026-02-10T09:00:00+08:00"); }

    std::string file(const access::Caller& by, const std::string& bytes = "%PDF-1.7 x") {
        return market.post("/case-files?name=a.pdf", by, bytes).text("id");
    }
    std::string values(const access::Caller& by) {
        return test::licence_application(file(by));
    }
    test::TestApp::Answer open(const access::Caller& by, const std::string& more = "") {
        return market.post("/cases", by,
                           R"({"procedure":"hr_service_licence_grant","values":)" + values(by) + more + "}",
                           "k" + std::to_string(++keys));
    }
    test::TestApp::Answer take(const std::string& id, const char* step, const access::Caller& by,
                               const std::string& body = "{}") {
        return market.post("/cases/" + id + "/steps/" + step, by, body);
    }
    test::TestApp::Answer show(const std::string& id, const access::Caller& by) {
        return market.get("/cases/" + id, by);
    }
    /// Opened, accepted and reviewed.
    std::string reviewed() {
        const auto id = open(agency).text("id");
        EXPECT_EQ(take(id, "accept", handler).status, 200);
        const auto answer = take(id, "review", handler, R"({"values":{"opinion":"符合条件"}})");
        EXPECT_EQ(answer.text("state"), "reviewed") << answer.bytes;
        return id;
    }
    void ring() {
        EXPECT_TRUE(ring_clocks(market.app().services()));
    }
};

TEST_F(Cases, TheUsualStepIsSaid) {
    const auto id = open(agency).text("id");
    std::map<std::string, bool> usual;
    const auto shown = show(id, handler);
    for (const auto& step : shown.body.at("next").as_array())
        usual[std::string(step.at("step").as_string())] = step.at("usual").as_bool();
    EXPECT_TRUE(usual.at("accept"));
    EXPECT_FALSE(usual.at("require_supplement"));
    EXPECT_FALSE(usual.at("refuse_intake"));
}

/// Who answers for another office prints in her own office's name, in her own office's series.
TEST_F(Cases, ACounterpartPrintsInItsOwnName) {
    const auto asking = market.caller(Role::inspector, {}, "510502");
    const auto asked = market.caller(Role::inspector, {}, "500116");
    const auto opened = market.post(
        "/cases", asking,
        R"({"procedure":"assistance","values":{"to_place":"500116","case_number":"7","employer":"某酒业",)"
        R"("items":["investigate"],"basis":"合作协议","questions":"请核实"}})",
        "assistance-letter");
    ASSERT_EQ(opened.status, 201) << opened.bytes;
    const auto id = opened.text("id");
    EXPECT_EQ(take(id, "receive", asked).status, 200);
    const auto replied = take(id, "reply", asked, R"({"values":{"findings":"属实"}})");
    ASSERT_EQ(replied.status, 200) << replied.bytes;
    std::map<std::string, procedures::DocumentRow> papers;
    for (const auto& one : market.store().read([&](const store::Reader& reader) {
             return procedures::documents_of(reader, *CaseId::parse(id));
         }))
        papers[one.document] = one;
    const auto& letter = papers.at("letter");
    EXPECT_TRUE(letter.number.starts_with("510502")) << letter.number;
    EXPECT_NE(letter.text.find("江津区人力资源和社会保障局："), std::string::npos) << letter.text;
    const auto& reply = papers.at("reply");
    EXPECT_TRUE(reply.number.starts_with("500116")) << reply.number;
    EXPECT_NE(reply.authority.find("江津区"), std::string::npos) << reply.authority;
    EXPECT_NE(reply.text.find("江阳区人力资源和社会保障局："), std::string::npos) << reply.text;
}

TEST_F(Cases, ALicenceIsGrantedBySomebodyElse) {
    const auto opened = open(agency);
    ASSERT_EQ(opened.status, 201) << opened.bytes;
    const auto id = opened.text("id");
    EXPECT_EQ(opened.text("state"), "submitted");
    EXPECT_EQ(opened.text("place"), "510502");
    ASSERT_EQ(opened.body.at("clocks").as_array().size(), 1u);
    // 2026-02-10 and five working days over the Spring Festival.
    EXPECT_EQ(take(id, "accept", handler).text("state"), "accepted");
    EXPECT_EQ(take(id, "review", handler, R"({"values":{"opinion":"符合"}})").text("state"), "reviewed");
    EXPECT_EQ(take(id, "grant", handler).text("code"), "four_eyes");
    const auto granted = take(id, "grant", approver);
    ASSERT_EQ(granted.status, 200) << granted.bytes;
    EXPECT_EQ(granted.text("state"), "granted");
    EXPECT_FALSE(granted.body.at("closed_at").is_null());
    ASSERT_EQ(granted.body.at("entries").as_array().size(), 1u);
    const auto seen = show(id, agency);
    EXPECT_EQ(seen.body.at("timeline").as_array().size(), 4u);
    EXPECT_EQ(seen.body.at("documents").as_array().size(), 2u);
    EXPECT_TRUE(seen.body.at("next").as_array().empty());
    EXPECT_EQ(take(id, "withdraw", agency).text("code"), "case_closed");
    const auto entry = seen.body.at("entries").at(0).at("register_id").as_string();
    EXPECT_EQ(entry, "hr_service_licence");
}

TEST_F(Cases, EachSideSeesWhatItMay) {
    const auto id = reviewed();
    EXPECT_EQ(show(id, stranger).status, 404);
    EXPECT_EQ(show(id, elsewhere).status, 404);
    EXPECT_EQ(show(id, city).status, 200);
    EXPECT_EQ(take(id, "grant", stranger).status, 404);
    EXPECT_EQ(take(id, "grant", agency).text("code"), "step_not_yours");
    const auto office = show(id, handler).body.at("timeline").as_array().at(2);
    EXPECT_EQ(office.at("values").at("opinion").as_string(), "符合条件");
    const auto side = show(id, agency).body.at("timeline").as_array().at(2);
    EXPECT_FALSE(side.at("values").as_object().contains("opinion"));
    EXPECT_TRUE(side.at("by_name").is_null());
    const auto grant = show(id, handler).body.at("next").as_array().at(0);
    EXPECT_EQ(grant.at("blocked").at("code").as_string(), "four_eyes");
    EXPECT_EQ(market.get("/cases?my_turn=true", approver).body.at("items").as_array().size(), 1u);
    EXPECT_EQ(market.get("/cases", stranger).body.at("items").as_array().size(), 0u);
    EXPECT_EQ(market.get("/cases?open=true&sort=due", agency).body.at("items").as_array().size(), 1u);
}

TEST_F(Cases, FormsAreChecked) {
    const auto bad = market.post("/cases", agency,
                                 R"({"procedure":"hr_service_licence_grant","values":{"staff":1}})", "bad");
    EXPECT_EQ(bad.status, 400) << bad.bytes;
    EXPECT_EQ(market.post("/cases", agency, R"({"procedure":"licence","values":{}})", "b2").text("code"),
              "procedure_unknown");
    const auto worker = market.employer("510502");
    EXPECT_EQ(open(worker).text("code"), "opener_not_allowed");
    // Somebody else's file is no value.
    const auto foreign = R"({"procedure":"hr_service_licence_grant","values":)" + values(stranger) + "}";
    EXPECT_EQ(market.post("/cases", agency, foreign, "b3").text("code"), "file_unknown");
    const auto id = reviewed();
    EXPECT_EQ(take(id, "deny", approver).text("code"), "step_reason_missing");
    EXPECT_EQ(take(id, "accept", approver).text("code"), "step_not_now");
    EXPECT_EQ(take(id, "accpt", approver).text("code"), "step_unknown");
}

TEST_F(Cases, AnOfficeHelpsAndIsNamedAsSuch) {
    const auto more = R"(,"organisation":")" + agency.organisation.text() + "\"";
    const auto opened = open(handler, more);
    ASSERT_EQ(opened.status, 201) << opened.bytes;
    EXPECT_TRUE(opened.body.at("assisted").as_bool());
    const auto id = opened.text("id");
    const auto seen = show(id, agency);
    EXPECT_EQ(seen.text("relation"), "applicant");
    EXPECT_TRUE(seen.body.at("timeline").at(0).at("assisted").as_bool());
    EXPECT_FALSE(seen.text("assisted_by").empty());
    take(id, "accept", approver);
    take(id, "review", approver, R"({"values":{"opinion":"可"}})");
    EXPECT_EQ(take(id, "grant", handler).text("code"), "four_eyes") << "who helped does not approve";
}

TEST_F(Cases, TheIntakeClockRunsOverTheFestivalAndEndsOnce) {
    const auto id = open(agency).text("id");
    const auto begun = show(id, agency);
    EXPECT_EQ(begun.text("due_on"), "2026-02-24") << "of the clock that ends first";
    EXPECT_EQ(begun.text("unit"), "working") << "what its days left are counted in";
    const auto clock = begun.body.at("clocks").at(0);
    EXPECT_EQ(clock.at("clock").as_string(), "intake");
    EXPECT_EQ(clock.at("due_on").as_string(), "2026-02-24");  // 11, 12, 13, 14 (worked), 24
    market.go_to("2026-03-10T09:00:00+08:00");
    ring();
    ring();
    const auto seen = show(id, handler);
    EXPECT_EQ(seen.text("state"), "accepted");
    EXPECT_EQ(seen.body.at("timeline").as_array().size(), 2u);
    EXPECT_EQ(seen.body.at("timeline").at(1).at("by").as_string(), "clock");
}

TEST_F(Cases, AClockThatRunsIntoAYearWithoutKnownHolidaysSaysSo) {
    const auto known = open(agency);
    EXPECT_TRUE(known.body.at("clocks").at(0).at("without_holidays").is_null());
    market.go_to("2026-12-30T09:00:00+08:00");
    const auto into = open(market.agency("510502"));
    ASSERT_EQ(into.status, 201) << into.bytes;
    EXPECT_EQ(into.body.at("clocks").at(0).at("without_holidays").as_int64(), 2027);
}

TEST_F(Cases, AnOverdueDecisionIsToldToThePlaceAbove) {
    const auto id = reviewed();
    market.go_to("2026-06-01T09:00:00+08:00");
    ring();
    ring();
    const auto seen = show(id, handler);
    EXPECT_TRUE(seen.body.at("overdue").as_bool());
    const auto inbox = market.get("/inbox", city).bytes;
    EXPECT_NE(inbox.find("case.overdue"), std::string::npos) << inbox;
    const auto rows = market.get("/case-timeliness?place=510500", city);
    ASSERT_EQ(rows.body.as_array().size(), 1u) << rows.bytes;
    EXPECT_EQ(rows.body.at(0).at("overdue").as_int64(), 1);
}

TEST_F(Cases, PausesAndExtensionsMoveTheDecision) {
    const auto id = open(agency).text("id");
    take(id, "accept", handler);
    const auto due = [&] {
        const auto clocks = show(id, handler).body.at("clocks").as_array();
        return std::string(clocks.at(1).at("due_on").as_string());
    };
    const std::string before = due();
    take(id, "begin_special", handler, R"({"reason":"专家评审"})");
    EXPECT_EQ(show(id, handler).body.at("clocks").at(1).at("status").as_string(), "paused");
    market.go_to("2026-03-20T09:00:00+08:00");
    take(id, "end_special", handler);
    EXPECT_GT(due(), before);
    const std::string paused = due();
    const auto extended = take(id, "extend", approver, R"({"reason":"案情复杂"})");
    EXPECT_EQ(extended.status, 200) << extended.bytes;
    EXPECT_GT(due(), paused);
    const std::string once = due();
    take(id, "extend", approver, R"({"reason":"再延"})");
    EXPECT_EQ(due(), once) << "once only";
}

TEST_F(Cases, PapersAreKeptAndHandedOutAsAttachments) {
    const auto id = reviewed();
    take(id, "grant", approver);
    const auto document = show(id, agency).body.at("documents").at(1);
    const std::string which(document.at("id").as_string()), digest(document.at("digest").as_string());
    const auto pdf = market.get("/cases/" + id + "/documents/" + which, agency);
    EXPECT_EQ(pdf.status, 200);
    EXPECT_EQ(pdf.bytes.substr(0, 5), "%PDF-");
    EXPECT_EQ(pdf.bytes, market.get("/cases/" + id + "/documents/" + which, agency).bytes);
    EXPECT_EQ(market.get("/cases/" + id + "/documents/" + which, stranger).status, 404);
    const access::Caller nobody;
    const auto check = market.get("/case-documents/" + which + "?digest=" + digest, nobody);
    EXPECT_TRUE(check.body.at("genuine").as_bool()) << check.bytes;
    const auto forged =
        market.get("/case-documents/" + which + "?digest=" + std::string(64, 'a'), nobody);
    EXPECT_FALSE(forged.body.at("genuine").as_bool());
    EXPECT_TRUE(forged.body.at("number").is_null());
    // The program started in November: by then its tasks, and so the sealing, are due again.
    market.go_to("2026-11-24T09:00:00+08:00");
    market.app().run_due_jobs();
    const auto proof = market.get("/case-documents/" + which + "/proof?digest=" + digest, nobody);
    ASSERT_EQ(proof.status, 200) << proof.bytes;
    const auto read = codec::decode<journal::Proof>(proof.bytes);
    ASSERT_TRUE(read);
    EXPECT_TRUE(journal::check_proof(*read));
    EXPECT_EQ(read->event.at("data").at("digest").as_string(), digest);
    EXPECT_EQ(market.get("/case-documents/" + which + "/proof?digest=" + std::string(64, 'a'), nobody)
                  .status,
              404);
}

TEST_F(Cases, FilesAreLookedAtAndOnlyItsSidesHaveThem) {
    const auto id = open(agency).text("id");
    EXPECT_EQ(market.post("/case-files?name=a.pdf", agency, std::string("MZ\x90\0\x03", 5)).text("code"), "file_type_unknown");
    EXPECT_EQ(market.post("/case-files?name=a.pdf", agency, "").text("code"), "case_file_empty");
    EXPECT_EQ(market.post("/case-files?name=a.pdf", agency, "%PDF-" + std::string(11 << 20, 'x'))
                  .text("code"),
              "file_too_large");
    const auto added = market.post("/case-files?name=..%2F..%2Fx.pdf&case_id=" + id, handler,
                                   "%PDF-1.7 y");
    ASSERT_EQ(added.status, 201) << added.bytes;
    EXPECT_EQ(added.text("name"), "x.pdf");
    EXPECT_EQ(market.get("/case-files/" + added.text("id"), agency).bytes, "%PDF-1.7 y");
    EXPECT_EQ(market.get("/case-files/" + added.text("id"), stranger).status, 404);
    const auto secret = market.post("/case-files?name=b.pdf&audience=officials&case_id=" + id, handler,
                                    "%PDF-1.7 z");
    EXPECT_EQ(market.get("/case-files/" + secret.text("id"), agency).status, 404);
    EXPECT_EQ(show(id, agency).body.at("files").as_array().size(), 2u);
    EXPECT_EQ(show(id, handler).body.at("files").as_array().size(), 3u);
    // What nobody used is forgotten.
    const auto waiting = file(agency);
    market.clock().advance(std::chrono::hours(25));
    market.act<bool>(access::Caller{}, [](app::Command& command) {
        return procedures::forget_files(command, 100);
    });
    EXPECT_EQ(market.get("/case-files/" + waiting, agency).status, 404);
}

TEST_F(Cases, CommentsAndAssignment) {
    const auto id = open(agency).text("id");
    const auto at = "/cases/" + id + "/comments";
    EXPECT_EQ(market.post(at, handler, R"({"text":"内部意见","audience":"officials"})").status, 201);
    EXPECT_EQ(market.post(at, agency, R"({"text":"请尽快","audience":"officials"})").status, 201);
    EXPECT_EQ(market.post(at, stranger, R"({"text":"x","audience":"parties"})").status, 404);
    EXPECT_EQ(show(id, agency).body.at("comments").as_array().size(), 1u);
    EXPECT_EQ(show(id, handler).body.at("comments").as_array().size(), 2u);
    const auto foreign = market.post("/cases/" + id + "/assignment", handler,
                                     R"({"account":")" + elsewhere.account.text() + "\"}");
    EXPECT_EQ(foreign.text("code"), "officer_elsewhere");
    EXPECT_EQ(market.post("/cases/" + id + "/assignment", agency).status, 403);
    EXPECT_EQ(market.post("/cases/" + id + "/assignment", handler).status, 200);
}

TEST_F(Cases, AreFoundByTheNameOrCodeOfAnOrganisationAndByNumber) {
    const auto id = open(agency).text("id");
    const auto organisation = market.get("/organisations/" + agency.organisation.text(), agency);
    const auto found = [&](const std::string& q, const access::Caller& by, const std::string& more = "") {
        std::string escaped;
        for (const unsigned char byte : q) escaped += fmt::format("%{:02X}", byte);
        const auto answer = market.get("/cases?q=" + escaped + more, by);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return answer.bytes.find(id) != std::string::npos;
    };
    for (const auto& q : {organisation.text("name"), organisation.text("credit_code"), id}) {
        EXPECT_TRUE(found(q, handler)) << q;
        EXPECT_FALSE(found(q, stranger)) << "somebody else's: " << q;
    }
    EXPECT_TRUE(found(id, handler, "&open=true"));
    EXPECT_FALSE(found(id, handler, "&open=false"));
    EXPECT_FALSE(found("没有这一家", handler));
}

TEST_F(Cases, AKeyOpensOneCase) {
    const auto body = R"({"procedure":"hr_service_licence_grant","values":)" + values(agency) + "}";
    const auto first = market.post("/cases", agency, body, "same");
    const auto again = market.post("/cases", agency, body, "same");
    EXPECT_EQ(first.text("id"), again.text("id"));
    EXPECT_EQ(market.get("/cases", agency).body.at("items").as_array().size(), 1u);
}

TEST_F(Cases, ProceduresAreListedForEverybody) {
    const auto list = market.get("/procedures", access::Caller{});
    EXPECT_EQ(list.status, 200);
    EXPECT_FALSE(list.body.at("items").as_array().empty());
    const auto one = market.get("/procedures/hr_service_licence_grant", agency);
    EXPECT_TRUE(one.body.at("may_open").as_bool());
    EXPECT_EQ(one.body.at("opening").at("id").as_string(), "application");
    EXPECT_EQ(market.get("/procedures/none", agency).text("code"), "procedure_unknown");
}

TEST(Timeliness, CountsByProcedureAndPlace) {
    const auto at = [](const char* day) { return start_of(*parse_date(day)); };
    const Date from = *parse_date("2026-01-01"), to = *parse_date("2026-03-31");
    const std::vector<TimedCase> cases{
        {"a", {"510502"}, at("2026-01-05"), at("2026-01-15"), {}, false},
        {"a", {"510502"}, at("2026-01-05"), at("2026-01-25"), {}, true},
        {"a", {"510502"}, at("2026-02-01"), {}, *parse_date("2026-03-01"), false},
        {"a", {"510300"}, at("2025-12-01"), at("2026-01-01"), {}, false}};
    const auto rows = timeliness_of(cases, from, to, to);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].place.text, "510300");
    EXPECT_EQ(rows[0].opened, 0);
    EXPECT_EQ(rows[0].median_days, 31);
    EXPECT_EQ(rows[1].opened, 3);
    EXPECT_EQ(rows[1].closed, 2);
    EXPECT_EQ(rows[1].overdue, 1);
    EXPECT_EQ(rows[1].median_days, 10);
    EXPECT_EQ(rows[1].on_time_per_mille, 500);
}

TEST(Timeliness, TheWaitForTheCounterpartCountsThere) {
    const auto at = [](const char* day) { return start_of(*parse_date(day)); };
    CaseTimes times;
    times.procedure_id = "assistance";
    times.place = {"510502"};
    times.counterpart = PlaceCode{"500116"};
    times.opened_at = at("2026-01-05");
    times.due_on = *parse_date("2026-01-20");
    times.counterpart_late = true;
    const Date from = *parse_date("2026-01-01"), to = *parse_date("2026-02-28");
    // Sent on the 5th, answered on the 15th, more asked on the 20th: it waits there still.
    std::vector<Turn> turns{{at("2026-01-05"), true}, {at("2026-01-15"), false}, {at("2026-01-20"), true}};
    auto rows = timeliness_of(at_each_place(times, turns), from, to, to);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].place.text, "500116");
    EXPECT_EQ(rows[0].overdue, 1);
    EXPECT_EQ(rows[1].overdue, 0) << "the asking place is not late";
    EXPECT_EQ(rows[1].open, 1);
    turns.push_back({at("2026-01-30"), false});
    times.closed_at = at("2026-02-02");
    rows = timeliness_of(at_each_place(times, turns), from, to, to);
    EXPECT_EQ(rows[0].median_days, 20) << "ten days and ten";
    EXPECT_EQ(rows[0].on_time_per_mille, 0);
    EXPECT_EQ(rows[1].median_days, 8) << "28 days without those twenty";
    EXPECT_EQ(rows[1].on_time_per_mille, 1000);
    times.counterpart.reset();
    EXPECT_EQ(at_each_place(times, {}).size(), 1u);
}

}  // namespace cases_test
}  // namespace jianghui::cases
