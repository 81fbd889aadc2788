// Shared staff as specifications: lender, borrower and worker through the whole program.

#include <gtest/gtest.h>

#include "features/lending/endpoints.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::lending {
namespace lending_test {

using test::TestApp;
using test::WorkingMarket;

struct Lending : testing::Test {
    WorkingMarket market;
    access::Caller lender = market.boss;
    access::Caller borrower = market.employer("510502");
    access::Caller stranger = market.employer("510502");
    int keys = 0;
    int persons = 500;
    std::string number;  ///< of the worker made last

    std::string key() { return "k" + std::to_string(++keys); }
    static std::string code(const TestApp::Answer& answer) { return answer.text("code"); }

    TestApp::Answer put(const access::Caller& who, const std::string& kind, int people = 2,
                        const std::string& asks = "能上夜班，有酿造经验") {
        return market.post(
            "/lending/posts", who,
            fmt::format(R"({{"kind":"{}","occupation":"6-02-06-03","place":"{}","people":{},)"
                        R"("starts_on":"2026-12-01","ends_on":"2027-01-31","asks":"{}"}})",
                        kind, kind == "surplus" ? "511502" : "510502", people, asks),
            key());
    }
    TestApp::Answer propose(const access::Caller& who, const std::string& post, int people = 2,
                            const std::string& more = "") {
        return market.post("/lending/posts/" + post + "/proposals", who,
                           fmt::format(R"({{"people":{},"starts_on":"2026-12-01",)"
                                       R"("ends_on":"2027-01-15"{}}})",
                                       people, more),
                           key());
    }
    /// A proposal of the lender on the borrower's shortage, accepted.
    std::string agreed(int people = 2) {
        const auto post = put(borrower, "shortage", people).text("id");
        const auto id = propose(lender, post, people).text("id");
        EXPECT_EQ(market.post("/lending/proposals/" + id + "/accept", borrower).text("status"),
                  "accepted");
        return id;
    }
    /// Somebody with an account, verified, who can be lent.
    access::Caller worker(const std::string& name = "李小江", bool verified = true) {
        number = fmt::format("51150219910203{:03}", ++persons);
        number += identity_check_character(number);
        const auto id = market.act<PersonId>(market.broker, [&](app::Command& command) {
            people::NewPerson wanted;
            wanted.name.text = name;
            wanted.id_number = number;
            wanted.place = {"511502"};
            wanted.agency = market.broker.organisation;
            return people::register_person(command, wanted);
        });
        const auto who = market.caller(access::Role::worker, {}, "511502", id);
        market.act<Done>(who, [&](app::Command& command) -> Result<Done> {
            TRY_DO(people::link_account(command, id, who.account));
            if (verified) TRY_DO(people::verify(command, id));
            return Done{};
        });
        return who;
    }
    std::string terms(const std::string& name = "李小江", const std::string& more = "",
                      int pays = 600000) {
        return fmt::format(
            R"({{"worker_name":"{}","id_number":"{}","work_relation":"labor_contract",)"
            R"("contract_ends_on":"2027-06-30","starts_on":"2026-12-01","ends_on":"2027-01-15",)"
            R"("work":"上甑摘酒","address":"三车间","wage_fen":450000,"insurance_fen":120000,)"
            R"("costs":[{{"title":"餐费","amount_fen":30000}}],"borrower_pays_fen":{},)"
            R"("injury_borrower_percent":60{}}})",
            name, number, pays, more);
    }
    TestApp::Answer draft(const std::string& proposal, const std::string& body) {
        return market.post("/lending/proposals/" + proposal + "/agreements", lender, body, key());
    }
    TestApp::Answer sign(const std::string& agreement, const access::Caller& who,
                         const std::string& relation = "") {
        const auto digest = market.get("/lending/agreements/" + agreement, who).text("digest");
        return market.post(
            "/lending/agreements/" + agreement + "/sign", who,
            fmt::format(R"({{"digest":"{}"{}}})", digest,
                        relation.empty() ? "" : R"(,"work_relation":")" + relation + "\""));
    }
    std::string in_force(const access::Caller& who) {
        const auto id = draft(agreed(1), terms()).text("id");
        EXPECT_EQ(code(sign(id, lender)), "");
        EXPECT_EQ(code(sign(id, who, "labor_contract")), "");
        EXPECT_EQ(sign(id, borrower).text("status"), "in_force");
        return id;
    }
    codec::json::value months(const std::string& agreement) {
        return market.get("/lending/agreements/" + agreement, lender).body.at("settlements");
    }
    std::string month(const std::string& agreement, std::size_t at) {
        return std::string(months(agreement).at(at).at("id").as_string());
    }
    TestApp::Answer pay(const std::string& month, int amount, const access::Caller& who) {
        return market.post(
            "/lending/settlements/" + month + "/borrower-paid", who,
            fmt::format(R"({{"amount_fen":{},"paid_on":"2027-01-05","reference":"B1"}})", amount));
    }
    TestApp::Answer pass_on(const std::string& month, int wage, const access::Caller& who,
                            const std::string& on = "2027-01-06") {
        return market.post("/lending/settlements/" + month + "/passed-on", who,
                           fmt::format(R"({{"wage_fen":{},"insurance_fen":120000,"costs_fen":30000,)"
                                       R"("paid_on":"{}","reference":"L1"}})",
                                       wage, on));
    }
    int count(const std::string& kind) {
        return market.store().read([&](store::Reader& reader) {
            int found = 0;
            for (const auto& event : journal::after(reader, 0, 100000)) found += event.kind == kind;
            return found;
        });
    }
    std::vector<std::string> inbox(const access::Caller& who) {
        std::vector<std::string> kinds;
        const auto answer = market.get("/inbox", who);
        for (const auto& item : answer.body.at("items").as_array())
            kinds.emplace_back(item.at("kind").as_string());
        return kinds;
    }
    codec::json::array leads(const access::Caller& who) {
        return market.get("/leads", who).body.at("items").as_array();
    }
    /// The wage of December has not been passed on for 15 days; the clocks have run.
    void december_is_red() {
        on("2027-01-30T12:00:00+08:00");
        market.clock().advance(std::chrono::minutes(6));
        market.app().run_due_jobs();
    }
    void on(const char* instant) {
        market.go_to(instant);
        market.app().run_due_jobs();
    }
};

TEST_F(Lending, TheBoardIsPublicAndPairsAreShownBothWays) {
    const auto surplus = put(lender, "surplus", 5);
    ASSERT_EQ(surplus.status, 201) << surplus.bytes;
    const auto shortage = put(borrower, "shortage", 3);
    (void)put(lender, "shortage");  // Its own: no pair with its surplus.
    EXPECT_EQ(market.get("/lending/posts", {}).body.at("items").as_array().size(), 3u);
    EXPECT_EQ(market.get("/lending/posts?kind=surplus&occupation=6-02&place=511500", {})
                  .body.at("items").as_array().size(), 1u);
    EXPECT_EQ(market.get("/lending/posts?mine=true", borrower).body.at("items").as_array().size(),
              1u);
    for (const auto& [from, to] : {std::pair{surplus, shortage}, std::pair{shortage, surplus}}) {
        const auto found =
            market.get("/lending/posts/" + from.text("id") + "/matches", {}).body.as_array();
        ASSERT_EQ(found.size(), 1u);
        EXPECT_EQ(found[0].at("post").at("id").as_string(), to.text("id"));
        EXPECT_EQ(found[0].at("fit").at("score").as_int64(), 50 + 5 + 20);
        EXPECT_EQ(found[0].at("fit").at("people").as_int64(), 3);
    }
    EXPECT_EQ(market.post("/lending/posts/" + surplus.text("id") + "/close", borrower).status, 404);
    EXPECT_EQ(market.post("/lending/posts/" + surplus.text("id") + "/close", lender)
                  .text("status"), "closed");
    EXPECT_EQ(code(market.post("/lending/posts/" + surplus.text("id") + "/close", lender)),
              "lending_post_over");
    on("2027-02-01T00:01:00+08:00");
    EXPECT_EQ(market.get("/lending/posts/" + shortage.text("id"), {}).text("status"), "expired");
    EXPECT_EQ(market.get("/lending/rules", {}).body.as_array().size(), 18u);
}

TEST_F(Lending, WhatMayNotBePosted) {
    EXPECT_EQ(put(market.broker, "surplus").status, 403) << "an agency";
    EXPECT_EQ(code(put(lender, "shortage", 2, "限男性")), "lending_words");
    const auto wrong = [&](const std::string& more) {
        return code(market.post("/lending/posts", lender,
                                R"({"kind":"surplus","people":1,"asks":"x",)" + more, key()));
    };
    EXPECT_EQ(wrong(R"("occupation":"6-02-06-03","place":"511502","starts_on":"2026-11-22",)"
                    R"("ends_on":"2026-12-01"})"), "lending_period") << "yesterday";
    EXPECT_EQ(wrong(R"("occupation":"6-02-06-03","place":"511502","starts_on":"2026-12-01",)"
                    R"("ends_on":"2027-12-01"})"), "lending_period") << "too long";
    EXPECT_EQ(wrong(R"("occupation":"6-02-06-99","place":"511502","starts_on":"2026-12-01",)"
                    R"("ends_on":"2026-12-02"})"), "unknown_code");
    EXPECT_EQ(wrong(R"("occupation":"6-02-06-03","place":"511502","starts_on":"2026-12-01",)"
                    R"("ends_on":"2026-12-02","wage_fen":0})"), "lending_wage_wrong");
}

TEST_F(Lending, AProposalIsAnsweredByTheOtherSideOnly) {
    const auto post = put(borrower, "shortage", 3).text("id");
    EXPECT_EQ(code(propose(borrower, post)), "lending_same_party");
    EXPECT_EQ(code(propose(lender, post, 4)), "lending_too_many");
    const auto own = put(lender, "surplus", 2).text("id");
    EXPECT_EQ(code(propose(lender, post, 2, R"(,"own_post":")" + post + "\"")),
              "lending_own_post_wrong");
    const auto made = propose(lender, post, 2, R"(,"own_post":")" + own + "\"");
    ASSERT_EQ(made.status, 201) << made.bytes;
    EXPECT_EQ(code(propose(lender, post, 1)), "lending_proposed_already");
    const auto path = "/lending/proposals/" + made.text("id");
    EXPECT_EQ(market.get(path, stranger).status, 404);
    EXPECT_EQ(market.post(path + "/accept", lender).status, 403) << "one's own";
    EXPECT_EQ(market.post(path + "/accept", stranger).status, 404);
    EXPECT_EQ(inbox(borrower), std::vector<std::string>{"lending.answer"});
    EXPECT_EQ(market.post(path + "/accept", borrower).text("status"), "accepted");
    EXPECT_EQ(code(market.post(path + "/accept", borrower)), "lending_proposal_over");
    EXPECT_EQ(market.get("/lending/posts/" + post, {}).number("people_left"), 1);
    EXPECT_EQ(market.get("/lending/posts/" + own, {}).text("status"), "filled");
    EXPECT_EQ(inbox(lender), std::vector<std::string>{"lending.draft"});
    EXPECT_EQ(code(propose(stranger, own)), "lending_post_over");
}

TEST_F(Lending, ProposalsAreDeclinedWithdrawnOrRunOut) {
    const auto post = put(lender, "surplus", 2).text("id");
    const auto first = propose(borrower, post).text("id");
    EXPECT_EQ(market.post("/lending/proposals/" + first + "/decline", lender).status, 400);
    EXPECT_EQ(market.post("/lending/proposals/" + first + "/decline", lender,
                          R"({"reason":"人手已有安排"})").text("status"), "declined");
    const auto second = propose(borrower, post);
    EXPECT_EQ(second.text("place"), "510502") << "the borrower's own county";
    EXPECT_EQ(market.post("/lending/proposals/" + second.text("id") + "/withdraw", lender).status,
              403);
    EXPECT_EQ(market.post("/lending/proposals/" + second.text("id") + "/withdraw", borrower)
                  .text("status"), "withdrawn");
    const auto third = propose(borrower, post).text("id");
    on("2026-11-26T09:00:01+08:00");
    EXPECT_EQ(market.get("/lending/proposals/" + third, borrower).text("status"), "lapsed");
    EXPECT_EQ(count("lending.proposal_lapsed"), 1);
    EXPECT_EQ(code(market.post("/lending/proposals/" + third + "/accept", lender)),
              "lending_proposal_over");
    EXPECT_EQ(market.get("/lending/proposals", borrower).body.at("items").as_array().size(), 3u);
}

TEST_F(Lending, TheTermsAreCheckedBeforeAnybodySigns) {
    const auto who = worker();
    const auto post = put(borrower, "shortage", 1).text("id");
    const auto waiting = propose(lender, post, 1).text("id");
    EXPECT_EQ(code(draft(waiting, terms())), "lending_not_accepted");
    const auto proposal = agreed(1);
    EXPECT_EQ(code(draft(proposal, terms("王小江"))), "lending_unidentified");
    EXPECT_EQ(code(draft(proposal, terms("李小江", "", 600001))), "lending_profit");
    const auto with = [&](std::string from, const std::string& to) {
        auto body = terms();
        body.replace(body.find(from), from.size(), to);
        return code(draft(proposal, body));
    };
    EXPECT_EQ(with("labor_contract", "dispatch"), "lending_dispatched");
    EXPECT_EQ(with("labor_contract", "shared_staff"), "lending_relent");
    EXPECT_EQ(with("labor_contract", "part_time"), "lending_part_time") << "settled by the month";
    EXPECT_EQ(with("labor_contract", "quasi_labor"), "lending_no_labour_relation");
    EXPECT_EQ(with("2027-06-30", "2027-01-14"), "lending_beyond_contract");
    EXPECT_EQ(with(R"("wage_fen":450000)", R"("wage_fen":100000)"), "lending_below_minimum");
    EXPECT_EQ(with(R"("insurance_fen":120000)", R"("insurance_fen":0)"), "lending_uninsured");
    EXPECT_EQ(market.post("/lending/proposals/" + proposal + "/agreements", borrower, terms(),
                          key()).status, 403);
    EXPECT_EQ(market.post("/lending/proposals/" + proposal + "/agreements", stranger, terms(),
                          key()).status, 404);
    const auto made = draft(proposal, terms());
    ASSERT_EQ(made.status, 201) << made.bytes;
    EXPECT_EQ(code(draft(proposal, terms())), "lending_all_named");
    const auto other = agreed(2);
    (void)worker("赵四", false);
    EXPECT_EQ(code(draft(other, terms("赵四"))), "lending_unidentified") << "not verified";
    EXPECT_EQ(inbox(who), std::vector<std::string>{"lending.sign"});
}

TEST_F(Lending, ThreeSignTheSameTextAndItIsInForce) {
    const auto who = worker();
    const auto made = draft(agreed(), terms());
    const auto id = made.text("id");
    const auto path = "/lending/agreements/" + id;
    EXPECT_EQ(made.body.at("worker").at("name").as_string(), "李小江");
    const auto masked = market.get(path, borrower);
    EXPECT_EQ(masked.body.at("worker").at("name").as_string(), "李*") << "not signed by her yet";
    EXPECT_EQ(code(market.get(path + "/text", borrower)), "lending_text_closed");
    EXPECT_EQ(code(sign(id, borrower)), "lending_worker_first");
    EXPECT_EQ(code(market.post(path + "/sign", lender,
                               R"({"digest":")" + std::string(64, '0') + "\"}")),
              "lending_digest_differs");
    EXPECT_EQ(code(sign(id, who, "dispatch")), "lending_relation_differs");
    EXPECT_EQ(sign(id, who, "labor_contract").text("status"), "proposed");
    EXPECT_EQ(code(sign(id, who, "labor_contract")), "") << "twice is once";
    EXPECT_EQ(market.get(path, borrower).body.at("worker").at("name").as_string(), "李小江");
    const auto text = market.get(path + "/text", borrower);
    EXPECT_EQ(text.status, 200);
    EXPECT_NE(text.bytes.find("共享用工三方协议"), std::string::npos);
    EXPECT_EQ(inbox(borrower), std::vector<std::string>{"lending.sign"});
    EXPECT_EQ(sign(id, borrower).text("status"), "proposed");
    const auto last = sign(id, lender);
    EXPECT_EQ(last.text("status"), "in_force");
    EXPECT_EQ(last.body.at("settlements").as_array().size(), 2u);
    EXPECT_EQ(last.body.at("settlements").at(0).at("expected_wage_fen").as_int64(), 450000);
    EXPECT_EQ(count("lending.agreement_signed"), 3);
    EXPECT_EQ(count("lending.agreement_in_force"), 1);
    for (const auto& other : {stranger, market.caller(access::Role::official, {}, "511002"),
                              market.caller(access::Role::worker, {}, "511502", PersonId{77})})
        EXPECT_EQ(market.get(path, other).status, 404);
    for (const auto* place : {"510502", "511502"}) {  // of the work, and of the lender
        const auto official = market.caller(access::Role::official, {}, place);
        EXPECT_EQ(market.get(path, official).body.at("worker").at("name").as_string(), "李*");
        EXPECT_EQ(market.get("/lending/agreements", official).body.at("items").as_array().size(),
                  1u);
        EXPECT_EQ(market.get(path + "/text", official).status, 403);
    }
    EXPECT_EQ(market.get("/lending/agreements", stranger).body.at("items").as_array().size(), 0u);
    EXPECT_EQ(market.get("/lending/agreements", who).body.at("items").as_array().size(), 1u);
    EXPECT_EQ(code(market.post(path + "/refuse", who)), "lending_status_conflict");
}

TEST_F(Lending, TheSameKeyMakesOneAgreementAndOneProposal) {
    (void)worker();
    const auto proposal = agreed();
    const auto path = "/lending/proposals/" + proposal + "/agreements";
    const auto once = market.post(path, lender, terms(), "same");
    EXPECT_EQ(market.post(path, lender, terms(), "same").text("id"), once.text("id"));
    EXPECT_EQ(code(draft(proposal, terms())), "lending_named_already");
}

TEST_F(Lending, TheWorkerMayRefuseAndNothingFollows) {
    const auto who = worker();
    const auto proposal = agreed(1);
    const auto id = draft(proposal, terms()).text("id");
    const auto path = "/lending/agreements/" + id;
    EXPECT_EQ(market.post(path + "/refuse", lender).status, 403);
    (void)sign(id, who, "labor_contract");
    const auto refused = market.post(path + "/refuse", who, R"({"reason_code":"place"})");
    EXPECT_EQ(refused.text("status"), "refused");
    EXPECT_EQ(code(sign(id, lender)), "lending_status_conflict");
    EXPECT_EQ(draft(proposal, terms()).status, 201) << "her days are free, the loan as well";
    EXPECT_EQ(count("lending.agreement_refused"), 1);
}

TEST_F(Lending, WhatIsNotSignedInTimeLapsesAndGivesTheDaysBack) {
    const auto who = worker();
    const auto proposal = agreed();
    const auto id = draft(proposal, terms()).text("id");
    (void)sign(id, who, "labor_contract");
    on("2026-11-26T09:00:01+08:00");
    EXPECT_EQ(market.get("/lending/agreements/" + id, who).text("status"), "lapsed");
    const auto again = draft(proposal, terms()).text("id");
    EXPECT_EQ(market.post("/lending/agreements/" + again + "/withdraw", who).status, 403);
    EXPECT_EQ(market.post("/lending/agreements/" + again + "/withdraw", borrower).text("status"),
              "withdrawn");
    EXPECT_EQ(count("lending.agreement_lapsed"), 1);
}

TEST_F(Lending, OneCalendarForSeatsAndLoans) {
    const auto who = worker();
    const auto share = market.grabbed(2);
    const auto offer = [&] {
        return code(market.post("/shares/" + share.text() + "/seats", market.broker,
                                R"({"person":")" + who.person.text() + "\"}"));
    };
    const auto id = in_force(who);
    EXPECT_EQ(offer(), "person_overlap") << "lent in December";
    const auto end = market.post("/lending/agreements/" + id + "/end", who,
                                 R"({"reason_code":"worker_wish"})");
    EXPECT_EQ(end.text("status"), "ended_early");
    EXPECT_EQ(end.text("ended_by"), "worker");
    EXPECT_EQ(months(id).at(0).at("status").as_string(), "voided") << "it ended before it began";
    EXPECT_EQ(offer(), "") << "the days are given back";
    const auto seat = market.get("/seats?mine=true", who).body.at("items").at(0).at("id").as_string();
    EXPECT_EQ(code(market.post("/seats/" + std::string(seat) + "/accept", who)), "");
    EXPECT_EQ(code(draft(agreed(), terms())), "lending_overlap") << "now a seat has December";
}

TEST_F(Lending, WhoBorrowedAWorkerMayNotLendHerOn) {
    const auto who = worker();
    (void)in_force(who);
    const auto post = put(stranger, "shortage", 1).text("id");
    const auto proposal = propose(borrower, post, 1).text("id");
    market.post("/lending/proposals/" + proposal + "/accept", stranger);
    const auto again = market.post("/lending/proposals/" + proposal + "/agreements", borrower,
                                   terms(), key());
    EXPECT_EQ(code(again), "lending_relent");
}

TEST_F(Lending, AnExcludedPartyStopsEveryStep) {
    const auto who = worker();
    const auto proposal = agreed();
    const auto id = draft(proposal, terms()).text("id");
    const auto place = market.caller(access::Role::official, {}, "510502");
    const auto excluded =
        market.post("/organisations/" + borrower.organisation.text() + "/exclusion", place,
                    R"({"reason_code":"unpaid_wages","since_on":"2026-11-23"})");
    EXPECT_LT(excluded.status, 300) << excluded.bytes;
    const auto approved =
        market.post("/organisations/" + borrower.organisation.text() + "/exclusion/approve",
                    market.caller(access::Role::official, {}, "510502"));
    EXPECT_EQ(approved.status, 200) << approved.bytes;
    EXPECT_EQ(code(sign(id, lender)), "lending_excluded");
    EXPECT_EQ(code(draft(proposal, terms())), "lending_excluded");
    EXPECT_EQ(code(put(borrower, "shortage")), "lending_excluded");
}

TEST_F(Lending, EachMonthIsPaidOnWithoutProfitAndConfirmedByTheWorker) {
    const auto who = worker();
    const auto id = in_force(who);
    on("2027-01-06T12:00:00+08:00");
    const auto december = month(id, 0);
    const auto january = month(id, 1);
    EXPECT_EQ(inbox(lender).front(), "lending.pass_on");
    EXPECT_EQ(inbox(borrower), std::vector<std::string>{"lending.pay"});
    EXPECT_EQ(pay(december, 600000, lender).status, 403);
    EXPECT_EQ(pay(december, 600000, stranger).status, 404);
    EXPECT_EQ(code(pay(december, 600000, borrower)), "");
    EXPECT_EQ(code(market.post("/lending/settlements/" + december + "/confirm", who)),
              "lending_status_conflict") << "nothing was passed on";
    EXPECT_EQ(code(pass_on(december, 449999, lender)), "lending_profit") << "one fen is kept";
    EXPECT_EQ(code(pass_on(december, 450000, lender, "2027-01-07")), "lending_paid_on_wrong");
    EXPECT_EQ(pass_on(december, 450000, borrower).status, 403);
    EXPECT_EQ(pass_on(december, 450000, lender).text("status"), "passed_on");
    EXPECT_EQ(code(pay(december, 600001, borrower)), "lending_profit") << "from this side, too";
    EXPECT_EQ(inbox(who), std::vector<std::string>{"lending.confirm"});
    EXPECT_EQ(market.post("/lending/settlements/" + december + "/confirm", lender).status, 403);
    const auto confirm = [&] {
        return market.post("/lending/settlements/" + december + "/confirm", who).text("status");
    };
    EXPECT_EQ(confirm(), "confirmed");
    EXPECT_EQ(confirm(), "confirmed") << "twice is once";
    EXPECT_EQ(count("lending.wage_confirmed"), 1);
    EXPECT_EQ(code(pass_on(december, 460000, lender)), "lending_settled");
    EXPECT_EQ(months(id).at(1).at("expected_wage_fen").as_int64(), 217742) << "15 of 31 days";
    EXPECT_EQ(code(pass_on(january, 1000, lender)), "");
}

TEST_F(Lending, LatenessIsColouredAndToldOnceALevel) {
    const auto id = in_force(worker());
    const auto level = [&](const char* instant) {
        on(instant);
        market.clock().advance(std::chrono::hours(1));
        market.app().run_due_jobs();
        return std::string(months(id).at(0).at("overdue_level").as_string());
    };
    EXPECT_EQ(level("2027-01-15T12:00:00+08:00"), "none");
    EXPECT_EQ(level("2027-01-16T12:00:00+08:00"), "yellow");
    EXPECT_EQ(level("2027-01-22T12:00:00+08:00"), "orange");
    EXPECT_EQ(level("2027-01-30T12:00:00+08:00"), "red");
    EXPECT_EQ(count("lending.settlement_overdue"), 3);
    const auto inspector = market.caller(access::Role::inspector, {}, "510502");
    EXPECT_EQ(inbox(inspector), std::vector<std::string>{"lead.handle"});
    EXPECT_EQ(code(pass_on(month(id, 0), 450000, lender)), "");
    EXPECT_EQ(months(id).at(0).at("overdue_level").as_string(), "none");
}

TEST_F(Lending, RedBecomesALeadOfThePlaceOfWorkOnce) {
    const auto id = in_force(worker());
    const auto inspector = market.caller(access::Role::inspector, {}, "510502");
    december_is_red();
    ASSERT_EQ(leads(inspector).size(), 1u);
    on("2027-02-04T12:00:00+08:00");
    ASSERT_EQ(leads(inspector).size(), 1u) << "each month once";
    const auto lead = leads(inspector).at(0);
    EXPECT_EQ(lead.at("kind").as_string(), "overdue_loan");
    EXPECT_EQ(lead.at("employer").at("id").as_string(), lender.organisation.text());
    EXPECT_EQ(lead.at("next_step").as_string(), "office_takes");
    EXPECT_TRUE(lead.at("owner").is_null());
    EXPECT_TRUE(lead.at("statement").is_null());
    const auto& loan = lead.at("loan");
    EXPECT_EQ(loan.at("agreement").as_string(), id);
    EXPECT_EQ(loan.at("borrower").at("id").as_string(), borrower.organisation.text());
    EXPECT_EQ(loan.at("month").as_string(), "2026-12");
    EXPECT_EQ(loan.at("wage_fen").as_int64(), 450'000);
    EXPECT_EQ(loan.at("days_late").as_int64(), 20);
    EXPECT_EQ(count("lead.raised"), 1);
    const auto elsewhere = market.caller(access::Role::inspector, {}, "511002");
    EXPECT_TRUE(leads(elsewhere).empty());
    EXPECT_EQ(market.get("/leads", lender).status, 403);
}

TEST_F(Lending, ALeadIsNotRaisedForWhatWasPassedOnMeanwhile) {
    const auto id = in_force(worker());
    market.go_to("2027-01-30T12:00:00+08:00");
    market.act<Done>(lender, [&](app::Command& command) -> Result<Done> {
        TRY_DO(warn_overdue(command));
        return Done{};
    });
    ASSERT_EQ(months(id).at(0).at("overdue_level").as_string(), "red");
    EXPECT_EQ(code(pass_on(month(id, 0), 450000, lender)), "");
    market.app().run_due_jobs();
    EXPECT_EQ(count("lead.raised"), 0);
}

TEST_F(Lending, TheLeadOfALoanIsTakenAndEndsAsPaidOrAsACase) {
    const auto id = in_force(worker());
    const auto inspector = market.caller(access::Role::inspector, {}, "510502");
    december_is_red();
    ASSERT_EQ(leads(inspector).size(), 1u);
    const auto at = "/leads/" + std::string(leads(inspector).at(0).at("id").as_string());
    const auto taken = market.post(at + "/take", inspector);
    EXPECT_EQ(taken.text("next_step"), "employer_pays");
    EXPECT_FALSE(taken.text("owner").empty());
    const auto close = [&] {
        return market.post(at + "/close", inspector, R"({"outcome":"paid","note":"已核实"})");
    };
    EXPECT_EQ(code(close()), "lead_unpaid");
    EXPECT_EQ(code(pass_on(month(id, 0), 450000, lender)), "");
    EXPECT_EQ(market.get(at, inspector).text("next_step"), "office_decides");
    EXPECT_EQ(code(market.post(at + "/case", inspector)), "lead_paid");
    EXPECT_EQ(close().text("status"), "closed");
}

TEST_F(Lending, TheLeadOfALoanGoesOnAsAComplaintWithWhatThePlatformKnows) {
    (void)in_force(worker());
    const auto inspector = market.caller(access::Role::inspector, {}, "510502");
    december_is_red();
    ASSERT_EQ(leads(inspector).size(), 1u);
    const auto at = "/leads/" + std::string(leads(inspector).at(0).at("id").as_string());
    market.post(at + "/take", inspector);
    const auto pursued = market.post(at + "/case", inspector);
    ASSERT_EQ(pursued.status, 200) << pursued.bytes;
    const auto opened = market.get("/cases/" + pursued.text("case_id"), inspector);
    ASSERT_EQ(opened.status, 200) << opened.bytes;
    const auto values = opened.body.at("timeline").at(0).at("values");
    EXPECT_EQ(values.at("owed").as_int64(), 450'000);
    EXPECT_EQ(values.at("workers").as_int64(), 1);
    EXPECT_EQ(values.at("since_on").as_string(), "2027-01-16");
    EXPECT_EQ(opened.bytes.find("李"), std::string::npos) << "nobody is named by a lead";
}

TEST_F(Lending, TheClockEndsALoanAfterItsLastDayOnce) {
    const auto id = in_force(worker());
    on("2027-01-15T23:59:00+08:00");
    EXPECT_EQ(market.get("/lending/agreements/" + id, lender).text("status"), "in_force");
    on("2027-01-16T00:02:00+08:00");
    on("2027-01-16T00:12:00+08:00");
    const auto ended = market.get("/lending/agreements/" + id, lender);
    EXPECT_EQ(ended.text("status"), "ended");
    EXPECT_EQ(ended.text("ended_on"), "2027-01-15");
    EXPECT_EQ(count("lending.agreement_ended"), 1);
    EXPECT_EQ(code(market.post("/lending/agreements/" + id + "/end", lender,
                               R"({"reason_code":"work_over"})")), "lending_status_conflict");
}

TEST_F(Lending, AnEarlyEndShortensTheMonthAndVoidsTheNext) {
    const auto id = in_force(worker());
    on("2026-12-10T12:00:00+08:00");
    EXPECT_EQ(market.post("/lending/agreements/" + id + "/end", stranger,
                          R"({"reason_code":"work_over"})").status, 404);
    EXPECT_EQ(market.post("/lending/agreements/" + id + "/end", borrower,
                          R"({"reason_code":"work_over"})").text("status"), "ended_early");
    EXPECT_EQ(months(id).at(0).at("to_on").as_string(), "2026-12-10");
    EXPECT_EQ(months(id).at(0).at("expected_wage_fen").as_int64(), 145161);
    EXPECT_EQ(months(id).at(1).at("status").as_string(), "voided");
    EXPECT_EQ(code(pass_on(month(id, 1), 1000, lender, "2026-12-10")), "lending_settled");
}

TEST_F(Lending, EventsNameNobodyAndAllThreeAreTold) {
    const auto who = worker();
    (void)in_force(who);
    market.store().read([&](store::Reader& reader) {
        for (const auto& event : journal::after(reader, 0, 100000))
            if (event.kind.rfind("lending.", 0) == 0) {
                const auto data = codec::json::serialize(event.data);
                EXPECT_EQ(data.find("李"), std::string::npos) << data;
                EXPECT_EQ(data.find(number), std::string::npos);
            }
        return 0;
    });
    market.clock().advance(std::chrono::minutes(1));
    market.app().run_due_jobs();
    for (const auto& party : {lender, borrower, who}) {
        bool told = false;
        const auto answer = market.get("/notices", party);
        for (const auto& notice : answer.body.at("items").as_array())
            told = told || notice.at("kind").as_string() == "lending.agreement_in_force";
        EXPECT_TRUE(told);
    }
}

}  // namespace lending_test
}  // namespace jianghui::lending
