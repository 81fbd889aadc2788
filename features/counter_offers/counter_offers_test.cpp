// Counter-offers as specifications: proposed, answered, run out, and ended with the order.

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "features/shares/api.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::counter_offers {
namespace counter_offers_test {

using test::TestApp;

struct CounterOffers : testing::Test {
    test::WorkingMarket world;
    access::Caller& boss = world.boss;
    access::Caller& one = world.broker;
    access::Caller two = world.agency("511002");
    int keys = 0;
    std::string order = world.open_order(boss, 6, R"(,"service_fee_fen":20000)");

    TestApp::Answer propose(const access::Caller& agency, int seats, int fee,
                            const std::string& key = "p") {
        return world.post("/orders/" + order + "/counter-offers", agency,
                          fmt::format(R"({{"seats":{},"fee_fen":{},"message":"旺季招人成本高"}})", seats,
                                      fee),
                          key);
    }
    TestApp::Answer act(const access::Caller& who, const std::string& offer, const std::string& what,
                        const std::string& body = "{}", const std::string& key = "") {
        return world.post("/counter-offers/" + offer + "/" + what, who, body,
                          key.empty() ? fmt::format("key {}", ++keys) : key);
    }
    void go_on(std::int64_t hours) {
        world.clock().set(world.clock().now() + std::chrono::hours(hours));
        world.app().run_due_jobs();
    }
    std::string status(const std::string& offer) {
        const auto all = world.get("/orders/" + order + "/counter-offers", boss).body.as_array();
        for (const auto& each : all)
            if (each.at("id").as_string() == offer) return std::string(each.at("status").as_string());
        return "";
    }
    std::string told(const access::Caller& who) {
        return codec::json::serialize(world.get("/notices", who).body);
    }
};

TEST_F(CounterOffers, AreAcceptedAtTheAgreedFeeWhichIsBilled) {
    const auto offer = propose(one, 4, 26000);
    ASSERT_EQ(offer.status, 201) << offer.text("code");
    EXPECT_EQ(offer.number("order_fee_fen"), 20000);
    EXPECT_EQ(propose(one, 4, 26000).text("id"), offer.text("id")) << "the same key";
    EXPECT_EQ(world.get("/orders/" + order, boss).number("remaining"), 6) << "it reserves nothing";
    EXPECT_EQ(act(one, offer.text("id"), "accept").status, 403);
    EXPECT_EQ(act(world.employer("511502"), offer.text("id"), "accept").status, 404);
    const auto accepted = act(boss, offer.text("id"), "accept", "{}", "a");
    ASSERT_EQ(accepted.text("status"), "accepted") << accepted.text("code");
    EXPECT_EQ(act(boss, offer.text("id"), "accept", "{}", "a").text("share"), accepted.text("share"));
    EXPECT_EQ(act(boss, offer.text("id"), "accept").text("code"), "counter_offer_over");
    EXPECT_EQ(world.get("/orders/" + order, boss).number("remaining"), 2);
    const auto share = world.get("/shares/" + accepted.text("share"), one);
    EXPECT_EQ(share.number("service_fee_fen"), 26000);
    EXPECT_EQ(share.number("seats"), 4);

    const auto worker = world.accepted(*ShareId::parse(accepted.text("share")));
    world.go_to("2026-12-01T08:00:00+08:00");
    world.start(worker);
    world.go_to("2026-12-10T20:00:00+08:00");
    const auto sheet = world.post("/seats/" + worker.seat.text() + "/timesheets", one,
                                  R"({"from_on":"2026-12-01","to_on":"2026-12-05",)"
                                  R"("quantity_hundredths":500,"submit":true})");
    ASSERT_EQ(world.post("/timesheets/" + sheet.text("id") + "/approve", boss).status, 200);
    EXPECT_EQ(world.get("/statements?share=" + accepted.text("share"), boss).body.at("items").at(0)
                  .at("fee_fen").as_int64(),
              26000);
}

TEST_F(CounterOffers, AreRefusedForAReason) {
    EXPECT_EQ(propose(one, 2, 20000).text("code"), "counter_offer_same_fee");
    EXPECT_EQ(propose(one, 7, 26000).text("code"), "not_enough_seats");
    EXPECT_EQ(propose(world.agency("510502", 0), 2, 26000).text("code"), "capacity_exceeded");
    EXPECT_EQ(propose(boss, 2, 26000).status, 403);
    EXPECT_EQ(propose(one, 2, 26000, "").status, 400) << "without a key";
    ASSERT_EQ(propose(one, 2, 26000).status, 201);
    EXPECT_EQ(propose(one, 1, 25000, "q").text("code"), "counter_offer_standing");
    order = world.open_order(boss, 3, R"(,"mode":"draw")");
    EXPECT_EQ(propose(one, 1, 25000, "r").text("code"), "order_by_draw");
}

TEST_F(CounterOffers, AreDeclinedWithAReasonAndWithdrawn) {
    const auto first = propose(one, 2, 26000).text("id");
    EXPECT_EQ(act(boss, first, "decline").status, 400) << "a reason";
    EXPECT_EQ(act(boss, first, "decline", R"({"reason":"预算有限"})").text("status"), "declined");
    const auto second = propose(one, 2, 24000, "q").text("id");
    EXPECT_EQ(act(two, second, "withdraw").status, 404);
    EXPECT_EQ(act(boss, second, "withdraw").status, 403);
    EXPECT_EQ(act(one, second, "withdraw").text("status"), "withdrawn");
    EXPECT_EQ(act(boss, second, "accept").text("code"), "counter_offer_over");
    world.app().run_due_jobs();
    EXPECT_NE(told(one).find("counter_offer.declined"), std::string::npos);
    EXPECT_NE(told(boss).find("counter_offer.withdrawn"), std::string::npos);
    EXPECT_EQ(world.get("/counter-offers", one).body.at("items").as_array().size(), 2u);
    EXPECT_EQ(world.get("/counter-offers?status=declined", boss).body.at("items").as_array().size(),
              1u);
}

TEST_F(CounterOffers, AreSeenByThePartiesAndSupervisorsAlone) {
    (void)propose(one, 2, 26000);
    (void)propose(two, 1, 27000);
    const auto seen = [&](const access::Caller& who) {
        return world.get("/orders/" + order + "/counter-offers", who).body.as_array().size();
    };
    EXPECT_EQ(seen(boss), 2u);
    EXPECT_EQ(seen(world.official), 2u);
    EXPECT_EQ(seen(one), 1u) << "its own";
    EXPECT_EQ(seen(world.employer("511502")), 0u);
    EXPECT_EQ(codec::json::serialize(world.get("/orders/" + order + "/history", two).body)
                  .find("26000"),
              std::string::npos)
        << "the order's history tells nobody";
    const auto inbox = world.get("/inbox", boss).body.at("items").as_array();
    ASSERT_EQ(inbox.size(), 2u);
    EXPECT_EQ(inbox[0].at("kind").as_string(), "counter_offer.answer");
    EXPECT_EQ(world.get("/inbox", one).body.at("items").as_array().size(), 0u);
}

TEST_F(CounterOffers, RunOutAndTheGateHoldsAtTheAcceptance) {
    const auto small = world.agency("510502", 3);
    const auto late = propose(small, 3, 26000).text("id");
    const auto race = world.open_order(boss, 2);
    ASSERT_EQ(world.post("/orders/" + race + "/shares", small, R"({"seats":1})", "r").status, 201);
    EXPECT_EQ(act(boss, late, "accept").text("code"), "capacity_exceeded");
    EXPECT_EQ(status(late), "standing") << "the employer may still decline";
    go_on(23);
    EXPECT_EQ(status(late), "standing");
    go_on(2);
    EXPECT_EQ(status(late), "lapsed");
    EXPECT_EQ(act(boss, late, "accept").text("code"), "counter_offer_over");
    go_on(1);
    EXPECT_NE(told(small).find("counter_offer.lapsed"), std::string::npos);
    EXPECT_EQ(propose(small, 2, 26000, "again").status, 201) << "and may propose anew";
}

TEST_F(CounterOffers, EndWithTheOrder) {
    const auto offer = propose(one, 2, 26000).text("id");
    world.post("/orders/" + order + "/cancel", boss, R"({"reason":"停产"})");
    go_on(1);
    EXPECT_EQ(status(offer), "voided");
    EXPECT_EQ(act(boss, offer, "accept").text("code"), "counter_offer_over");
    EXPECT_EQ(world.get("/inbox", boss).body.at("items").as_array().size(), 0u);
}

}  // namespace counter_offers_test
}  // namespace jianghui::counter_offers
