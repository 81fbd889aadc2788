// Copies and erasures through the whole program: she, the others, the office, the seals.

#include <gtest/gtest.h>

#include "engine/access/access.hpp"
#include "engine/journal/seal.hpp"
#include "features/privacy/erasing.hpp"
#include "features/people/api.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::privacy {
namespace privacy_test {

using test::WorkingMarket;
using Worker = WorkingMarket::Worker;

constexpr const char* login = "zhang.sanfeng";
constexpr const char* number = "510502199001010";

/// A worker on site since 1 December who has an account; it is the 10th.
struct Privacy : testing::Test {
    WorkingMarket market;
    ShareId share = market.grabbed(1, R"(,"service_fee_fen":30000)");
    Worker worker = market.accepted(share);
    PersonId person = worker.caller.person;
    std::string path = "/people/" + person.text();
    access::Caller official = market.caller(access::Role::official, {}, "510500");
    access::Caller stranger = market.caller(access::Role::worker, {}, "510502", {77});

    Privacy() {
        const auto hash = access::new_password_hash(policy(), login, "yangtze river 1");
        market.act<Done>(worker.caller, [&](app::Command& command) -> Result<Done> {
            access::NewAccount wanted;
            wanted.login = login;
            wanted.name = "张三丰";
            wanted.password_hash = *hash;
            wanted.role = access::Role::worker;
            wanted.place = {"510502"};
            wanted.person = person;
            TRY_DO(access::create_account(command.db, vault(), {command.caller, command.now},
                                          worker.caller.account, wanted));
            TRY_DO(people::link_account(command, person, worker.caller.account));
            return people::set_consent(command, person, people::ConsentPurpose::public_pool, true);
        });
        market.go_to("2026-12-01T08:00:00+08:00");
        market.start(worker);
        market.go_to("2026-12-10T20:00:00+08:00");
    }
    const access::Vault& vault() { return market.app().services().get<access::Vault>(); }
    const access::AccessPolicy& policy() {
        return market.app().services().get<access::AccessPolicy>();
    }
    WorkingMarket::Answer ask(const std::string& what, const access::Caller& who,
                              const std::string& password = "yangtze river 1") {
        return market.post(path + what, who, R"({"password":")" + password + R"("})");
    }
    /// Ten days worked, billed and paid.
    void work_and_pay() {
        const auto made = market.post(
            "/seats/" + worker.seat.text() + "/timesheets", market.broker,
            R"({"from_on":"2026-12-01","to_on":"2026-12-10","quantity_hundredths":1000,"submit":true})");
        ASSERT_EQ(market.post("/timesheets/" + made.text("id") + "/return", market.boss,
                              R"({"reason":"张三丰 12 月 3 日请假"})")
                      .status,
                  200);
        market.post("/timesheets/" + made.text("id") + "/submit", market.broker);
        ASSERT_EQ(market.post("/timesheets/" + made.text("id") + "/approve", market.boss).status,
                  200);
    }
    void pay() {
        const auto page = market.get("/statements?share=" + share.text(), market.boss);
        const std::string at =
            "/statements/" + std::string(page.body.at("items").at(0).at("id").as_string());
        market.post(at + "/agree", market.broker);
        market.post(at + "/agree", market.boss);
        market.post(at + "/instruct", market.boss, R"({"reference":"I-1"})");
        ASSERT_EQ(market.post(at + "/paid", market.boss,
                              R"({"reference":"B-1","paid_on":"2026-12-10"})")
                      .text("status"),
                  "paid");
    }
    void finish_all() {
        work_and_pay();
        market.finish(worker);
        pay();
    }
    std::int64_t count(const std::string& sql) {
        return market.store().read([&](store::Reader& reader) {
            const store::Statement statement{"test", sql};
            return reader.value<std::int64_t>(statement).value_or(-1);
        });
    }
    bool events_have(const std::string& kind) {
        return market.store().read([&](store::Reader& reader) {
            for (const auto& event : journal::after(reader, 0, 10'000))
                if (event.kind == kind) return true;
            return false;
        });
    }
    void seal() {
        market.clock().advance(std::chrono::seconds(6));
        market.app().run_due_jobs();
    }
    journal::Verification verified() {
        return market.store().read([](store::Reader& reader) { return journal::verify(reader); });
    }
};

TEST_F(Privacy, ACopyHoldsWhatEveryPartHasAndIsAReading) {
    work_and_pay();
    EXPECT_EQ(ask("/personal-data-copy", stranger).status, 404);
    EXPECT_EQ(ask("/personal-data-copy", market.broker).status, 403);
    const auto wrong = ask("/personal-data-copy", worker.caller, "mississippi 1");
    EXPECT_EQ(wrong.text("code"), "current_password_wrong");
    EXPECT_EQ(wrong.text("path"), "/password");
    const auto copy = ask("/personal-data-copy", worker.caller);
    ASSERT_EQ(copy.status, 200) << copy.bytes;
    EXPECT_EQ(copy.text("format"), "jianghui-personal-data-1");
    for (const auto* part : {"accounts", "people", "seats", "timesheets", "statements", "lending",
                             "cases", "entries", "inbox", "imports", "journal", "fairs"})
        EXPECT_NE(copy.bytes.find("\"name\":\"" + std::string(part) + '"'), std::string::npos)
            << part;
    for (const auto* fact : {"张三丰", number, login, "用工确认书", "public_pool", "200000",
                             "seat.accepted", "请假"})
        EXPECT_NE(copy.bytes.find(fact), std::string::npos) << fact;
    EXPECT_TRUE(events_have("privacy.copy_made"));
    EXPECT_TRUE(events_have("person.sensitive_read"));
    const auto own = market.get(path + "/personal-data-requests", worker.caller);
    EXPECT_EQ(own.body.at("items").as_array().size(), 1U);
    EXPECT_EQ(market.get(path + "/personal-data-requests", stranger).status, 404);
}

TEST_F(Privacy, WorkAndWagesHaveToEndFirst) {
    work_and_pay();
    const auto before = market.get(path + "/erasure", worker.caller);
    ASSERT_EQ(before.status, 200) << before.bytes;
    EXPECT_EQ(before.body.at("hindrances").as_array().size(), 2U) << before.bytes;
    const auto live = ask("/erasure", worker.caller);
    EXPECT_EQ(live.status, 409);
    EXPECT_EQ(live.text("code"), "erasure_hindered");
    EXPECT_NE(live.bytes.find("seat_live"), std::string::npos);
    EXPECT_NE(live.bytes.find("wage_unpaid"), std::string::npos);
    market.finish(worker);
    EXPECT_EQ(ask("/erasure", worker.caller).text("code"), "erasure_hindered");
    pay();
    EXPECT_EQ(market.get(path + "/erasure", worker.caller).body.at("hindrances").as_array().size(),
              0U);
    EXPECT_EQ(market.get(path + "/erasure", stranger).status, 404);
    EXPECT_EQ(ask("/erasure", worker.caller, "mississippi 1").text("code"),
              "current_password_wrong");
    EXPECT_EQ(ask("/erasure", stranger).status, 404);
    EXPECT_EQ(ask("/erasure", worker.caller).status, 200);
}

TEST_F(Privacy, WhatMayGoGoesAndWhatLawKeepsIsSealedWithItsDay) {
    finish_all();
    seal();
    const auto sealed_before = verified();
    const auto receipt = ask("/erasure", worker.caller);
    ASSERT_EQ(receipt.status, 200) << receipt.bytes;
    std::map<std::string, std::string> kept;
    for (const auto& one : receipt.body.at("kept").as_array())
        kept.emplace(one.at("record").as_string(), one.at("until_on").as_string());
    EXPECT_EQ(kept["contract"], "2028-12-10") << "劳动合同法 §50";
    EXPECT_EQ(kept["wages"], "2029-12-10") << "保障农民工工资支付条例 §15";
    EXPECT_EQ(kept["identity"], "2029-12-10") << "as long as the longest";
    EXPECT_EQ(kept["readings"], "2029-12-10");

    for (const auto* left :
         {"SELECT COUNT(*) FROM people WHERE name LIKE '%三丰%' OR id_number_box <> '' OR public_pool = 1",
          "SELECT COUNT(*) FROM person_numbers", "SELECT COUNT(*) FROM candidacies",
          "SELECT COUNT(*) FROM person_days", "SELECT COUNT(*) FROM sessions",
          "SELECT COUNT(*) FROM accounts WHERE name LIKE '%三丰%' OR login_box <> '' OR password_hash IS NOT NULL",
          "SELECT COUNT(*) FROM seats WHERE contract <> '' OR policy_number <> ''",
          "SELECT COUNT(*) FROM timesheet_steps WHERE reason <> ''",
          "SELECT COUNT(*) FROM notices WHERE person IS NOT NULL",
          "SELECT COUNT(*) FROM kept_records WHERE box LIKE '%三丰%'",
          "SELECT COUNT(*) FROM personal_data_requests WHERE kept LIKE '%三丰%'",
          "SELECT COUNT(*) FROM events WHERE data LIKE '%三丰%' OR data LIKE '%510502199001010%'"})
        EXPECT_EQ(count(left), 0) << left;

    seal();
    const auto after = verified();
    EXPECT_FALSE(after.fault) << *after.fault;
    EXPECT_GT(after.blocks, sealed_before.blocks);
    EXPECT_EQ(after.unsealed, 0);
    EXPECT_TRUE(events_have("privacy.erased"));
    EXPECT_TRUE(events_have("people.consent_withdrawn"));
    EXPECT_TRUE(events_have("account.closed"));
}

TEST_F(Privacy, EverybodyForgetsHerInThatCommit) {
    finish_all();
    const auto order = market.open_order(market.boss, 2, R"(,"starts_on":"2027-01-04","ends_on":"2027-01-31")");
    const auto candidates = "/orders/" + order + "/candidates?k=50";
    const auto named = [&](const WorkingMarket::Answer& answer) {
        return answer.bytes.find(person.text()) != std::string::npos;
    };
    market.app().follow();
    ASSERT_TRUE(named(market.get(candidates, market.broker)));
    ASSERT_EQ(ask("/erasure", worker.caller).status, 200);
    EXPECT_FALSE(named(market.get(candidates, market.broker))) << "before any follower has run";
    EXPECT_FALSE(named(market.get("/people", market.broker)));
    EXPECT_EQ(market.get(path, market.broker).status, 404);
    EXPECT_EQ(market.get(path, market.boss).status, 404);
    EXPECT_FALSE(market.store().read([&](store::Reader& reader) {
        return access::find_account_by_login(reader, vault(), login).has_value();
    })) << "nobody signs in with it, and others may take it";
    const auto seat = market.get("/seats/" + worker.seat.text(), market.boss);
    EXPECT_EQ(seat.status, 200) << "the employer's books stay";
    EXPECT_EQ(seat.bytes.find("三丰"), std::string::npos);
    EXPECT_EQ(market.get("/seats/" + worker.seat.text() + "/contract", market.boss).status, 404);
}

TEST_F(Privacy, TheOfficeSeesThatItHappenedAndNothingElse) {
    finish_all();
    ASSERT_EQ(ask("/erasure", worker.caller).status, 200);
    const auto listed = market.get("/personal-data-requests?kind=erasure", official);
    ASSERT_EQ(listed.status, 200) << listed.bytes;
    ASSERT_EQ(listed.body.at("items").as_array().size(), 1U);
    EXPECT_EQ(listed.bytes.find("三丰"), std::string::npos);
    EXPECT_EQ(listed.bytes.find(number), std::string::npos);
    const auto elsewhere = market.caller(access::Role::official, {}, "511500");
    EXPECT_EQ(market.get("/personal-data-requests", elsewhere).body.at("items").as_array().size(),
              0U);
    const auto auditor = market.caller(access::Role::audit_administrator, {}, "");
    EXPECT_EQ(market.get("/personal-data-requests", auditor).body.at("items").as_array().size(), 1U);
    EXPECT_EQ(market.get("/personal-data-requests", market.broker).status, 403);
    const auto shown = market.get(path, official);
    EXPECT_EQ(shown.text("status"), "restricted");
    EXPECT_EQ(shown.text("name"), "*");
    EXPECT_EQ(shown.number("birth_year"), 0);
    EXPECT_EQ(shown.text("id_number"), "");
}

TEST_F(Privacy, SealedRecordsOpenForAReasonAndEndWithTheirTime) {
    finish_all();
    ASSERT_EQ(ask("/erasure", worker.caller).status, 200);
    const auto open = [&] {
        return market.act<std::vector<OpenedRecord>>({}, [&](app::Command& command) {
            return open_kept(command, person, OpenPurpose::dispute);
        });
    };
    std::string text;
    for (const auto& one : open()) text += codec::json::serialize(one.content);
    for (const auto* fact : {"张三丰", number, "用工确认书", "请假", "B-1"})
        EXPECT_NE(text.find(fact), std::string::npos) << fact;
    EXPECT_TRUE(events_have("privacy.kept_opened"));

    market.go_to("2028-12-11T01:00:00+08:00");
    market.app().run_due_jobs();
    text.clear();
    for (const auto& one : open()) text += codec::json::serialize(one.content);
    EXPECT_EQ(text.find("用工确认书"), std::string::npos) << "two years after the work";
    EXPECT_NE(text.find("B-1"), std::string::npos) << "wages are kept for three";

    market.go_to("2029-12-11T01:00:00+08:00");
    market.app().run_due_jobs();
    EXPECT_THROW((void)open(), std::runtime_error);
    EXPECT_EQ(count("SELECT COUNT(*) FROM kept_records"), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM consents"), 0);
    EXPECT_TRUE(events_have("privacy.kept_ended"));
    const auto listed = market.get("/personal-data-requests?kind=erasure", official);
    EXPECT_EQ(listed.body.at("items").at(0).at("ended_on").as_string(), "2029-12-11");
    seal();
    EXPECT_FALSE(verified().fault);
}

TEST_F(Privacy, SheMayComeBackAsSomebodyNew) {
    finish_all();
    ASSERT_EQ(ask("/erasure", worker.caller).status, 200);
    const auto same = market.act<PersonId>(market.broker, [&](app::Command& command) {
        people::NewPerson wanted;
        wanted.name.text = "张三丰";
        wanted.id_number = "51050219900101001";
        wanted.id_number += identity_check_character("51050219900101001");
        wanted.place = {"510502"};
        wanted.agency = market.broker.organisation;
        return people::register_person(command, wanted);
    });
    EXPECT_NE(same, person);
}

}  // namespace privacy_test
}  // namespace jianghui::privacy
