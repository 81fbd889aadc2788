// The gate: what it reads is kept with the share as it was, and what changes afterwards decides the next grab only.

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include <fmt/format.h>

#include "engine/registers/registers.hpp"
#include "features/shares/rules.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::shares {
namespace gate_test {

using organisations::CredentialKind;
using organisations::CredentialStatus;
using organisations::OrganisationStatus;
using orders::OrderKind;
using test::WorkingMarket;
using Facts = std::map<std::string, std::string>;

Date day(const char* text) { return *parse_date(text); }

/// An agency from Luzhou at the gate of an order in Cuiping, and nothing against it.
struct AtTheGate {
    organisations::GateFacts facts;
    GateQuestion question;

    AtTheGate() {
        facts.organisation.id = OrganisationId{1};
        facts.organisation.status = OrganisationStatus::verified;
        facts.organisation.verified_at = *parse_instant("2026-11-01T09:00:00+08:00");
        facts.organisation.capacity = 50;
        facts.credentials.push_back({CredentialId{7}, OrganisationId{1}, CredentialKind::filing, "F-1", {"510500"},
                                     {}, day("2024-01-01"), day("2028-12-31"), CredentialStatus::valid});
        credential().scope.push_back(OrderKind::flex);
        credential().scope.push_back(OrderKind::train);
        question.kind = OrderKind::flex;
        question.needs = CredentialKind::filing;
        question.place = {"511502"};
        question.today = day("2026-11-23");
        question.seats = 3;
        question.agency_seats = 4;
        question.seats_of_order = 2;
    }
    organisations::Credential& credential() { return facts.credentials.front(); }
    /// What it kept, or the code of its refusal.
    [[nodiscard]] Facts kept() const {
        const auto gate = judge(facts, question);
        if (!gate) return {{"refused", gate.error().code}};
        Facts kept{{"rule_version", gate->rule_version}};
        for (const auto& fact : gate->facts) EXPECT_TRUE(kept.emplace(fact.rule, fact.value).second) << fact.rule;
        return kept;
    }
};

TEST(GateRules, KeepEverythingThatTheyRead) {
    EXPECT_EQ(AtTheGate().kept(), (Facts{{"rule_version", "gate-2"},
                                         {"verified", instant_text(*parse_instant("2026-11-01T09:00:00+08:00"))},
                                         {"excluded", "no"},
                                         {"credential", CredentialId{7}.text()},
                                         {"credential_kind", "filing"},
                                         {"scope", "flex"},
                                         {"valid_until", "2028-12-31"},
                                         {"counts", "recognised"},
                                         {"in_hand", "4"},
                                         {"capacity", "50"},
                                         {"in_order", "2"},
                                         {"open_defaults", "0"}}));
}

/// Whatever else it lets through leaves other facts: nothing that it read is missing from them.
TEST(GateRules, LeaveOtherFactsForEveryOtherThingThatTheyLetThrough) {
    const std::map<std::string, std::function<void(AtTheGate&)>> others{
        {"verified later", [](auto& at) { at.facts.organisation.verified_at = *parse_instant("2026-11-02T09:00:00Z"); }},
        {"another credential", [](auto& at) { at.credential().id = CredentialId{8}; }},
        {"one of another kind", [](auto& at) { at.question.needs = at.credential().kind = CredentialKind::licence; }},
        {"for another kind of order", [](auto& at) { at.question.kind = OrderKind::train; }},
        {"valid longer", [](auto& at) { at.credential().valid_to_on = day("2029-12-31"); }},
        {"without an end", [](auto& at) { at.credential().valid_to_on.reset(); }},
        {"made in the order's city", [](auto& at) { at.credential().issuing_place = {"511500"}; }},
        {"counting everywhere", [](auto& at) { at.question.counts_everywhere = true; }},
        {"more in hand", [](auto& at) { at.question.agency_seats = 5; }},
        {"more capacity", [](auto& at) { at.facts.organisation.capacity = 51; }},
        {"no capacity declared", [](auto& at) { at.facts.organisation.capacity.reset(); }},
        {"more of this order", [](auto& at) { at.question.seats_of_order = 3; }}};
    std::set<Facts> seen{AtTheGate().kept()};
    for (const auto& [what, change] : others) {
        AtTheGate at;
        change(at);
        const auto kept = at.kept();
        EXPECT_FALSE(kept.contains("refused")) << what << ": " << kept.begin()->second;
        EXPECT_TRUE(seen.insert(kept).second) << what;
    }
}

TEST(GateRules, RefuseEachThingByItsOwnCode) {
    const std::map<std::string, std::function<void(AtTheGate&)>> wrong{
        {"organisation_unverified", [](auto& at) { at.question.today = day("2027-05-02"); }},
        {"organisation_excluded", [](auto& at) {
             at.facts.organisation.exclusion =
                 organisations::Exclusion{organisations::ReasonCode::other, day("2026-11-23"), {}};
         }},
        {"licence_missing", [](auto& at) { at.question.needs = CredentialKind::licence; }},
        {"licence_expired", [](auto& at) { at.credential().valid_to_on = day("2026-11-22"); }},
        {"licence_scope", [](auto& at) { at.question.kind = OrderKind::assess; }},
        {"credential_not_recognised", [](auto& at) { at.question.elsewhere = {CredentialId{7}}; }},
        {"capacity_exceeded", [](auto& at) { at.question.agency_seats = 48; }},
        {"open_default", [](auto& at) { at.question.open_defaults = 1; }}};
    for (const auto& [code, change] : wrong) {
        AtTheGate at;
        change(at);
        EXPECT_EQ(at.kept(), (Facts{{"refused", code}}));
    }
    AtTheGate suspended;
    suspended.credential().status = CredentialStatus::suspended;
    EXPECT_EQ(suspended.kept(), (Facts{{"refused", "licence_expired"}}));
}

TEST(GateRules, NameAllThatRefuses) {
    AtTheGate at;
    at.facts.organisation.status = OrganisationStatus::suspended;
    at.question.open_defaults = 2;
    at.credential().status = CredentialStatus::revoked;
    const auto gate = judge(at.facts, at.question);
    ASSERT_FALSE(gate);
    std::vector<std::string> codes;
    for (const auto& each : gate.error().errors) codes.push_back(each.code);
    EXPECT_EQ(codes, (std::vector<std::string>{"organisation_unverified", "licence_expired", "open_default"}));
    EXPECT_EQ(gate.error().code, "organisation_unverified");
}

TEST(GateRules, AskedAgainForEachDayWorked) {
    const auto at = [](const char* text) { return *parse_instant(text); };
    const std::vector<StandingTurn> turns{{at("2026-12-03T10:00:00+08:00"), "licence_expired"},
                                          {at("2026-12-05T09:00:00+08:00"), ""},
                                          {at("2026-12-08T00:00:00+08:00"), "organisation_excluded"},
                                          {at("2026-12-08T00:00:01+08:00"), ""},
                                          {at("2026-12-10T23:59:59+08:00"), "organisation_unverified"}};
    std::string said;
    for (const auto& each : barred_days(turns, day("2026-12-01"), day("2026-12-12")))
        said += fmt::format("{} {}; ", date_text(each.day).substr(8), each.refusal);
    EXPECT_EQ(said, "03 licence_expired; 04 licence_expired; 05 licence_expired; 08 organisation_excluded; "
                    "10 organisation_unverified; 11 organisation_unverified; 12 organisation_unverified; ");
    EXPECT_TRUE(barred_days({}, day("2026-12-01"), day("2026-12-31")).empty());
    EXPECT_TRUE(barred_days(turns, day("2026-12-06"), day("2026-12-07")).empty());
}

/// A share taken today, and another order for February that its agency would like to grab afterwards.
struct FrozenFacts : testing::Test {
    WorkingMarket market;
    std::string next = open_for_february();
    ShareId share = market.grabbed(3);
    std::string taken = gate_of(share);

    std::string open_for_february() {
        const auto draft = market.post(
            "/orders", market.boss,
            R"({"title":"白酒酿造工","occupation":"6-02-06-03","place":"511502","headcount":9,)"
            R"("description":"负责起窖、拌料、上甑、摘酒","kind":"flex","address":"二车间",)"
            R"("hours_per_day_tenths":80,"starts_on":"2027-02-01","ends_on":"2027-02-28","pay_unit":"day",)"
            R"("pay_min_fen":20000,"pay_max_fen":26000,"cap_per_agency":4})");
        const auto opened = market.post("/orders/" + draft.text("id") + "/publish", market.boss);
        EXPECT_EQ(opened.text("status"), "open") << opened.bytes;
        return draft.text("id");
    }
    std::string gate_of(ShareId id) {
        const auto shown = market.get("/shares/" + id.text(), market.boss);
        EXPECT_EQ(shown.status, 200) << shown.bytes;
        return codec::json::serialize(shown.body.at("gate"));
    }
    std::string fact(const std::string& name) {
        const auto gate = codec::parse(taken);
        for (const auto& each : gate->at("facts").as_array())
            if (each.at("rule").as_string() == name) return std::string(each.at("value").as_string());
        return "";
    }
    test::TestApp::Answer grab(int seats, const char* key) {
        return market.post("/orders/" + next + "/shares", market.broker, fmt::format(R"({{"seats":{}}})", seats), key);
    }
    void act(const std::string& path, const access::Caller& as, const std::string& body) {
        const auto done = market.post(path, as, body);
        ASSERT_EQ(done.status, 200) << done.bytes;
    }
    CredentialId filing() {
        return market.store().read([&](store::Reader& reader) {
            const auto facts = organisations::gate_facts(reader, market.broker.organisation);
            for (const auto& each : facts->credentials)
                if (each.kind == CredentialKind::filing) return each.id;
            return CredentialId{};
        });
    }
    /// After what has just happened the next grab is refused by that code, and the share says what it
    /// said: to this process, which may have kept it, and to one that reads it anew.
    void expect_only_the_next_is_refused(const std::string& code) {
        EXPECT_EQ(grab(1, "after").text("code"), code);
        EXPECT_EQ(gate_of(share), taken);
        market.restart();
        EXPECT_EQ(gate_of(share), taken);
        EXPECT_EQ(grab(1, "anew").text("code"), code);
    }
    access::Caller luzhou = market.caller(access::Role::official, {}, "510502");
    std::string agency = "/organisations/" + market.broker.organisation.text();
};

TEST_F(FrozenFacts, AreThoseOfTheMomentOfTheGrab) {
    EXPECT_EQ(fact("credential"), filing().text());
    EXPECT_EQ(fact("credential_kind"), "filing");
    EXPECT_EQ(fact("scope"), "flex");
    EXPECT_EQ(fact("valid_until"), "2028-12-31");
    EXPECT_EQ(fact("counts"), "recognised");
    EXPECT_EQ(fact("excluded"), "no");
    EXPECT_EQ(fact("in_hand"), "0");
    EXPECT_EQ(fact("capacity"), "100000");
    EXPECT_EQ(fact("in_order"), "0");
    EXPECT_EQ(fact("open_defaults"), "0");
    const auto first = grab(2, "a");
    ASSERT_EQ(first.status, 201) << first.bytes;
    const auto second = grab(2, "b");
    ASSERT_EQ(second.status, 201) << second.bytes;
    EXPECT_EQ(gate_of(share), taken) << "not what is in hand now";
    share = *ShareId::parse(second.text("id"));
    taken = gate_of(share);
    EXPECT_EQ(fact("in_hand"), "5");
    EXPECT_EQ(fact("in_order"), "2");
    expect_only_the_next_is_refused("cap_exceeded");
}

TEST_F(FrozenFacts, OutliveTheSuspensionOfTheCredential) {
    act("/credentials/" + filing().text() + "/suspend", market.caller(access::Role::official, {}, "510000"), R"({"reason_code":"false_posts"})");
    expect_only_the_next_is_refused("licence_expired");
}

TEST_F(FrozenFacts, OutliveTheSuspensionOfTheAgency) {
    act(agency + "/suspend", luzhou, R"({"reason_code":"false_posts"})");
    expect_only_the_next_is_refused("organisation_unverified");
}

TEST_F(FrozenFacts, OutliveAListing) {
    act(agency + "/exclusion", luzhou, R"({"reason_code":"serious_breach"})");
    EXPECT_EQ(gate_of(share), taken) << "proposed by one, nothing yet";
    act(agency + "/exclusion/approve", market.caller(access::Role::official, {}, "510502"), "{}");
    expect_only_the_next_is_refused("organisation_excluded");
}

TEST_F(FrozenFacts, TheGateOpensInTheCommitOfTheSecondOfficialWhoLiftsTheListing) {
    const auto colleague = market.caller(access::Role::official, {}, "510502");
    act(agency + "/exclusion", luzhou, R"({"reason_code":"serious_breach"})");
    act(agency + "/exclusion/approve", colleague, "{}");
    EXPECT_EQ(grab(1, "listed").text("code"), "organisation_excluded");
    EXPECT_EQ(market.send(http::Method::del, agency + "/exclusion", luzhou).status, 200);
    EXPECT_EQ(grab(1, "proposed").text("code"), "organisation_excluded") << "proposed by one, nothing yet";
    EXPECT_EQ(market.post(agency + "/exclusion/approve", luzhou, "{}").text("code"), "second_official");
    act(agency + "/exclusion/approve", colleague, "{}");
    EXPECT_EQ(grab(1, "lifted").status, 201) << "the next grab";
}

TEST_F(FrozenFacts, OutliveTheEndOfTheRecognition) {
    market.act<Done>(access::Caller{}, [](app::Command& command) -> Result<Done> {
        std::set<registers::EntryId> recognitions;
        for (const auto& one : registers::recognitions_of(command.db, "hr_service_filing", date_of(command.now)))
            recognitions.insert(one.id);
        EXPECT_FALSE(recognitions.empty());
        for (const auto id : recognitions) TRY_DO(registers::take(command, id, {registers::EntryStep::end}));
        return Done{};
    });
    expect_only_the_next_is_refused("credential_not_recognised");
}

TEST_F(FrozenFacts, OutliveALoweredCapacity) {
    const auto changed = market.send(http::Method::patch, agency, market.broker, R"({"capacity":3})");
    ASSERT_EQ(changed.status, 200) << changed.bytes;
    expect_only_the_next_is_refused("capacity_exceeded");
}

/// Nobody comes to a share whose hold runs until the day of the default: with a hold that had ended its empty seats
/// would have gone back, and the share with the last of them. Closing the default lets the next one in.
TEST_F(FrozenFacts, OutliveADefaultAndItsClosing) {
    share = market.grabbed(3, R"(,"hold_hours":400)");
    taken = gate_of(share);
    const auto worker = market.accepted(share);
    market.go_to("2026-12-09T12:00:00+08:00");
    act("/seats/" + worker.seat.text() + "/no-show", market.broker, "{}");
    market.app().run_due_jobs();
    ASSERT_EQ(market.get("/shares/" + share.text(), market.boss).text("status"), "defaulted");
    expect_only_the_next_is_refused("open_default");
    act("/shares/" + share.text() + "/default/close", market.boss, R"({"ground":"made_good"})");
    EXPECT_EQ(gate_of(share), taken);
    const auto next_one = grab(1, "closed");
    ASSERT_EQ(next_one.status, 201) << next_one.bytes;
    taken = gate_of(*ShareId::parse(next_one.text("id")));
    EXPECT_EQ(fact("open_defaults"), "0");
}

/// The order's terms are frozen too: a share stands under the version that it was taken under.
TEST_F(FrozenFacts, BelongToTheVersionOfTheTermsThatItWasTakenUnder) {
    const auto first = grab(1, "a");
    ASSERT_EQ(first.status, 201) << first.bytes;
    const auto version = first.number("order_version");
    const auto kept = gate_of(*ShareId::parse(first.text("id")));
    const auto changed = market.post("/orders/" + next + "/changes", market.boss,
                                     fmt::format(R"({{"version":{},"address":"三车间"}})", version), "change");
    ASSERT_EQ(changed.status, 201) << changed.bytes;
    const auto later = market.get("/shares/" + first.text("id"), market.boss);
    EXPECT_EQ(later.number("order_version"), version);
    EXPECT_EQ(codec::json::serialize(later.body.at("gate")), kept);
    EXPECT_EQ(market
                  .post("/orders/" + next + "/shares", market.broker,
                        fmt::format(R"({{"seats":1,"order_version":{}}})", version), "b")
                  .text("code"),
              "order_newer");
}

}  // namespace gate_test
}  // namespace jianghui::shares
