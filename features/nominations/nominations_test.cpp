// Nominations as specifications: one agency named, its answer, and what comes after it.

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "tests/support/test_app.hpp"

namespace jianghui::nominations {
namespace nominations_test {

using test::TestApp;

struct Nominations : testing::Test {
    TestApp world;
    access::Caller boss = world.employer("511502");
    access::Caller one = world.agency("510502");
    access::Caller two = world.agency("511002");
    std::string order = world.open_order(boss, 6, R"(,"mode":"direct")");

    TestApp::Answer name(const access::Caller& agency) {
        return world.post("/orders/" + order + "/nominations", boss,
                          fmt::format(R"({{"agency":"{}"}})", agency.organisation.text()));
    }
    TestApp::Answer take(const access::Caller& who, const std::string& nomination, int seats,
                         const std::string& key = "t") {
        return world.post("/nominations/" + nomination + "/take", who,
                          fmt::format(R"({{"seats":{}}})", seats), key);
    }
    void go_on(std::int64_t hours) {
        world.clock().set(world.clock().now() + std::chrono::hours(hours));
        world.app().run_due_jobs();
    }
};

TEST_F(Nominations, OnlyTheAgencyNamedCanTakeTheOrder) {
    const auto grab = world.post("/orders/" + order + "/shares", one, R"({"seats":1})", "g");
    EXPECT_EQ(grab.text("code"), "order_by_name");
    EXPECT_EQ(world.post("/orders/" + order + "/nominations", world.employer("511502"),
                         fmt::format(R"({{"agency":"{}"}})", one.organisation.text()))
                  .status, 403);
    EXPECT_EQ(world.post("/orders/" + order + "/nominations", boss).text("code"),
              "agency_not_said");
    EXPECT_EQ(world.post("/orders/" + order + "/nominations", boss,
                         R"({"credit_code":"91511502MA60000000"})").text("code"),
              "agency_unknown");
    EXPECT_EQ(name(boss).text("code"), "agency_unknown") << "an employer is no agency";
    const auto named = name(one);
    ASSERT_EQ(named.status, 201) << named.text("code");
    EXPECT_EQ(name(two).text("code"), "nomination_waiting");
    EXPECT_EQ(take(two, named.text("id"), 2).status, 404);
    EXPECT_EQ(take(one, named.text("id"), 9).text("code"), "not_enough_seats");
    const auto taken = take(one, named.text("id"), 4);
    EXPECT_EQ(taken.text("status"), "taken") << taken.text("code");
    EXPECT_EQ(take(one, named.text("id"), 4).text("share"), taken.text("share")) << "same key";
    EXPECT_EQ(take(one, named.text("id"), 1, "u").text("code"), "nomination_over");
    EXPECT_EQ(world.get("/orders/" + order, boss).number("remaining"), 2);
    EXPECT_EQ(name(two).status, 201) << "for the two seats left";
}

TEST_F(Nominations, AfterADeclineOrTheDeadlineTheEmployerNamesAnotherOrOpensToAll) {
    const auto first = name(one).text("id");
    EXPECT_EQ(world.post("/orders/" + order + "/open-to-all", boss).text("code"), "mode_not_over");
    EXPECT_EQ(world.post("/nominations/" + first + "/decline", one).status, 400) << "a reason";
    EXPECT_EQ(world.post("/nominations/" + first + "/decline", one, R"({"reason":"人手不足"})")
                  .text("status"), "declined");
    const auto second = name(two).text("id");
    go_on(25);
    EXPECT_EQ(take(two, second, 2).text("code"), "nomination_over");
    const auto all = world.get("/orders/" + order + "/nominations", boss).body.as_array();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].at("status").as_string(), "lapsed");
    EXPECT_EQ(all[1].at("reason").as_string(), "人手不足");
    EXPECT_EQ(world.get("/orders/" + order + "/nominations", two).body.as_array().size(), 1u)
        << "an agency sees its own";
    const auto told_of = [&](const access::Caller& who, const std::string& kind) {
        const auto history = world.get("/orders/" + order + "/history", who);
        EXPECT_EQ(history.status, 200) << history.bytes;
        return history.bytes.find(kind) != std::string::npos;
    };
    EXPECT_TRUE(told_of(boss, "nomination.declined"));
    EXPECT_TRUE(told_of(one, "nomination.declined"));
    EXPECT_FALSE(told_of(two, "nomination.declined")) << "nor from the order's history";
    EXPECT_FALSE(told_of({}, "nomination."));
    EXPECT_TRUE(told_of({}, "order.opened"));
    EXPECT_EQ(world.post("/orders/" + order + "/open-to-all", boss).status, 200);
    EXPECT_EQ(name(one).text("code"), "order_other_mode");
    EXPECT_EQ(world.post("/orders/" + order + "/shares", one, R"({"seats":1})", "g").status, 201);
}

TEST_F(Nominations, WaitsInTheInboxOfTheAgency) {
    (void)name(one);
    const auto inbox = world.get("/inbox", one).body.at("items").as_array();
    ASSERT_EQ(inbox.size(), 1u);
    EXPECT_EQ(inbox[0].at("kind").as_string(), "nomination.answer");
    EXPECT_EQ(world.get("/inbox", two).body.at("items").as_array().size(), 0u);
}

}  // namespace nominations_test
}  // namespace jianghui::nominations
