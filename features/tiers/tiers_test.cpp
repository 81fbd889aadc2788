// Tiers as specifications: who may come earlier, who waits and until when, and that no place counts.

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "features/tiers/rules.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::tiers {
namespace tiers_test {

using test::TestApp;
using test::WorkingMarket;

const std::string header =
    "code,zh,en,fact,detail,unit_zh,unit_en,min,max,source,mark\n";

TEST(TierCriteria, NoneMayJudgeAPlace) {
    const auto loaded = CriteriaList::parse(header + "r,评分,Score,reliability,,分,points,1,1000,x,P\n");
    ASSERT_TRUE(loaded);
    EXPECT_NE(loaded->find("r"), nullptr);
    for (const char* row : {"l,本地,Local,home_place,,家,x,1,10,x,P\n",
                            "l,本市,City,city,,家,x,1,10,x,P\n",
                            "l,本市发证,City,credential_months,licence_of_city,月,x,1,10,x,P\n"}) {
        const auto refused = CriteriaList::parse(header + row);
        ASSERT_FALSE(refused) << row;
        EXPECT_EQ(refused.error().code, "data_malformed");
        EXPECT_NE(refused.error().message.zh.find("公平竞争"), std::string::npos);
    }
}

TEST(TierRules, TheLongestUnfulfilledTierKeepsWaiting) {
    const Instant opens{Milliseconds{0}};
    const auto hour = [&](int n) { return opens + std::chrono::hours(n); };
    orders::Tiers tiers;
    tiers.push_back({{"a"}, {1}, {2}, {"x"}});
    tiers.push_back({{"b"}, {1}, {6}, {"y"}});
    EXPECT_EQ(opening_for(tiers, opens, {true, true}).at, hour(0));
    EXPECT_EQ(opening_for(tiers, opens, {false, true}).at, hour(2));
    EXPECT_EQ(opening_for(tiers, opens, {false, false}).at, hour(6));
    EXPECT_EQ(opening_for(tiers, opens, {false, false}).because, 1U);
    EXPECT_EQ(opens_to_all(tiers, opens), hour(6));
}

TEST(TierRules, MonthsAndClasses) {
    const auto day = [](const char* text) { return *parse_date(text); };
    EXPECT_EQ(months_held(day("2024-01-31"), day("2026-01-30")), 23);
    EXPECT_EQ(months_held(day("2024-01-31"), day("2026-01-31")), 24);
    EXPECT_EQ(months_held(day("2027-01-01"), day("2026-01-31")), 0);
    EXPECT_EQ(occupation_class({"6-02-06-03"}), "6-02-06");
    EXPECT_EQ(occupation_class({"6-02"}), "6-02");
}

struct Tiers : testing::Test {
    WorkingMarket market;
    access::Caller other = market.agency("511002");

    /// An open order for February with one tier.
    std::string open(const std::string& criterion, int parameter, int hours) {
        const auto draft = market.post(
            "/orders", market.boss,
            fmt::format(R"({{"title":"白酒酿造工","occupation":"6-02-06-03","place":"511502",)"
                        R"("headcount":6,"description":"负责起窖、拌料、上甑、摘酒","kind":"flex",)"
                        R"("address":"二车间","hours_per_day_tenths":80,"starts_on":"2027-02-01",)"
                        R"("ends_on":"2027-02-28","pay_unit":"day","pay_min_fen":20000,)"
                        R"("pay_max_fen":26000,"tiers":[{{"criterion":"{}","parameter":{},)"
                        R"("hours":{},"reason":"首批需熟手带教"}}]}})",
                        criterion, parameter, hours));
        const auto opened = market.post("/orders/" + draft.text("id") + "/publish", market.boss);
        EXPECT_EQ(opened.text("status"), "open") << opened.bytes;
        return draft.text("id");
    }
    TestApp::Answer grab(const access::Caller& who, const std::string& order, const char* key) {
        return market.post("/orders/" + order + "/shares", who, R"({"seats":1})", key);
    }
    void let_jobs_run() {
        market.app().run_due_jobs();
        market.clock().advance(std::chrono::seconds(2));
        market.app().run_due_jobs();
        market.app().follow();
    }
    /// The broker completes `count` seats for the boss.
    void work(int count) {
        const auto share = market.grabbed(count);
        std::vector<WorkingMarket::Worker> workers;
        for (int i = 0; i < count; ++i) workers.push_back(market.accepted(share));
        market.go_to("2026-12-01T08:00:00+08:00");
        for (auto& worker : workers) market.start(worker);
        market.go_to("2026-12-31T18:00:00+08:00");
        for (auto& worker : workers) market.finish(worker);
        market.go_to("2027-01-01T09:00:00+08:00");
        let_jobs_run();
    }
};

TEST_F(Tiers, ACredentialHeldLongEnoughComesEarlier) {
    // Both have had theirs since 2024-01-01: 34 months on 2026-11-23.
    const auto order = open("licence_months", 35, 4);
    const auto refused = grab(market.broker, order, "a");
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.text("code"), "tier_not_open");
    EXPECT_NE(refused.bytes.find("首批需熟手带教"), std::string::npos) << refused.bytes;
    EXPECT_NE(refused.bytes.find("2026-11-23T13:00:00"), std::string::npos) << refused.bytes;
    const auto gate = market.get("/orders/" + order + "/gate", market.broker);
    EXPECT_FALSE(gate.body.at("allowed").as_bool());
    EXPECT_EQ(gate.body.at("refusals").at(0).at("code").as_string(), "tier_not_open");
    EXPECT_NE(std::string(gate.body.at("refusals").at(0).at("opens_at").as_string()).find("13:00"),
              std::string::npos);
    market.clock().advance(std::chrono::hours(4));
    const auto taken = grab(market.broker, order, "b");
    ASSERT_EQ(taken.status, 201) << taken.text("code");
    EXPECT_NE(taken.bytes.find("open_to_all"), std::string::npos) << "frozen with the share";
    const auto early = open("licence_months", 34, 4);
    const auto share = grab(other, early, "c");
    ASSERT_EQ(share.status, 201) << share.text("code");
    EXPECT_NE(share.bytes.find("licence_months 34/34"), std::string::npos) << share.bytes;
}

TEST_F(Tiers, ExperienceIsCountedFromCompletedSeats) {
    work(2);
    const auto known = open("employer_seats", 2, 4);
    EXPECT_EQ(grab(other, known, "a").text("code"), "tier_not_open");
    EXPECT_EQ(grab(market.broker, known, "b").status, 201);
    const auto skilled = open("occupation_seats", 3, 4);
    EXPECT_EQ(grab(market.broker, skilled, "c").text("code"), "tier_not_open");
    const auto shown = market.get("/orders/" + skilled + "/tiers", market.broker);
    EXPECT_EQ(shown.body.at("tiers").at(0).at("value").as_int64(), 2);
    EXPECT_FALSE(shown.body.at("tiers").at(0).at("fulfilled").as_bool());
    const auto nobody = market.get("/orders/" + skilled + "/tiers",
                                   market.caller(access::Role::worker, {}, "510502", PersonId{7}));
    EXPECT_EQ(nobody.status, 200);
    EXPECT_TRUE(nobody.body.at("tiers").at(0).at("value").is_null());
    EXPECT_EQ(nobody.body.at("tiers").at(0).at("reason").as_string(), "首批需熟手带教");
}

TEST_F(Tiers, ReliabilityIsThatOfTheMorning) {
    work(5);
    const auto order = open("reliability", 800, 12);
    EXPECT_EQ(grab(other, order, "a").text("code"), "tier_not_open") << "no score yet";
    const auto today = grab(market.broker, order, "b");
    EXPECT_EQ(today.status, 201) << "five that began on time, before today: " << today.bytes;
    market.restart();
    EXPECT_EQ(grab(market.broker, order, "c").text("code"), "reliability_not_ready")
        << "never judged by half a count";
    market.app().follow();
    EXPECT_EQ(grab(market.broker, order, "d").status, 201);
}

TEST_F(Tiers, AreCheckedWhenTheOrderIsWritten) {
    const auto draft = [&](const std::string& more) {
        return market
            .post("/orders", market.boss,
                  R"({"title":"白酒酿造工","occupation":"6-02-06-03","place":"511502","headcount":3)" +
                      more + "}")
            .text("code");
    };
    const auto tier = [](const char* criterion, int parameter, int hours) {
        return fmt::format(R"(,"tiers":[{{"criterion":"{}","parameter":{},"hours":{},)"
                           R"("reason":"熟手"}}])", criterion, parameter, hours);
    };
    EXPECT_EQ(draft(tier("home_place", 1, 2)), "tier_unknown");
    EXPECT_EQ(draft(tier("reliability", 1001, 2)), "tier_parameter");
    EXPECT_EQ(draft(tier("reliability", 900, 73)), "tier_hours");
    EXPECT_EQ(draft(tier("reliability", 900, 2) + R"(,"mode":"draw")"), "tier_mode");
    EXPECT_EQ(draft(tier("reliability", 900, 2) + R"(,"opens_at":"2026-11-24T09:00:00+08:00",)"
                    R"("closes_at":"2026-11-24T10:00:00+08:00")"), "tier_hours");
    EXPECT_EQ(draft(tier("reliability", 900, 2)), "");
    const auto criteria = market.get("/tier-criteria", market.boss);
    EXPECT_GE(criteria.body.at("items").as_array().size(), 4U);
    EXPECT_EQ(criteria.number("hours_max"), 72);
}

}  // namespace tiers_test
}  // namespace jianghui::tiers
