// Reliability as a specification: what counts, how much, and that the parts add up.

#include <gtest/gtest.h>

#include "features/ratings/deeds.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::ratings {
namespace {

using test::WorkingMarket;

Date day(const char* text) {
    return *parse_date(text);
}

TEST(ReliabilityRules, RecentDeedsWeighMore) {
    const Scale scale{.weights = {{Deed::completed, 10}, {Deed::no_show, 20}}};
    const Days days{{day("2026-11-01"), 2},
                    {day("2026-03-01"), 3},
                    {day("2025-03-01"), 4},
                    {day("2023-01-01"), 9}};
    const auto counts = counts_on(days, day("2026-11-23"), scale);
    EXPECT_EQ(counts.recent, 2);
    EXPECT_EQ(counts.middle, 3);
    EXPECT_EQ(counts.old, 4) << "older than two years does not count";
    const auto result = reliability_of({{Deed::completed, counts}, {Deed::no_show, {1, 0, 1}}},
                                       scale, day("2026-11-23"));
    ASSERT_EQ(result.parts.size(), 2u);
    EXPECT_EQ(result.parts[0].points, 45);   // 10 × (2 + 3 × ½ + 4 × ¼)
    EXPECT_EQ(result.parts[1].points, -25);  // −20 × (1 + ¼)
    EXPECT_EQ(result.score, 643);            // 1000 × 45 ÷ 70
}

TEST(ReliabilityRules, TooFewEventsGiveNoScore) {
    const Scale scale{.weights = {{Deed::completed, 10}}};
    EXPECT_FALSE(reliability_of({{Deed::completed, {4, 0, 0}}}, scale, day("2026-11-23")).score);
    EXPECT_EQ(reliability_of({{Deed::completed, {5, 0, 0}}}, scale, day("2026-11-23")).score, 1000);
}

TEST(Ratings, AreCountedFromTheJournalAndShowTheirArithmetic) {
    WorkingMarket market;
    const auto share = market.grabbed(5);
    std::vector<WorkingMarket::Worker> workers;
    for (int i = 0; i < 5; ++i) workers.push_back(market.accepted(share));
    market.go_to("2026-12-01T08:00:00+08:00");
    for (int i = 0; i < 4; ++i) market.start(workers[i]);
    market.go_to("2026-12-02T08:00:00+08:00");
    market.start(workers[4]);
    market.app().follow();
    const auto path = "/organisations/" + market.broker.organisation.text();
    const auto seen = market.get(path + "/reliability", market.boss);
    EXPECT_EQ(seen.number("score"), 889);  // 1000 × 40 ÷ 45
    EXPECT_EQ(seen.body.at("parts").at(0).at("code").as_string(), "started_on_time");
    EXPECT_EQ(seen.body.at("parts").at(0).at("count").as_int64(), 4);
    EXPECT_EQ(seen.body.at("parts").at(1).at("points").as_int64(), -5);
    EXPECT_EQ(market.get(path, market.boss).number("reliability"), 889);
    market.app().follow();
    EXPECT_EQ(market.get(path + "/reliability", market.boss).number("score"), 889)
        << "an event counts once";
}

TEST(Ratings, NobodyWithoutHistoryHasAScoreAndStrangersMustSignIn) {
    WorkingMarket market;
    const auto path = "/organisations/" + market.boss.organisation.text() + "/reliability";
    const auto seen = market.get(path, market.broker);
    EXPECT_TRUE(seen.body.at("score").is_null());
    EXPECT_TRUE(seen.body.at("parts").as_array().empty());
    EXPECT_EQ(market.get(path, {}).status, 401);
    EXPECT_EQ(market.get("/organisations/0000000000001/reliability", market.boss).status, 404);
}

/// One day of work, paid on `paid_on`; what the employer's reliability shows.
std::string deed_of_paying_on(const char* paid_on) {
    WorkingMarket market;
    const auto worker = market.accepted(market.grabbed(1));
    market.go_to("2026-12-01T08:00:00+08:00");
    market.start(worker);
    const auto sheet = market.post(
        "/seats/" + worker.seat.text() + "/timesheets", market.broker,
        R"({"from_on":"2026-12-01","to_on":"2026-12-01","quantity_hundredths":100,"submit":true})");
    market.post("/timesheets/" + sheet.text("id") + "/approve", market.boss);
    const auto page = market.get("/statements", market.boss);
    const std::string path =
        "/statements/" + std::string(page.body.at("items").at(0).at("id").as_string());
    market.go_to("2027-01-20T08:00:00+08:00");
    market.post(path + "/agree", market.broker);
    market.post(path + "/agree", market.boss);
    market.post(path + "/instruct", market.boss, R"({"reference":"I"})");
    market.post(path + "/paid", market.boss,
                fmt::format(R"({{"reference":"B","paid_on":"{}"}})", paid_on));
    market.app().follow();
    const auto seen = market.get(
        "/organisations/" + market.boss.organisation.text() + "/reliability", market.broker);
    return std::string(seen.body.at("parts").at(0).at("code").as_string());
}

TEST(Ratings, PayingOnTheDueDayIsOnTimeAndTheDayAfterIsNot) {
    EXPECT_EQ(deed_of_paying_on("2027-01-15"), "paid_on_time");
    EXPECT_EQ(deed_of_paying_on("2027-01-16"), "paid_late");
}

TEST(Ratings, ASharesReleaseCountsAgainstTheAgency) {
    WorkingMarket market;
    const auto share = market.grabbed(2);
    market.post("/shares/" + share.text() + "/release", market.broker);
    market.app().follow();
    const auto seen = market.get(
        "/organisations/" + market.broker.organisation.text() + "/reliability", market.official);
    EXPECT_EQ(seen.body.at("parts").at(0).at("code").as_string(), "share_released");
    EXPECT_EQ(seen.body.at("parts").at(0).at("points").as_int64(), -10);
}

TEST(Ratings, ADefaultCountsAgainstTheAgencyUntilAnAuthorityExcusesIt) {
    WorkingMarket market;
    const auto share = market.grabbed(2, R"(,"hold_hours":400)");
    const auto worker = market.accepted(share);
    market.go_to("2026-12-09T12:00:00+08:00");
    market.post("/seats/" + worker.seat.text() + "/no-show", market.broker);
    market.app().run_due_jobs();
    const auto counted = [&] {
        market.app().follow();
        const auto seen = market.get(
            "/organisations/" + market.broker.organisation.text() + "/reliability", market.official);
        std::string codes;
        for (const auto& part : seen.body.at("parts").as_array())
            codes += std::string(part.at("code").as_string()) + " ";
        return codes;
    };
    EXPECT_NE(counted().find("share_defaulted"), std::string::npos);
    const auto city = market.caller(access::Role::official, {}, "511500");
    ASSERT_EQ(market.post("/shares/" + share.text() + "/default/close", city,
                          R"({"ground":"excused","reason":"厂区停电"})").status, 200);
    EXPECT_EQ(counted().find("share_defaulted"), std::string::npos);
    EXPECT_NE(counted().find("no_show"), std::string::npos) << "which is another matter";
}

TEST(Ratings, AnExcuseTakesEffectOnItsDayAndNotBefore) {
    WorkingMarket market;
    Deeds deeds(market.app().services());
    journal::Event defaulted, closed;
    defaulted.at = *parse_instant("2026-12-09T12:00:00+08:00");
    closed.at = *parse_instant("2026-12-12T12:00:00+08:00");
    defaulted.kind = "share.defaulted";
    closed.kind = "share.default_closed";
    defaulted.organisation = closed.organisation = market.broker.organisation;
    closed.data = *codec::parse(R"({"order":"0000000000001","ground":"excused","opened_on":"2026-12-09",)"
                                R"("open_defaults":0})");
    market.store().read([&](store::Reader& reader) {
        deeds.follow(reader, {defaulted, closed});
        return true;
    });
    EXPECT_EQ(deeds.reliability(market.broker.organisation, day("2026-12-11")).parts.size(), 1U);
    EXPECT_EQ(deeds.reliability(market.broker.organisation, day("2026-12-12")).parts.size(), 0U);
}

}  // namespace
}  // namespace jianghui::ratings
