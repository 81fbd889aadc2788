// Stand-bys as specifications: who waits, who is called, and that nobody is faster.

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "tests/support/test_app.hpp"

namespace jianghui::standby {
namespace standby_test {

using test::TestApp;

struct Standbys : testing::Test {
    TestApp world;
    access::Caller boss = world.employer("511502");
    access::Caller holder = world.agency("510502");
    access::Caller first = world.agency("511002");
    access::Caller second = world.agency("510302");
    access::Caller official = world.caller(access::Role::official, {}, "511502");
    std::string order = world.open_order(boss, 6);

    TestApp::Answer grab(const access::Caller& who, int seats, const std::string& key) {
        return world.post("/orders/" + order + "/shares", who,
                          fmt::format(R"({{"seats":{}}})", seats), key);
    }
    TestApp::Answer wait(const access::Caller& who, int seats, const std::string& more = "") {
        return world.post("/orders/" + order + "/standbys", who,
                          fmt::format(R"({{"seats":{}{}}})", seats, more));
    }
    TestApp::Answer release(const access::Caller& who, const std::string& share, int seats) {
        return world.post("/shares/" + share + "/release", who,
                          fmt::format(R"({{"seats":{}}})", seats));
    }
    boost::json::object of(const access::Caller& who) {
        return world.get("/orders/" + order + "/standbys", who)
            .body.at("items").as_array().at(0).as_object();
    }
    std::string text(const boost::json::object& row, const char* member) {
        return std::string(row.at(member).as_string());
    }
    std::int64_t remaining() { return world.get("/orders/" + order, boss).number("remaining"); }
    void go_on(std::int64_t hours) {
        world.clock().set(world.clock().now() + std::chrono::hours(hours));
        world.app().run_due_jobs();
        world.clock().advance(std::chrono::seconds(2));
        world.app().run_due_jobs();
    }
};

TEST_F(Standbys, SeatsThatComeBackGoToWhoWaitedLongest) {
    EXPECT_EQ(wait(first, 2).text("code"), "standby_not_needed");
    const auto share = grab(holder, 6, "all").text("id");
    ASSERT_EQ(wait(first, 2).status, 201);
    EXPECT_EQ(wait(first, 3).text("code"), "standing_by_already");
    const auto waiting = wait(second, 3, R"(,"at_least":2)");
    ASSERT_EQ(waiting.status, 201) << waiting.text("code");
    EXPECT_EQ(waiting.number("ahead"), 1);
    EXPECT_EQ(release(holder, share, 3).status, 200);
    EXPECT_EQ(text(of(first), "status"), "served");
    EXPECT_EQ(text(of(second), "status"), "waiting") << "one seat is less than it wants";
    EXPECT_EQ(remaining(), 1) << "what nobody waiting wants is open";
    EXPECT_EQ(release(holder, share, 1).status, 200);
    EXPECT_EQ(of(second).at("given").as_int64(), 2) << "with the one that was open";
    EXPECT_EQ(remaining(), 0);
    const auto given = world.get("/shares/" + text(of(second), "share"), second);
    EXPECT_EQ(given.text("status"), "held");
    EXPECT_EQ(given.number("seats"), 2);
    const auto inbox = world.get("/inbox", second).bytes;
    EXPECT_NE(inbox.find("share.staff"), std::string::npos) << inbox;
    go_on(1);
    EXPECT_NE(world.get("/notices", second).bytes.find("standby.called"), std::string::npos);
}

TEST_F(Standbys, NobodyCanBeFasterThanWhoWaits) {
    const auto share = grab(holder, 6, "all").text("id");
    ASSERT_EQ(wait(first, 6, R"(,"at_least":6)").status, 201);
    const auto answers = world.post_together(
        {{"/shares/" + share + "/release", holder, "{}", ""},
         {"/orders/" + order + "/shares", second, R"({"seats":1})", "fast"}});
    EXPECT_EQ(answers[0].status, 200);
    EXPECT_EQ(answers[1].text("code"), "not_enough_seats");
    EXPECT_EQ(text(of(first), "status"), "served");
}

TEST_F(Standbys, NobodyGetsItsOwnSeatsBack) {
    const auto share = grab(holder, 4, "a").text("id");
    ASSERT_EQ(grab(second, 2, "b").status, 201);
    ASSERT_EQ(wait(holder, 2).status, 201);
    ASSERT_EQ(wait(first, 1).status, 201);
    EXPECT_EQ(release(holder, share, 2).status, 200);
    EXPECT_EQ(text(of(first), "status"), "served");
    EXPECT_EQ(text(of(holder), "status"), "waiting");
    EXPECT_EQ(remaining(), 1);
}

TEST_F(Standbys, WhoDoesNotPassTheGateKeepsItsPlaceAndIsToldWhy) {
    const auto small = world.agency("510502", 3);
    const auto share = grab(holder, 6, "all").text("id");
    ASSERT_EQ(wait(small, 3, R"(,"at_least":3)").status, 201);
    ASSERT_EQ(wait(first, 2).status, 201);
    const auto other = world.open_order(boss, 2);
    ASSERT_EQ(world.post("/orders/" + other + "/shares", small, R"({"seats":2})", "o").status, 201);
    EXPECT_EQ(release(holder, share, 4).status, 200);
    EXPECT_EQ(text(of(small), "status"), "waiting");
    EXPECT_EQ(text(of(small), "passed_reason"), "capacity_exceeded");
    EXPECT_EQ(text(of(first), "status"), "served");
    EXPECT_NE(world.get("/inbox", small).bytes.find("standby.passed"), std::string::npos);
}

TEST_F(Standbys, TheEndOfAHoldServesThemToo) {
    ASSERT_EQ(grab(holder, 6, "all").status, 201);
    ASSERT_EQ(wait(first, 6).status, 201);
    go_on(49);
    EXPECT_EQ(text(of(first), "status"), "served");
    EXPECT_EQ(remaining(), 0);
}

TEST_F(Standbys, EndWithTheOrderOrWhenLeft) {
    ASSERT_EQ(grab(holder, 6, "all").status, 201);
    const auto row = wait(first, 2).text("id");
    EXPECT_EQ(world.post("/standbys/" + row + "/leave", second).status, 404);
    EXPECT_EQ(world.post("/standbys/" + row + "/leave", first).text("status"), "left");
    EXPECT_EQ(world.post("/standbys/" + row + "/leave", first).text("code"), "standby_over");
    ASSERT_EQ(wait(first, 2).number("number"), 2) << "at the end of the line";
    const auto cancelled =
        world.post("/orders/" + order + "/cancel", boss, R"({"reason":"停产"})");
    EXPECT_EQ(cancelled.status, 200);
    EXPECT_EQ(text(of(first), "status"), "over");
    EXPECT_EQ(wait(second, 2).text("code"), "order_not_open");
}

TEST_F(Standbys, ASuspendedOrderServesWhenItGoesOn) {
    const auto share = grab(holder, 6, "all").text("id");
    ASSERT_EQ(wait(first, 2).status, 201);
    ASSERT_EQ(world.post("/orders/" + order + "/suspend", official, R"({"reason":"查"})").status, 200);
    ASSERT_EQ(release(holder, share, 2).status, 200);
    EXPECT_EQ(text(of(first), "status"), "waiting");
    EXPECT_EQ(world.post("/orders/" + order + "/resume", official).text("status"), "filled");
    EXPECT_EQ(text(of(first), "status"), "served");
}

TEST_F(Standbys, AreRefusedWhatTheyCouldNeverTake) {
    EXPECT_EQ(world.post("/orders/" + order + "/standbys", boss, R"({"seats":2})").status, 403);
    ASSERT_EQ(grab(holder, 6, "all").status, 201);
    EXPECT_EQ(wait(first, 7).text("code"), "lot_size");
    EXPECT_EQ(wait(holder, 1).text("code"), "cap_exceeded");
    EXPECT_EQ(wait(first, 2, R"(,"at_least":3)").text("code"), "standby_at_least");
    const auto small = world.agency("510502", 3);
    const auto once = world.post("/orders/" + order + "/standbys", small, R"({"seats":2})", "key");
    EXPECT_EQ(world.post("/orders/" + order + "/standbys", small, R"({"seats":2})", "key").text("id"),
              once.text("id")) << "same key";
    const auto draw = world.open_order(boss, 2, R"(,"mode":"draw")");
    EXPECT_EQ(world.post("/orders/" + draw + "/standbys", first, R"({"seats":1})").text("code"),
              "order_by_draw");
    // Other agencies see how many wait, not who.
    const auto seen = world.get("/orders/" + order + "/standbys", second);
    EXPECT_EQ(seen.number("waiting"), 1);
    EXPECT_EQ(seen.body.at("items").as_array().size(), 0U);
    EXPECT_EQ(world.get("/orders/" + order + "/standbys", boss).body.at("items").as_array().size(), 1U);
}

}  // namespace standby_test
}  // namespace jianghui::standby
