// The grab: an employer's order, agencies of several cities, the last seat.

#include <set>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/test_app.hpp"

namespace jianghui {
namespace {

using test::TestApp;

std::string seats(int count) { return fmt::format(R"({{"seats":{}}})", count); }

TEST(Grab, AgenciesOfOtherCitiesShareAnOrder) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto luzhou = world.agency("510502");
    const auto neijiang = world.agency("511002");
    const auto order = world.open_order(employer, 5);
    const auto first = world.post("/orders/" + order + "/shares", luzhou, seats(3), "k1");
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(first.text("status"), "held");
    const auto second = world.post("/orders/" + order + "/shares", neijiang, seats(2), "k1");
    EXPECT_EQ(second.status, 201) << "the same key of another account is another key";
    const auto after = world.get("/orders/" + order, employer);
    EXPECT_EQ(after.number("remaining"), 0);
    EXPECT_EQ(after.text("status"), "filled");
    const auto refused = world.post("/orders/" + order + "/shares", luzhou, seats(1), "k2");
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.text("code"), "not_enough_seats");
}

TEST(Grab, SaysWhichRuleRefused) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto small = world.agency("510502", 2);
    const auto order =
        world.open_order(employer, 10, R"(,"lot_min":2,"lot_max":3,"cap_per_agency":5)");
    const auto code = [&](const access::Caller& who, int count, const std::string& key) {
        return world.post("/orders/" + order + "/shares", who, seats(count), key).text("code");
    };
    EXPECT_EQ(code(agency, 4, "a"), "lot_size");
    EXPECT_EQ(code(agency, 1, "b"), "lot_size");
    EXPECT_EQ(code(agency, 11, "c"), "not_enough_seats");
    EXPECT_EQ(code(small, 3, "d"), "capacity_exceeded");
    EXPECT_EQ(code(agency, 3, "e"), "");
    EXPECT_EQ(code(agency, 3, "f"), "cap_exceeded");
    EXPECT_EQ(world.post("/orders/" + order + "/shares", agency, seats(2)).text("code"),
              "idempotency_key_missing");
    EXPECT_EQ(world.post("/orders/" + order + "/shares", employer, seats(2), "g").status, 403);
    EXPECT_EQ(world.post("/orders/" + order + "/shares", {}, seats(2), "h").status, 401);
}

TEST(Grab, AnUnlicensedAgencyIsToldWhatIsMissing) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto order = world.open_order(employer, 5);
    // An employer's organisation has no credential: the gate sees it as an agency without one.
    const auto other = world.employer("510502");
    const auto agency = world.caller(access::Role::agency, other.organisation, "510502");
    const auto refused = world.post("/orders/" + order + "/shares", agency, seats(1), "k");
    EXPECT_EQ(refused.text("code"), "licence_missing");
    const auto asked = world.get("/orders/" + order + "/gate", agency);
    EXPECT_FALSE(asked.body.at("allowed").as_bool());
    EXPECT_EQ(asked.body.at("refusals").at(0).at("code").as_string(), "licence_missing");
}

TEST(Grab, TheSameKeyAHundredTimesIsOneShare) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 500);
    const auto first = world.post("/orders/" + order + "/shares", agency, seats(2), "once");
    for (int i = 0; i < 99; ++i) {
        const auto again = world.post("/orders/" + order + "/shares", agency, seats(2), "once");
        EXPECT_EQ(again.status, 201);
        EXPECT_EQ(again.body, first.body);
    }
    EXPECT_EQ(world.get("/orders/" + order, employer).number("remaining"), 498);
    const auto other = world.post("/orders/" + order + "/shares", agency, seats(3), "once");
    EXPECT_EQ(other.text("code"), "idempotency_key_reused");
}

TEST(Grab, AHoldThatEndsGivesTheSeatsBackOnce) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 4, R"(,"hold_hours":2)");
    const auto share = world.post("/orders/" + order + "/shares", agency, seats(4), "k");
    EXPECT_EQ(world.get("/orders/" + order, employer).text("status"), "filled");
    world.clock().advance(std::chrono::hours(2));
    world.app().run_due_jobs();
    world.clock().advance(std::chrono::seconds(5));
    world.app().run_due_jobs();
    const auto after = world.get("/orders/" + order, employer);
    EXPECT_EQ(after.text("status"), "open");
    EXPECT_EQ(after.number("remaining"), 4);
    EXPECT_EQ(world.get("/shares/" + share.text("id"), agency).text("status"), "released");
}

TEST(Grab, AReleaseOpensTheOrderAgain) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 4);
    const auto share = world.post("/orders/" + order + "/shares", agency, seats(4), "k").text("id");
    EXPECT_EQ(world.post("/shares/" + share + "/release", agency, seats(3)).number("seats"), 1);
    EXPECT_EQ(world.get("/orders/" + order, employer).number("remaining"), 3);
    EXPECT_EQ(world.post("/shares/" + share + "/release", agency, seats(2)).text("code"),
              "nothing_to_release");
    EXPECT_EQ(world.post("/shares/" + share + "/release", agency).text("status"), "released");
    EXPECT_EQ(world.get("/orders/" + order, employer).number("remaining"), 4);
}

TEST(Shares, OfficialsListTheCitiesThatTheySuperviseAndNoOthers) {
    TestApp world;
    const auto employer = world.employer("500118");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 2, "", "500118");
    const auto share =
        world.post("/orders/" + order + "/shares", agency, seats(1), "k").text("id");
    const auto seen = [&](const char* place) {
        const auto official = world.caller(access::Role::official, {}, place);
        const bool listed =
            !world.get("/shares", official).body.at("items").as_array().empty();
        EXPECT_EQ(listed, world.get("/shares/" + share, official).status == 200) << place;
        return listed;
    };
    EXPECT_TRUE(seen("500118"));
    EXPECT_TRUE(seen("500000"));
    EXPECT_FALSE(seen("500116")) << "another district of Chongqing is another city";
    EXPECT_FALSE(seen("510500"));
}

/// Many agencies race for few seats, over and over: never more than there are, never a lost one.
TEST(Grab, RacingForTheLastSeatsNeverOversells) {
    TestApp world;
    const auto employer = world.employer("511502");
    std::vector<access::Caller> agencies;
    for (int i = 0; i < 8; ++i) agencies.push_back(world.agency("510502"));
    constexpr int rounds = 60;
    for (int round = 0; round < rounds; ++round) {
        const auto order = world.open_order(employer, 5);
        std::atomic<int> taken{0};
        std::atomic<int> strange{0};
        std::vector<std::thread> racers;
        for (std::size_t i = 0; i < agencies.size(); ++i)
            racers.emplace_back([&, i] {
                const auto answer = world.post("/orders/" + order + "/shares", agencies[i],
                                               seats(2), fmt::format("{}-{}", round, i));
                if (answer.status == 201) {
                    taken += 2;
                } else if (answer.text("code") != "not_enough_seats") {
                    ++strange;
                }
            });
        for (auto& racer : racers) racer.join();
        EXPECT_EQ(taken, 4) << "of five seats, two lots of two";
        EXPECT_EQ(strange, 0);
        EXPECT_EQ(world.get("/orders/" + order, employer).number("remaining"), 1);
    }
}

TEST(Orders, APublishedOrderMustSayWhatTheLawWants) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto draft = world.post(
        "/orders", employer,
        R"({"title":"焊工","occupation":"6-18-02-04","place":"511502","headcount":2})");
    ASSERT_EQ(draft.status, 201);
    const auto refused = world.post("/orders/" + draft.text("id") + "/publish", employer);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.text("code"), "post_check_failed");
    std::set<std::string> paths;
    for (const auto& finding : refused.body.at("errors").as_array())
        paths.emplace(finding.at("path").as_string());
    EXPECT_TRUE(paths.count("/description")) << codec::json::serialize(refused.body);
    EXPECT_TRUE(paths.count("/pay_unit")) << codec::json::serialize(refused.body);
    EXPECT_TRUE(paths.count("/starts_on")) << codec::json::serialize(refused.body);
}

TEST(Orders, UnknownCodesAndParametersOfferTheNearest) {
    TestApp world;
    const auto anybody = access::Caller{};
    const auto place = world.get("/orders?place=510599", anybody);
    EXPECT_EQ(place.status, 400);
    EXPECT_EQ(place.text("code"), "unknown_code");
    EXPECT_FALSE(place.body.at("nearest").as_array().empty());
    const auto parameter = world.get("/orders?plaec=510500", anybody);
    EXPECT_EQ(parameter.status, 400);
    EXPECT_EQ(parameter.body.at("nearest").at(0).as_string(), "place");
}

TEST(Orders, DraftsAreTheirEmployersOwn) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto other = world.employer("511502");
    const auto draft = world.post(
        "/orders", employer,
        R"({"title":"焊工","occupation":"6-18-02-04","place":"511502","headcount":2})");
    const auto path = "/orders/" + draft.text("id");
    EXPECT_EQ(world.get(path, employer).status, 200);
    EXPECT_EQ(world.get(path, other).status, 404);
    EXPECT_EQ(world.get(path, {}).status, 404);
    EXPECT_EQ(world.post(path + "/publish", other).status, 404);
}

TEST(OpenApi, DescribesARouteAsItWasFinished) {
    TestApp world;
    const auto document = codec::parse(world.app().openapi()).value();
    const auto& grab = document.at("paths").at("/orders/{order}/shares").at("post");
    EXPECT_TRUE(grab.at("responses").as_object().contains("201"));
    bool key_required = false;
    for (const auto& parameter : grab.at("parameters").as_array())
        if (parameter.at("name").as_string() == "Idempotency-Key")
            key_required = parameter.at("required").as_bool();
    EXPECT_TRUE(key_required);
    const auto& publish = document.at("paths").at("/orders/{order}/publish").at("post");
    EXPECT_TRUE(publish.at("responses").as_object().contains("200"));
    EXPECT_FALSE(publish.at("responses").as_object().contains("201"));
}

TEST(Journal, EveryGrabIsOneEventWithoutNames) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 4);
    world.post("/orders/" + order + "/shares", agency, seats(2), "k");
    int grabs = 0;
    world.store().read([&](store::Reader& reader) {
        for (const auto& event : journal::after(reader, 0, 1000)) {
            EXPECT_EQ(codec::json::serialize(event.data).find("测试"), std::string::npos);
            if (event.kind == "share.grabbed") ++grabs;
        }
    });
    EXPECT_EQ(grabs, 1);
}

}  // namespace
}  // namespace jianghui
