// Standing in for a colleague as a specification: who may, from when until when, how it is shown, and that four eyes stay
// four.

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "engine/access/access.hpp"
#include "engine/journal/of_subject.hpp"
#include "features/cases/model.hpp"
#include "tests/support/licence_application.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::cases {
namespace delegation_test {

using access::Caller;
using access::Role;
using Answer = test::TestApp::Answer;

constexpr const char* licence = R"("procedure":"hr_service_licence_grant")";

struct Delegations : testing::Test {
    test::WorkingMarket market;
    Caller agency = market.agency("510502");
    Caller chief = market.caller(Role::official, {}, "510500");
    Caller ayi = office("zhao.ayi", "赵一", Role::official, "510502");
    Caller boer = office("qian.boer", "钱二", Role::official, "510502");
    Caller cisan = office("sun.cisan", "孙三", Role::official, "510502");
    Caller inspector = office("li.disi", "李四", Role::inspector, "510502");
    Caller elsewhere = office("zhou.ewu", "周五", Role::official, "510503");
    int keys = 0;

    Caller office(const std::string& login, const std::string& name, Role role, const std::string& place) {
        const auto made = market.caller(role, {}, place);
        market.act<Done>(chief, [&](app::Command& command) -> Result<Done> {
            access::NewAccount wanted;
            wanted.login = login;
            wanted.name = name;
            wanted.role = role;
            wanted.place = {place};
            TRY_DO(access::create_account(command.db, command.services.get<access::Vault>(),
                                          {command.caller, command.now}, made.account, wanted));
            return Done{};
        });
        return made;
    }
    Answer hand_over(const Caller& by, const Caller& to, const std::string& what = licence,
                     const std::string& from = "2026-11-24", const std::string& until = "2026-11-26") {
        return market.post("/case-delegations", by,
                           fmt::format(R"({{"to":"{}",{},"from_on":"{}","to_on":"{}"}})", to.account.text(), what,
                                       from, until),
                           "d" + std::to_string(++keys));
    }
    static std::string one_case(const std::string& id) { return R"("case_id":")" + id + "\""; }
    /// A case that the official looks after.
    std::string case_of(const Caller& officer) {
        const auto file = market.post("/case-files?name=a.pdf", agency, "%PDF-1.7 x").text("id");
        const auto opened = market.post(
            "/cases", agency,
            R"({"procedure":"hr_service_licence_grant","values":)" + test::licence_application(file) + "}",
            "k" + std::to_string(++keys));
        EXPECT_EQ(opened.status, 201) << opened.bytes;
        const auto id = opened.text("id");
        EXPECT_EQ(market.post("/cases/" + id + "/assignment", officer,
                              R"({"account":")" + officer.account.text() + "\"}").status, 200);
        return id;
    }
    /// Takes a step, for a colleague when one is named.
    Answer take(const std::string& id, const char* step, const Caller& by, const Caller* colleague = nullptr,
                const std::string& values = "{}") {
        const std::string for_him =
            colleague == nullptr ? "" : R"(,"for_colleague":")" + colleague->account.text() + "\"";
        return market.post("/cases/" + id + "/steps/" + step, by, R"({"values":)" + values + for_him + "}");
    }
    Answer review(const std::string& id, const Caller& by, const Caller* colleague = nullptr) {
        return take(id, "review", by, colleague, R"({"opinion":"符合条件"})");
    }
    std::string refusal(const std::string& id, const Caller& by, const Caller& colleague) {
        return take(id, "accept", by, &colleague).text("code");
    }
    std::string inbox(const Caller& who) { return market.get("/inbox", who).bytes; }
    int told(const Caller& who, std::string_view kind) {
        market.clock().advance(std::chrono::seconds(1));
        market.app().run_due_jobs();
        int count = 0;
        const auto answer = market.get("/notices?limit=200", who);
        for (const auto& one : answer.body.at("items").as_array())
            count += one.at("kind").as_string() == kind;
        return count;
    }
    void noon(const std::string& day) { market.go_to(day + "T12:00:00+08:00"); }
};

TEST_F(Delegations, AColleagueActsForAnotherAndBothAreNamed) {
    const auto id = case_of(ayi);
    const auto made = hand_over(ayi, boer);
    ASSERT_EQ(made.status, 201) << made.bytes;
    EXPECT_EQ(made.text("state"), "ahead");
    EXPECT_EQ(inbox(boer).find("case.step_for"), std::string::npos) << "not before the first day";
    noon("2026-11-24");
    const auto waits = inbox(boer);
    EXPECT_NE(waits.find("case.step_for"), std::string::npos) << waits;
    EXPECT_NE(waits.find("代赵一："), std::string::npos) << waits;
    EXPECT_EQ(inbox(cisan).find(id), std::string::npos) << "what he looks after waits for nobody else";
    const auto shown = market.get("/cases/" + id, boer).body.at("may_act_for").as_array();
    ASSERT_EQ(shown.size(), 1u);
    EXPECT_EQ(shown[0].at("name").as_string(), "赵一");
    const auto taken = take(id, "accept", boer, &ayi);
    ASSERT_EQ(taken.status, 200) << taken.bytes;
    const auto line = taken.body.at("timeline").as_array().back();
    EXPECT_EQ(line.at("by_name").as_string(), "钱二");
    EXPECT_EQ(line.at("for_name").as_string(), "赵一");
    const auto side = market.get("/cases/" + id, agency).body.at("timeline").as_array().back();
    EXPECT_TRUE(side.at("for_name").is_null()) << "a side knows the office, not the officials";
    const auto events = market.store().read([&](const store::Reader& reader) {
        return journal::of_subject_after(reader, CaseId::parse(id)->number, 0, 100);
    });
    int steps = 0;
    for (const auto& event : events) {
        if (event.kind != "case.step_taken") continue;
        ++steps;
        EXPECT_EQ(event.actor, boer.account);
        EXPECT_EQ(event.data.at("on_behalf_of").as_string(), ayi.account.text());
    }
    EXPECT_EQ(steps, 1);
    EXPECT_EQ(review(id, ayi).status, 200) << "he keeps the right to act";
}

TEST_F(Delegations, FourEyesCountBoth) {
    const auto stood_in = case_of(ayi);
    const auto himself = case_of(ayi);
    ASSERT_EQ(hand_over(ayi, boer).status, 201);
    noon("2026-11-24");
    take(stood_in, "accept", boer, &ayi);
    ASSERT_EQ(review(stood_in, boer, &ayi).status, 200);
    EXPECT_EQ(take(stood_in, "grant", ayi).text("code"), "four_eyes") << "it was his turn";
    EXPECT_EQ(take(stood_in, "grant", boer).text("code"), "four_eyes") << "it was his hand";
    EXPECT_EQ(take(stood_in, "grant", boer, &ayi).text("code"), "four_eyes");
    EXPECT_EQ(take(stood_in, "grant", cisan).status, 200);
    take(himself, "accept", ayi);
    ASSERT_EQ(review(himself, ayi).status, 200);
    EXPECT_EQ(take(himself, "grant", boer, &ayi).text("code"), "four_eyes") << "for him who handled it";
    EXPECT_EQ(take(himself, "grant", boer).text("code"), "delegate_no_second")
        << "who stands in for him is no second pair of eyes, in her own name neither";
    const auto own = market.get("/case-delegations", boer).body.at("items").as_array();
    EXPECT_EQ(market.post("/case-delegations/" + std::string(own[0].at("id").as_string()) + "/end", boer).status, 200);
    EXPECT_EQ(take(himself, "grant", boer).text("code"), "delegate_no_second")
        << "nor by ending it a moment before";
    const auto blocked = market.get("/cases/" + himself, boer).bytes;
    EXPECT_NE(blocked.find("delegate_no_second"), std::string::npos) << "the page says why";
    noon("2026-11-27");
    EXPECT_EQ(take(himself, "grant", boer).status, 200) << "those days are over";
}

TEST_F(Delegations, WhatNeverBeganMakesNobodyASecondHand) {
    const auto id = case_of(ayi);
    const auto made = hand_over(ayi, boer);
    ASSERT_EQ(market.post("/case-delegations/" + made.text("id") + "/end", ayi).status, 200);
    noon("2026-11-24");
    take(id, "accept", ayi);
    ASSERT_EQ(review(id, ayi).status, 200);
    EXPECT_EQ(take(id, "grant", boer).status, 200);
}

TEST_F(Delegations, ItHoldsFromItsFirstDayToItsLast) {
    const auto id = case_of(ayi);
    const auto other = case_of(ayi);
    ASSERT_EQ(hand_over(ayi, boer).status, 201);
    EXPECT_EQ(refusal(id, boer, ayi), "delegation_not_begun");
    market.go_to("2026-11-23T23:59:59+08:00");
    EXPECT_EQ(refusal(id, boer, ayi), "delegation_not_begun");
    market.go_to("2026-11-26T23:59:59+08:00");
    EXPECT_EQ(take(other, "accept", boer, &ayi).status, 200);
    market.go_to("2026-11-27T00:00:00+08:00");
    EXPECT_EQ(refusal(id, boer, ayi), "delegation_over");
    EXPECT_EQ(inbox(boer).find("case.step_for"), std::string::npos);
    const auto listed = market.get("/case-delegations", boer).body.at("items").as_array();
    ASSERT_EQ(listed.size(), 1u);
    EXPECT_EQ(listed[0].at("state").as_string(), "over");
}

TEST_F(Delegations, EitherOfThemEndsItEarly) {
    const auto id = case_of(ayi);
    const auto first = hand_over(ayi, boer).text("id");
    const auto end = [&](const std::string& delegation, const Caller& by) {
        return market.post("/case-delegations/" + delegation + "/end", by);
    };
    noon("2026-11-25");
    EXPECT_EQ(end(first, cisan).status, 404) << "somebody else's";
    EXPECT_EQ(end(first, agency).status, 403);
    EXPECT_EQ(end(first, ayi).text("state"), "over");
    EXPECT_EQ(refusal(id, boer, ayi), "delegation_over");
    EXPECT_EQ(end(first, ayi).text("code"), "delegation_over");
    const auto second = hand_over(ayi, boer, one_case(id), "2026-11-25", "2026-11-30");
    ASSERT_EQ(second.status, 201) << second.bytes;
    EXPECT_EQ(end(second.text("id"), boer).status, 200) << "she gives it back";
    EXPECT_EQ(refusal(id, boer, ayi), "delegation_over");
    EXPECT_EQ(told(boer, "case.delegated"), 2);
    EXPECT_EQ(told(boer, "case.delegation_ended"), 1);
    EXPECT_EQ(told(ayi, "case.delegation_ended"), 1);
}

TEST_F(Delegations, OnlyAColleagueOfTheSameOfficeAndRoleMay) {
    const auto id = case_of(ayi);
    for (const auto* other : {&inspector, &elsewhere, &ayi, &chief}) {
        const auto refused = hand_over(ayi, *other);
        EXPECT_EQ(refused.text("code"), "delegate_elsewhere") << refused.bytes;
        EXPECT_EQ(refused.text("path"), "/to");
    }
    EXPECT_EQ(hand_over(agency, boer).status, 403);
    ASSERT_EQ(hand_over(ayi, boer).status, 201);
    noon("2026-11-24");
    EXPECT_EQ(refusal(id, cisan, ayi), "delegation_missing");
    EXPECT_EQ(refusal(id, boer, cisan), "delegation_missing");
    EXPECT_EQ(refusal(id, inspector, ayi), "step_not_yours");
    EXPECT_EQ(take(id, "accept", elsewhere, &ayi).status, 404) << "another place does not see the case";
    const auto colleagues = market.get("/case-colleagues", ayi).body.as_array();
    ASSERT_EQ(colleagues.size(), 2u);
    // Who is moved or shut out meanwhile has no turn to give.
    market.act<Done>(chief, [&](app::Command& command) -> Result<Done> {
        TRY_DO(access::set_account_status(command.db, command.services.get<access::Vault>(),
                                          {command.caller, command.now}, ayi.account,
                                          access::AccountStatus::disabled));
        return Done{};
    });
    EXPECT_EQ(refusal(id, boer, ayi), "delegate_elsewhere");
}

TEST_F(Delegations, ItIsNotHandedOn) {
    const auto his = case_of(ayi);
    const auto hers = case_of(boer);
    ASSERT_EQ(hand_over(ayi, boer, licence, "2026-11-23").status, 201);
    EXPECT_EQ(hand_over(boer, cisan, one_case(his), "2026-11-23").text("code"), "delegation_onward");
    EXPECT_EQ(hand_over(cisan, boer, one_case(his), "2026-11-23").text("code"), "delegation_not_yours");
    ASSERT_EQ(hand_over(boer, cisan, licence, "2026-11-23").status, 201) << "her own turn she may hand over";
    EXPECT_EQ(refusal(his, cisan, ayi), "delegation_missing");
    EXPECT_EQ(refusal(his, cisan, boer), "delegation_missing") << "it is not hers";
    EXPECT_EQ(inbox(cisan).find(his), std::string::npos);
    EXPECT_EQ(take(hers, "accept", cisan, &boer).status, 200);
}

TEST_F(Delegations, AreOneScopeLongEnoughAndGivenOnce) {
    const auto id = case_of(ayi);
    EXPECT_EQ(hand_over(ayi, boer, std::string(licence) + "," + one_case(id)).text("code"), "delegation_scope");
    EXPECT_EQ(hand_over(ayi, boer, R"("procedure":"nothing")").text("code"), "procedure_unknown");
    EXPECT_EQ(hand_over(ayi, boer, licence, "2026-11-22").text("code"), "delegation_period") << "not backwards";
    EXPECT_EQ(hand_over(ayi, boer, licence, "2026-11-26", "2026-11-25").text("code"), "delegation_period");
    EXPECT_EQ(hand_over(ayi, boer, licence, "2026-11-24", "2027-02-24").text("code"), "delegation_period");
    EXPECT_EQ(hand_over(ayi, boer, licence, "2026-11-24", "2027-02-23").status, 201) << "92 days";
    EXPECT_EQ(hand_over(ayi, cisan, licence, "2026-12-01", "2026-12-02").text("code"), "delegation_overlaps");
    EXPECT_EQ(hand_over(ayi, cisan, one_case(id)).status, 201) << "one case of it to somebody else";
}

TEST_F(Delegations, RemindersReachBoth) {
    const auto id = case_of(ayi);
    ASSERT_EQ(hand_over(ayi, boer, one_case(id), "2026-11-23", "2026-11-30").status, 201);
    market.go_to("2026-11-27T09:00:00+08:00");
    market.app().run_due_jobs();
    EXPECT_EQ(told(ayi, "case.reminded"), 1);
    EXPECT_EQ(told(boer, "case.reminded"), 1);
    EXPECT_EQ(told(cisan, "case.reminded"), 0);
}

}  // namespace delegation_test
}  // namespace jianghui::cases
