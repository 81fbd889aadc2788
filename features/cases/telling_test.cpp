// Nobody is left waiting unknowing: reminders, ends of clocks, comments, assignments and refusals as notices, for each kind
// of actor.

#include <gtest/gtest.h>

#include "engine/access/access.hpp"
#include "engine/procedures/telling.hpp"
#include "features/cases/model.hpp"
#include "tests/support/licence_application.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::cases {
namespace telling_test {

using access::Role;

struct Telling : testing::Test {
    test::WorkingMarket market;
    access::Caller agency = market.agency("510502");
    access::Caller handler = market.caller(Role::official, {}, "510502");
    access::Caller colleague = market.caller(Role::official, {}, "510502");
    access::Caller city = market.caller(Role::official, {}, "510500");
    access::Caller inspector = market.caller(Role::inspector, {}, "510502");
    access::Caller asked = market.caller(Role::inspector, {}, "500116");
    access::Caller above_asked = market.caller(Role::official, {}, "500000");
    int keys = 0;

    std::string open(const access::Caller& by, const std::string& procedure, const std::string& values) {
        const auto answer = market.post("/cases", by, R"({"procedure":")" + procedure + R"(","values":)" + values + "}",
                                        "k" + std::to_string(++keys));
        EXPECT_EQ(answer.status, 201) << answer.bytes;
        return answer.text("id");
    }
    std::string open_licence() {
        const auto file = market.post("/case-files?name=a.pdf", agency, "%PDF-1.7 x").text("id");
        return open(agency, "hr_service_licence_grant", test::licence_application(file));
    }
    std::string open_assistance() {
        return open(inspector, "assistance",
                    R"({"to_place":"500116","case_number":"12","employer":"某公司","items":["investigate"],)"
                    R"("basis":"协议","questions":"请核实"})");
    }
    void take(const std::string& id, const char* step, const access::Caller& by, const std::string& body = "{}") {
        const auto answer = market.post("/cases/" + id + "/steps/" + step, by, body);
        ASSERT_EQ(answer.status, 200) << answer.bytes;
    }
    /// Time passes; clocks ring, notices are written.
    void go_to(const std::string& instant) {
        market.go_to(instant);
        market.app().run_due_jobs();
        write_notices();
    }
    void write_notices() {
        market.clock().advance(std::chrono::seconds(1));
        market.app().run_due_jobs();
    }
    /// How often the reader was told so.
    int told(const access::Caller& reader, const std::string& kind) {
        const auto answer = market.get("/notices?limit=200", reader);
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        int count = 0;
        for (const auto& notice : answer.body.at("items").as_array())
            count += notice.at("kind").as_string() == kind;
        return count;
    }
    /// An official who has an account, so that a case can be given to her.
    access::Caller with_account() {
        const auto official = market.caller(Role::official, {}, "510502");
        const auto& services = market.app().services();
        market.act<Done>(city, [&](app::Command& command) -> Result<Done> {
            access::NewAccount wanted;
            wanted.login = "guan.liming";
            wanted.name = "管黎明";
            wanted.password_hash = *access::new_password_hash(services.get<access::AccessPolicy>(),
                                                              wanted.login, "yangtze river 1");
            wanted.role = Role::official;
            wanted.place = {"510502"};
            TRY_DO(access::create_account(command.db, services.get<access::Vault>(),
                                          {command.caller, command.now}, official.account, wanted));
            return Done{};
        });
        return official;
    }
};

TEST_F(Telling, AReminderReachesTheOfficeThatHandlesAndNotThoseAbove) {
    open_licence();
    go_to("2026-11-27T09:00:00+08:00");  // Opened on the 23rd, five working days, reminded one before.
    EXPECT_EQ(told(handler, "case.reminded"), 1);
    EXPECT_EQ(told(colleague, "case.reminded"), 1);
    EXPECT_EQ(told(city, "case.reminded"), 0);
    EXPECT_EQ(told(agency, "case.reminded"), 0);
    go_to("2026-11-27T10:00:00+08:00");
    EXPECT_EQ(told(handler, "case.reminded"), 1) << "once";
}

TEST_F(Telling, WhoLooksAfterTheCaseIsToldByAccount) {
    const auto officer = with_account();
    const auto id = open_licence();
    const auto given = market.post("/cases/" + id + "/assignment", handler,
                                   R"({"account":")" + officer.account.text() + "\"}");
    ASSERT_EQ(given.status, 200) << given.bytes;
    write_notices();
    EXPECT_EQ(told(officer, "case.assigned"), 1);
    EXPECT_EQ(told(handler, "case.assigned"), 0);
    go_to("2026-11-27T09:00:00+08:00");
    EXPECT_EQ(told(officer, "case.reminded"), 1);
    EXPECT_EQ(told(colleague, "case.reminded"), 0) << "what somebody looks after is hers";
    const auto notices = market.get("/notices", officer).body.at("items").as_array();
    const auto read = market.post("/notices/" + std::string(notices.at(0).at("id").as_string()) + "/read", officer);
    EXPECT_EQ(read.status, 200) << read.bytes;
    EXPECT_EQ(market.post("/notices/" + std::string(notices.at(0).at("id").as_string()) + "/read", colleague).status, 404);
}

TEST_F(Telling, TheCounterpartIsRemindedAndItsPlaceAboveIsToldWhenItIsLate) {
    const auto id = open_assistance();
    write_notices();
    EXPECT_EQ(told(asked, "case.told"), 1) << "a request has come";
    take(id, "receive", asked);
    write_notices();
    EXPECT_EQ(told(inspector, "case.told"), 1) << "who asked hears that it was received";
    go_to("2026-12-07T09:00:00+08:00");  // Ten working days from the 23rd end on 7 December.
    EXPECT_EQ(told(asked, "case.reminded"), 1);
    EXPECT_EQ(told(inspector, "case.reminded"), 0) << "it is not its turn";
    go_to("2026-12-08T09:00:00+08:00");
    EXPECT_EQ(told(asked, "case.ran_out"), 1);
    EXPECT_EQ(told(above_asked, "case.overdue"), 1);
    EXPECT_EQ(told(city, "case.overdue"), 0) << "the asking place is not late";
    const auto waits = [&](const access::Caller& who) {
        return market.get("/inbox", who).bytes.find("case.overdue") != std::string::npos;
    };
    EXPECT_TRUE(waits(above_asked));
    EXPECT_FALSE(waits(city));
    const auto overdue = [&](const access::Caller& who) {
        const auto rows = market.get("/case-timeliness", who);
        EXPECT_EQ(rows.status, 200) << rows.bytes;
        return rows.body.as_array().size() == 1 ? rows.body.at(0).at("overdue").as_int64() : -1;
    };
    EXPECT_EQ(overdue(asked), 1);
    EXPECT_EQ(overdue(inspector), 0);
}

TEST_F(Telling, AnOverdueCaseIsToldToThePlaceAbove) {
    const auto id = open_licence();
    take(id, "accept", handler);
    go_to("2027-02-01T09:00:00+08:00");
    EXPECT_EQ(told(city, "case.overdue"), 1);
    EXPECT_EQ(told(handler, "case.overdue"), 0);
    EXPECT_EQ(told(handler, "case.ran_out"), 1);
}

TEST_F(Telling, WhoAskedHearsOfARefusal) {
    const auto id = open_assistance();
    take(id, "return", asked, R"({"values":{"why":"not_in_place","explanation":"非本地管辖"}})");
    write_notices();
    EXPECT_EQ(told(inspector, "case.told"), 1);
    EXPECT_EQ(told(asked, "case.told"), 1) << "of the request alone, not of its own answer";
}

TEST_F(Telling, ASideHearsOfACommentThatIsForItAndTheOfficeOfHers) {
    const auto id = open_licence();
    const auto at = "/cases/" + id + "/comments";
    market.post(at, handler, R"({"text":"内部意见","audience":"officials"})");
    write_notices();
    EXPECT_EQ(told(agency, "case.comment_told"), 0);
    market.post(at, handler, R"({"text":"请补交租赁合同","audience":"parties"})");
    write_notices();
    EXPECT_EQ(told(agency, "case.comment_told"), 1);
    EXPECT_EQ(told(handler, "case.comment_told"), 0);
    market.post(at, agency, R"({"text":"已补交","audience":"parties"})");
    write_notices();
    EXPECT_EQ(told(handler, "case.comment_told"), 1);
}

TEST_F(Telling, TheJournalNamesThePartyOfAConfidentialCaseOnceItIsTold) {
    const auto worker = market.accepted(market.grabbed(1)).caller;
    const auto id = open(worker, "complaint",
                         R"({"source":"complaint","employer":")" + market.boss.organisation.text() +
                             R"(","work_place":"510502","violation":"no_contract","since_on":"2026-11-01",)"
                             R"("workers":1,"facts":"没有签合同"})");
    const auto reads = [&](const access::Caller& who, const char* kind) {
        return market.get("/journal?limit=500", who).bytes.find(kind) != std::string::npos;
    };
    EXPECT_TRUE(reads(worker, "case.opened"));
    EXPECT_TRUE(reads(city, "case.opened"));
    EXPECT_FALSE(reads(market.boss, "case.opened")) << "it does not know yet that anybody complained";
    market.act<Done>(access::Caller{}, [&](app::Command& command) -> Result<Done> {
        auto row = *procedures::find_case(command.db, *CaseId::parse(id));
        row.told = true;
        procedures::record(command, procedures::case_step_taken, row, procedures::change_of(row));
        return Done{};
    });
    EXPECT_TRUE(reads(market.boss, "case.step_taken"));
    EXPECT_FALSE(reads(market.boss, "case.opened"));
}

TEST_F(Telling, AWorkerWhoseTurnItIsHearsItOnThePhone) {
    const auto worker = market.accepted(market.grabbed(1)).caller;
    market.act<Done>(access::Caller{}, [&](app::Command& command) -> Result<Done> {
        procedures::CaseRow row;
        row.id = command.next_id<CaseId>();
        row.city = {"510500"};
        row.place = {"510502"};
        row.procedure_id = "complaint";
        row.applicant_person = worker.person;
        row.waits_for = Actor::applicant;
        for (const auto* kind : {&procedures::case_reminded, &procedures::case_ran_out})
            procedures::tell(command, *kind, row, procedures::change_of(row), procedures::whose_turn(row));
        return Done{};
    });
    write_notices();
    EXPECT_EQ(told(worker, "case.reminded"), 1);
    EXPECT_EQ(told(worker, "case.ran_out"), 1);
    EXPECT_EQ(told(handler, "case.reminded"), 0);
    const auto link = market.get("/notices", worker).body.at("items").at(0).at("link");
    EXPECT_NE(std::string(link.as_string()).find("/pocket/cases/"), std::string::npos);
}

}  // namespace telling_test
}  // namespace jianghui::cases
