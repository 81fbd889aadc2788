// Team orders as specifications: seats in whole teams, when a team stands, and what becomes of one
// that does not.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "features/seats/rules.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::seats {
namespace teams_test {

using test::WorkingMarket;

TEST(TeamRules, ATeamStandsWhenAllItsSeatsAreAcceptedOrItBegan) {
    EXPECT_EQ(standing_seats({4, 0, 0}), 0);
    EXPECT_EQ(standing_seats({4, 0, 3}), 0);
    EXPECT_EQ(standing_seats({4, 0, 4}), 4);
    EXPECT_EQ(standing_seats({4, 0, 7}), 4);
    EXPECT_EQ(standing_seats({4, 1, 1}), 4) << "it began";
    EXPECT_EQ(standing_seats({4, 5, 9}), 8);
}

TEST(TeamRules, WhoBeganThenWhoAcceptedFirstComesFirst) {
    SeatRow offered, late, early, working;
    offered.id = SeatId{1};
    late.id = SeatId{2};
    late.accepted_at = Instant{Milliseconds{20}};
    early.id = SeatId{3};
    early.accepted_at = Instant{Milliseconds{10}};
    working.id = SeatId{4};
    working.accepted_at = Instant{Milliseconds{30}};
    working.started_on = *parse_date("2026-12-01");
    const auto sorted = by_claim({offered, late, early, working});
    EXPECT_EQ(sorted[0].id, SeatId{4});
    EXPECT_EQ(sorted[1].id, SeatId{3});
    EXPECT_EQ(sorted[2].id, SeatId{2});
    EXPECT_EQ(sorted[3].id, SeatId{1});
}

struct Teams : testing::Test {
    WorkingMarket market;
    std::string order = market.open_order(market.boss, 8, R"(,"team_size":4,"hold_hours":48)");

    std::string grab(int seats, const std::string& key = "g") {
        const auto share = market.post("/orders/" + order + "/shares", market.broker,
                                       fmt::format(R"({{"seats":{}}})", seats), key);
        return share.status == 201 ? share.text("id") : share.text("code");
    }
    WorkingMarket::Worker accept(const std::string& share) {
        return market.accepted(*ShareId::parse(share));
    }
    std::string release(const std::string& share, int seats) {
        return market
            .post("/shares/" + share + "/release", market.broker,
                  fmt::format(R"({{"seats":{}}})", seats))
            .text("code");
    }
    void go_on(int hours) {
        market.clock().advance(std::chrono::hours(hours));
        market.app().run_due_jobs();
        market.clock().advance(std::chrono::seconds(2));
        market.app().run_due_jobs();
    }
    std::int64_t of_share(const std::string& share, const char* member) {
        return market.get("/shares/" + share, market.broker).number(member);
    }
    std::int64_t remaining() { return market.get("/orders/" + order, market.boss).number("remaining"); }
    std::string status(const WorkingMarket::Worker& worker, const char* member = "status") {
        return market.get("/seats/" + worker.seat.text(), worker.caller).text(member);
    }
};

TEST_F(Teams, AreTakenAndGivenBackWhole) {
    EXPECT_EQ(market.get("/orders/" + order, market.boss).number("lot_min"), 4);
    EXPECT_EQ(grab(3), "whole_teams");
    EXPECT_EQ(grab(6, "h"), "whole_teams");
    const auto gate = market.get("/orders/" + order + "/gate", market.broker);
    EXPECT_EQ(gate.number("min_seats"), 4);
    EXPECT_EQ(gate.number("max_seats"), 8);
    const auto share = grab(8, "i");
    EXPECT_EQ(of_share(share, "team_size"), 4);
    EXPECT_EQ(release(share, 3), "whole_teams");
    (void)accept(share);
    EXPECT_EQ(release(share, 8), "nothing_to_release") << "one team has somebody";
    EXPECT_EQ(release(share, 4), "");
    EXPECT_EQ(remaining(), 4);
}

TEST_F(Teams, MustFitHeadcountLotsAndMode) {
    for (const char* more : {R"("headcount":7,"team_size":4)", R"("headcount":8,"team_size":1)",
                             R"("headcount":8,"team_size":4,"lot_min":2)",
                             R"("headcount":8,"team_size":4,"cap_per_agency":6)",
                             R"("headcount":8,"team_size":4,"mode":"draw")"}) {
        const auto refused = market.post(
            "/orders", market.boss,
            std::string(R"({"title":"装卸队","occupation":"6-02-06-03","place":"511502",)") + more +
                "}");
        EXPECT_EQ(refused.text("code"), "team_mismatch") << more;
    }
}

TEST_F(Teams, OneThatIsNotCompleteGoesBackTogetherAndNobodyIsBlamed) {
    const auto share = grab(8);
    std::vector<WorkingMarket::Worker> workers;
    for (int i = 0; i < 6; ++i) workers.push_back(accept(share));
    EXPECT_EQ(of_share(share, "standing"), 4);
    go_on(49);
    EXPECT_EQ(of_share(share, "seats"), 4);
    EXPECT_EQ(of_share(share, "staffed"), 4);
    EXPECT_EQ(remaining(), 4);
    for (int i = 0; i < 4; ++i) EXPECT_EQ(status(workers[i]), "accepted") << "first come stays";
    EXPECT_EQ(status(workers[4]), "expired");
    EXPECT_EQ(status(workers[5], "status_reason"), "team_incomplete");
    const auto told = market.get("/notices", workers[5].caller).bytes;
    EXPECT_NE(told.find("seat.team_incomplete"), std::string::npos) << told;
    market.app().follow();
    const auto score = market.get("/organisations/" + market.broker.organisation.text() +
                                      "/reliability", market.broker);
    EXPECT_EQ(score.body.at("parts").as_array().size(), 0U) << "nobody is blamed";
    // The days are free again: the same worker may take other work of these days.
    const auto other = market.open_order(market.boss, 1);
    const auto held = market.post("/orders/" + other + "/shares", market.broker, R"({"seats":1})", "o");
    const auto offer = market.post("/shares/" + held.text("id") + "/seats", market.broker,
                                   fmt::format(R"({{"person":"{}"}})",
                                               workers[5].caller.person.text()));
    ASSERT_EQ(offer.status, 201) << offer.text("code");
    EXPECT_EQ(market.post("/seats/" + offer.text("id") + "/accept", workers[5].caller).text("status"),
              "accepted");
}

TEST_F(Teams, AnEmptyTeamShareIsReleasedAtTheEndOfItsHold) {
    const auto share = grab(4);
    (void)accept(share);
    go_on(49);
    EXPECT_EQ(market.get("/shares/" + share, market.broker).text("status"), "released");
    EXPECT_EQ(market.get("/shares/" + share, market.broker).text("status_reason"), "team_incomplete");
    EXPECT_EQ(remaining(), 8);
}

TEST_F(Teams, ASeatOfAStandingTeamIsTheAgencysToRefillAndThenGoesBackAlone) {
    const auto share = grab(4);
    std::vector<WorkingMarket::Worker> workers;
    for (int i = 0; i < 4; ++i) workers.push_back(accept(share));
    go_on(49);
    market.act<Done>(market.boss, [&](app::Command& command) -> Result<Done> {
        (void)leave(command, *find(command.db, workers[0].seat), SeatStatus::no_show, "boss");
        return Done{};
    });
    EXPECT_EQ(of_share(share, "seats"), 4) << "the team's seat waits to be refilled";
    EXPECT_EQ(market.get("/inbox", market.broker).body.at("items").as_array().at(0).at("kind").as_string(),
              "share.staff");
    (void)accept(share);
    go_on(25);
    EXPECT_EQ(of_share(share, "staffed"), 4) << "refilled in time";
    market.act<Done>(market.boss, [&](app::Command& command) -> Result<Done> {
        (void)leave(command, *find(command.db, workers[1].seat), SeatStatus::no_show, "boss");
        return Done{};
    });
    go_on(25);
    EXPECT_EQ(of_share(share, "seats"), 3) << "only that seat went back";
    EXPECT_EQ(remaining(), 5);
    EXPECT_EQ(status(workers[2]), "accepted");
    const auto single = grab(1, "single");
    EXPECT_EQ(of_share(single, "team_size"), 0) << "joins the team that stands";
    EXPECT_EQ(grab(2, "two"), "whole_teams");
}

}  // namespace teams_test
}  // namespace jianghui::seats
