// Draws as specifications: the whole program, from the commitment to the recomputed result.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

#include "features/draws/rules.hpp"
#include "features/draws/store.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::draws {
namespace draws_test {

using test::TestApp;

constexpr store::Statement break_box{"break_box",
                                     "UPDATE draws SET secret_box = 'broken' WHERE order_id = :order"};

constexpr store::Statement set_box_to{"set_box_to",
                                      "UPDATE draws SET secret_box = :box WHERE order_id = :order"};

struct Draws : testing::Test {
    TestApp world;
    access::Caller boss = world.employer("511502");
    std::string order;

    /// An order of ten seats in draw mode; its window is the default, a day.
    void open(const std::string& more = "") {
        order = world.open_order(boss, 10, R"(,"mode":"draw")" + more);
    }
    TestApp::Answer apply(const access::Caller& agency, int seats, const std::string& more = "",
                          const std::string& key = "k") {
        return world.post(
            "/orders/" + order + "/applications", agency,
            fmt::format(R"({{"seats":{},"nonce":"{:032x}"{}}})", seats, agency.account.number, more),
            key);
    }
    void go_on(std::int64_t hours) {
        world.clock().set(world.clock().now() + std::chrono::hours(hours));
        world.app().run_due_jobs();
    }
    TestApp::Answer draw() { return world.get("/draws/" + order, {}); }
    std::string code(const TestApp::Answer& answer) { return answer.text("code"); }
    int count(const std::string& kind) {
        return world.store().read([&](store::Reader& reader) {
            int found = 0;
            for (const auto& event : journal::after(reader, 0, 100000)) found += event.kind == kind;
            return found;
        });
    }
};

TEST_F(Draws, ARaceGrabIsToldToApply) {
    open();
    const auto agency = world.agency("510502");
    const auto grab = world.post("/orders/" + order + "/shares", agency, R"({"seats":1})", "g");
    EXPECT_EQ(grab.status, 409);
    EXPECT_EQ(code(grab), "order_by_draw");
}

TEST_F(Draws, TheCommitmentIsPublicFromTheOpeningOnAndTheSecretIsNot) {
    open();
    const auto before = draw();
    ASSERT_EQ(before.status, 200);
    EXPECT_EQ(before.text("commitment").size(), 64u);
    EXPECT_EQ(before.text("status"), "open");
    EXPECT_TRUE(before.body.at("secret").is_null());
    EXPECT_TRUE(before.body.at("entrants").as_array().empty());
    EXPECT_EQ(count("draw.opened"), 1);
}

TEST_F(Draws, EachAgencyAppliesOnceWithinItsLotsAndTheGate) {
    open(R"(,"lot_min":2,"lot_max":5,"cap_per_agency":5)");
    const auto agency = world.agency("510502");
    EXPECT_EQ(code(apply(agency, 6)), "lot_size");
    EXPECT_EQ(code(apply(agency, 1)), "lot_size");
    EXPECT_EQ(code(apply(agency, 3, R"(,"at_least":4)")), "at_least_too_high");
    EXPECT_EQ(code(world.post("/orders/" + order + "/applications", agency,
                              R"({"seats":2,"nonce":"zz345678901234567890123456789012"})", "n")),
              "nonce_malformed");
    EXPECT_EQ(code(apply(world.agency("510502", 0), 2)), "capacity_exceeded");
    EXPECT_EQ(apply(boss, 2).status, 403);
    const auto first = apply(agency, 3);
    EXPECT_EQ(first.status, 201) << code(first);
    EXPECT_EQ(apply(agency, 3).text("id"), first.text("id")) << "the same key, the same answer";
    EXPECT_EQ(code(apply(agency, 3, "", "k2")), "applied_already");
    EXPECT_EQ(draw().number("applications"), 1);
    const auto other = world.agency("510502");
    EXPECT_EQ(world.post("/applications/" + first.text("id") + "/withdraw", other).status, 404);
    EXPECT_EQ(world.post("/applications/" + first.text("id") + "/withdraw", agency).text("status"),
              "withdrawn");
    EXPECT_EQ(draw().number("applications"), 0);
    EXPECT_EQ(apply(agency, 2, "", "k3").number("number"), 2);
    go_on(25);
    EXPECT_EQ(code(apply(other, 2)), "order_other_mode") << "the rest is first come, first served";
}

TEST_F(Draws, TheResultCanBeRecomputedFromPublicDataAloneByTwoPrograms) {
    open(R"(,"leftover":"keep")");
    std::vector<access::Caller> agencies;
    for (int i = 0; i < 7; ++i) {
        agencies.push_back(world.agency("510502"));
        ASSERT_EQ(apply(agencies.back(), 3, i == 3 ? R"(,"at_least":3)" : "").status, 201);
    }
    go_on(23);
    EXPECT_EQ(draw().text("status"), "open");
    go_on(2);
    const auto held = draw();
    ASSERT_EQ(held.text("status"), "drawn");
    const auto parsed = codec::decode<DrawView>(codec::json::serialize(held.body));
    ASSERT_TRUE(parsed.has_value());
    EXPECT_TRUE(verify(*parsed).has_value());
    int given = 0, named = 0;
    for (const auto& entrant : parsed->entrants) {
        given += entrant.given;
        named += entrant.agency.has_value();
        EXPECT_EQ(entrant.agency.has_value(), entrant.given > 0) << "only winners are named";
    }
    EXPECT_EQ(given, 10) << "nothing is left while somebody takes one seat";
    EXPECT_EQ(world.get("/orders/" + order, boss).number("remaining"), 10 - given);

    DrawView forged = *parsed;
    std::swap(forged.entrants[0].nonce, forged.entrants[1].nonce);
    EXPECT_EQ(verify(forged).error().code, "draw_mismatch");
    forged = *parsed;
    forged.position = *forged.position + 1;
    EXPECT_EQ(verify(forged).error().code, "draw_mismatch");

    const auto file = std::filesystem::temp_directory_path() /
                      fmt::format("draw-{}.json", ::getpid());
    std::ofstream(file) << codec::json::serialize(held.body);
    const std::string second = "python3 " SOURCE_FOLDER "/tests/draws/verify_draw.py " +
                               file.string() + " > /dev/null";
    EXPECT_EQ(std::system(second.c_str()), 0);  // NOLINT: a test runs the second implementation
    std::ofstream(file) << codec::json::serialize(codec::parse(codec::encode(forged)).value());
    EXPECT_NE(std::system((second + " 2>&1").c_str()), 0);  // NOLINT
    std::filesystem::remove(file);
}

TEST_F(Draws, FiresOnceAndTellsEveryApplicantItsOutcome) {
    open();
    const auto one = world.agency("510502");
    const auto two = world.agency("510502", 4);
    ASSERT_EQ(apply(one, 6).status, 201);
    ASSERT_EQ(apply(two, 6).status, 201);
    go_on(25);
    go_on(1);
    EXPECT_EQ(count("draw.drawn"), 1);
    EXPECT_EQ(count("draw.result"), 2);
    EXPECT_EQ(count("share.grabbed"), 2);
    const auto mine = world.get("/applications?order=" + order, two).body.at("items").at(0);
    EXPECT_EQ(mine.at("outcome").as_string(), "partly") << "its capacity is four";
    EXPECT_EQ(mine.at("given").as_int64(), 4);
    EXPECT_EQ(world.get("/shares/" + std::string(mine.at("share").as_string()), two).status, 200);
    EXPECT_EQ(world.get("/applications", one).body.at("items").as_array().size(), 1u);
    EXPECT_EQ(world.get("/orders/" + order, boss).number("remaining"), 0);
}

TEST_F(Draws, ABoxThatCannotBeOpenedHoldsUpNoOtherDraw) {
    open();
    const auto agency = world.agency("510502");
    ASSERT_EQ(apply(agency, 2).status, 201);
    const std::string broken = order;
    world.store().write([&](store::Transaction& transaction) {
        transaction.execute(break_box, store::arguments("order", *OrderId::parse(broken)));
        return true;
    });
    open();
    ASSERT_EQ(apply(agency, 2, "", "other").status, 201);
    go_on(25);
    EXPECT_EQ(draw().text("status"), "drawn");
    EXPECT_EQ(world.get("/draws/" + broken, {}).text("status"), "open") << "for who can mend it";
}

/// Who can mend it is told until it is held; a mended draw is held at the next try.
TEST_F(Draws, ADrawThatCannotBeHeldIsShownToWhoCanMendItUntilItIsHeld) {
    open();
    ASSERT_EQ(apply(world.agency("510502"), 2).status, 201);
    const auto id = *OrderId::parse(order);
    std::string box;
    const auto set_box = [&](const std::string& to) {
        world.store().write([&](store::Transaction& transaction) {
            box = find_draw(transaction, id)->secret_box;
            transaction.execute(set_box_to, store::arguments("order", id, "box", to));
            return true;
        });
    };
    set_box("broken");
    const std::string whole = box;
    go_on(25);
    world.run_jobs(1, std::chrono::minutes(2));
    const auto waits = [&](const access::Caller& as) {
        int found = 0;
        const auto inbox = world.get("/inbox", as);
        for (const auto& item : inbox.body.at("items").as_array())
            found += item.at("kind").as_string() == "draws.hold.failed";
        return found;
    };
    const auto official = world.official("511500");
    const auto keeper = world.caller(access::Role::system_administrator, {}, "");
    EXPECT_EQ(waits(official), 1) << "one line, however often it was tried";
    EXPECT_EQ(waits(keeper), 1);
    EXPECT_EQ(waits(world.official("510500")), 0) << "another city's";
    EXPECT_EQ(waits(boss), 0);
    set_box(whole);
    world.run_jobs(1, std::chrono::minutes(2));
    EXPECT_EQ(draw().text("status"), "drawn");
    EXPECT_EQ(waits(official) + waits(keeper), 0);
}

TEST_F(Draws, WhatIsLeftGoesToTheRaceOrWaitsForTheEmployer) {
    open();
    const auto agency = world.agency("510502");
    EXPECT_EQ(code(world.post("/orders/" + order + "/open-to-all", boss)), "mode_not_over");
    go_on(25);
    EXPECT_TRUE(world.get("/orders/" + order, boss).body.at("open_to_all").as_bool());
    EXPECT_EQ(world.post("/orders/" + order + "/shares", agency, R"({"seats":1})", "g").status, 201);

    open(R"(,"leftover":"keep")");
    go_on(25);
    const auto grab = [&](const std::string& key) {
        return code(world.post("/orders/" + order + "/shares", agency, R"({"seats":1})", key));
    };
    EXPECT_EQ(grab("a"), "order_by_draw");
    EXPECT_EQ(world.post("/orders/" + order + "/open-to-all", agency).status, 403);
    EXPECT_EQ(world.post("/orders/" + order + "/open-to-all", boss).status, 200);
    EXPECT_EQ(grab("b"), "");
    EXPECT_EQ(code(world.post("/orders/" + order + "/open-to-all", boss)), "order_other_mode");
}

TEST_F(Draws, WaitsWhileSuspendedAndIsVoidWhenCancelled) {
    const auto official = world.caller(access::Role::official, {}, "511502");
    open();
    ASSERT_EQ(apply(world.agency("510502"), 2).status, 201);
    world.post("/orders/" + order + "/suspend", official, R"({"reason":"核查"})");
    go_on(25);
    EXPECT_EQ(draw().text("status"), "open");
    world.post("/orders/" + order + "/resume", official);
    go_on(1);
    EXPECT_EQ(draw().text("status"), "drawn");

    open();
    const auto agency = world.agency("510502");
    ASSERT_EQ(apply(agency, 2).status, 201);
    world.post("/orders/" + order + "/cancel", boss, R"({"reason":"停产"})");
    go_on(25);
    EXPECT_EQ(draw().text("status"), "voided");
    EXPECT_EQ(world.get("/applications?order=" + order, agency).body.at("items").at(0).at("status")
                  .as_string(),
              "voided");
}

TEST_F(Draws, AWindowThatOutlastsTheOrderIsRefused) {
    const auto draft = world.post(
        "/orders", boss,
        R"({"title":"白酒酿造工","occupation":"6-02-06-03","place":"511502","headcount":4,)"
        R"("description":"负责起窖、拌料、上甑、摘酒","kind":"flex","address":"二车间",)"
        R"("hours_per_day_tenths":80,"starts_on":"2026-12-01","ends_on":"2026-12-31",)"
        R"("pay_unit":"day","pay_min_fen":20000,"pay_max_fen":26000,"mode":"draw",)"
        R"("closes_at":"2026-11-24T09:00:00+08:00"})");
    EXPECT_EQ(code(world.post("/orders/" + draft.text("id") + "/publish", boss)),
              "window_too_long");
}

}  // namespace draws_test
}  // namespace jianghui::draws
