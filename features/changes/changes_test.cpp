// Changes as specifications: a new version, who is asked, and what each answer does.

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/support/working_market.hpp"

namespace jianghui::changes {
namespace changes_test {

using Answer = test::TestApp::Answer;

struct Changes : testing::Test {
    test::WorkingMarket world;
    access::Caller rival = world.agency("511002");
    ShareId share = world.grabbed(6, R"(,"service_fee_fen":30000)");
    std::string order =
        std::string(world.get("/shares/" + share.text(), world.broker)
                        .body.at("order").at("id").as_string());
    int keys = 0;

    Answer now() { return world.get("/orders/" + order, world.boss); }
    Answer change(const std::string& members, int version = 0) {
        if (version == 0) version = static_cast<int>(now().number("version"));
        return world.post("/orders/" + order + "/changes", world.boss,
                          fmt::format(R"({{"version":{}{}}})", version, members),
                          fmt::format("c{}", ++keys));
    }
    Answer answers(const access::Caller& who) {
        return world.get("/orders/" + order + "/change-answers", who);
    }
    /// The newest answer of the order.
    std::string answer_id() {
        return std::string(answers(world.boss).body.as_array().at(0).at("id").as_string());
    }
    Answer say(const std::string& what, const std::string& body = "{}") {
        return world.post("/change-answers/" + answer_id() + "/" + what, world.broker, body);
    }
    Answer share_now() { return world.get("/shares/" + share.text(), world.broker); }
    Answer grab(const std::string& members) {
        return world.post("/orders/" + order + "/shares", rival, "{" + members + "}",
                          fmt::format("g{}", ++keys));
    }
    seats::SeatRow seat(SeatId id) {
        return world.act<seats::SeatRow>(world.broker, [&](app::Command& command) {
            return Result<seats::SeatRow>(*seats::find(command.db, id));
        });
    }
};

TEST_F(Changes, MakeANewVersionThatHoldsAtOnceForNewShares) {
    const auto before = now();
    const auto made = change(R"(,"headcount":9,"pay_max_fen":28000,"address":"三车间")");
    ASSERT_EQ(made.status, 201) << made.bytes;
    EXPECT_EQ(made.number("version"), before.number("version") + 1);
    EXPECT_EQ(made.number("asked"), 1);
    const auto after = now();
    EXPECT_EQ(after.text("status"), "open") << "it was filled: more seats open it again";
    EXPECT_EQ(after.number("remaining"), 3);
    EXPECT_EQ(after.text("address"), "三车间");

    // Who saw the old version does not silently take the new one.
    const auto blind = grab(fmt::format(R"("seats":1,"order_version":{})", before.number("version")));
    EXPECT_EQ(blind.text("code"), "order_newer") << blind.bytes;
    EXPECT_EQ(blind.status, 409);
    const auto seen = grab(fmt::format(R"("seats":1,"order_version":{})", after.number("version")));
    EXPECT_EQ(seen.status, 201) << seen.bytes;
    EXPECT_EQ(seen.number("order_version"), after.number("version"));
    EXPECT_EQ(grab(R"("seats":1)").status, 201) << "saying it is up to the caller";

    const auto versions = world.get("/orders/" + order + "/versions", access::Caller{});
    ASSERT_EQ(versions.body.as_array().size(), 2u) << "everybody reads them";
    EXPECT_EQ(versions.body.at(0).at("changes").as_array().size(), 0u);
    const auto& changes = versions.body.at(1).at("changes").as_array();
    ASSERT_EQ(changes.size(), 3u);
    EXPECT_EQ(changes[0].at("term").as_string(), "headcount");
    EXPECT_EQ(changes[1].at("before").as_string(), "二车间");
    EXPECT_EQ(changes[1].at("after").as_string(), "三车间");
    EXPECT_EQ(changes[2].at("after").as_int64(), 28000);
}

TEST_F(Changes, AShareIsMadeOfItsOwnVersionUntilItsAgencyAccepts) {
    const auto first = world.accepted(share);
    ASSERT_EQ(change(R"(,"starts_on":"2026-12-05","pay_min_fen":27000,"pay_max_fen":30000,)"
                     R"("address":"三车间","service_fee_fen":40000)").status, 201);
    // The next seat of the share is still of the old terms: 200 yuan a day would be below the new.
    const auto second = world.accepted(share, {20000});
    EXPECT_EQ(seat(second.seat).starts_on, *parse_date("2026-12-01"));
    EXPECT_EQ(seat(second.seat).service_fee_fen, Fen{30000});
    EXPECT_NE(seat(second.seat).contract.find("二车间"), std::string::npos);

    EXPECT_EQ(say("accept").text("status"), "accepted");
    EXPECT_EQ(share_now().number("order_version"), now().number("version"));
    const auto third = world.accepted(share, {28000});
    EXPECT_EQ(seat(third.seat).starts_on, *parse_date("2026-12-05"));
    EXPECT_EQ(seat(third.seat).service_fee_fen, Fen{40000});
    EXPECT_NE(seat(third.seat).contract.find("三车间"), std::string::npos);

    // What was accepted stays as accepted, also as it is shown.
    EXPECT_EQ(seat(first.seat).starts_on, *parse_date("2026-12-01"));
    EXPECT_EQ(world.get("/seats/" + first.seat.text(), first.caller)
                  .body.at("order").at("address").as_string(), "二车间");
    EXPECT_EQ(world.get("/seats/" + third.seat.text(), third.caller)
                  .body.at("order").at("address").as_string(), "三车间");
    EXPECT_EQ(say("accept").text("code"), "change_answer_over");
}

TEST_F(Changes, DeclinedTheEmptySeatsGoBackWithoutBlame) {
    const auto worker = world.accepted(share);
    ASSERT_EQ(change(R"(,"shift":"night")").status, 201);
    const auto declined = say("decline", R"({"reason":"招不到夜班"})");
    EXPECT_EQ(declined.text("status"), "declined") << declined.bytes;
    EXPECT_EQ(declined.number("given_back"), 5);
    EXPECT_EQ(share_now().number("seats"), 1) << "the accepted one stays";
    EXPECT_EQ(now().number("remaining"), 5);
    EXPECT_EQ(now().text("status"), "open");
    EXPECT_EQ(seat(worker.seat).status, seats::SeatStatus::accepted);
    EXPECT_EQ(seat(worker.seat).shift, orders::Shift::day);
    EXPECT_EQ(answers(world.boss).body.at(0).at("reason").as_string(), "招不到夜班");

    // A seat that frees up later goes back too, and with the last one the share.
    ASSERT_EQ(world.post("/seats/" + worker.seat.text() + "/no-show", world.broker).status, 409);
    world.act<Done>(world.broker, [&](app::Command& command) -> Result<Done> {
        (void)seats::leave(command, *seats::find(command.db, worker.seat),
                           seats::SeatStatus::ended_early, "worker_left");
        return Done{};
    });
    EXPECT_EQ(share_now().text("status"), "released");
    EXPECT_EQ(now().number("remaining"), 6);
    for (const auto& event : world.store().read([](const store::Reader& reader) {
             return journal::after(reader, 0, 1000);
         }))
        if (event.kind == "share.released") {
            EXPECT_EQ(event.data.at("reason").as_string(), "worker_left")
                << "features/ratings counts what an agency gave back or left empty";
        }
}

TEST_F(Changes, UnansweredItRunsOutOnceAndAtTheDeadline) {
    world.clock().advance(std::chrono::hours(40));  // of a hold of 48
    const auto made = change(R"(,"address":"四车间")");
    ASSERT_EQ(made.status, 201);
    EXPECT_EQ(world.get("/inbox", world.broker).body.at("items").at(0).at("kind").as_string(),
              "change.answer");
    world.clock().advance(std::chrono::hours(47));
    world.app().run_due_jobs();
    EXPECT_EQ(answers(world.broker).body.at(0).at("status").as_string(), "standing");
    EXPECT_EQ(share_now().text("status"), "held") << "its hold stands still meanwhile";
    world.clock().advance(std::chrono::hours(1));
    EXPECT_EQ(say("accept").text("code"), "change_answer_over") << "the deadline, not the clock";
    world.app().run_due_jobs();
    world.app().run_due_jobs();
    EXPECT_EQ(answers(world.broker).body.at(0).at("status").as_string(), "run_out");
    EXPECT_EQ(now().number("remaining"), 6);
    EXPECT_EQ(share_now().text("status"), "released");
    EXPECT_EQ(share_now().text("status_reason"), "change_run_out");
}

TEST_F(Changes, OnlySeatsOrTimeAskNobody) {
    const auto made = change(R"(,"headcount":8,"hold_hours":20)");
    EXPECT_EQ(made.number("asked"), 0) << made.bytes;
    EXPECT_EQ(share_now().number("order_version"), now().number("version"));
    EXPECT_EQ(answers(world.boss).body.as_array().size(), 0u);
}

TEST_F(Changes, ANewerChangeOvertakesTheOneThatStands) {
    ASSERT_EQ(change(R"(,"address":"三车间")").status, 201);
    const auto older = answer_id();
    world.clock().advance(std::chrono::hours(10));
    ASSERT_EQ(change(R"(,"headcount":7)").number("asked"), 1) << "asks on, with the same deadline";
    const auto all = answers(world.broker).body.as_array();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].at("answer_until_at"), all[1].at("answer_until_at"));
    EXPECT_EQ(all[1].at("status").as_string(), "overtaken");
    EXPECT_EQ(world.post("/change-answers/" + older + "/accept", world.broker).text("code"),
              "change_answer_over");
    ASSERT_EQ(change(R"(,"address":"四车间")").status, 201);
    EXPECT_NE(answers(world.broker).body.at(0).at("answer_until_at"), all[0].at("answer_until_at"));
    EXPECT_EQ(say("accept").text("status"), "accepted");
    EXPECT_EQ(share_now().number("order_version"), now().number("version"));
}

TEST_F(Changes, WhoStoodByForTheSeatsThatItBringsIsNotAskedAboutIt) {
    ASSERT_EQ(world.post("/orders/" + order + "/standbys", rival, R"({"seats":2})", "stand").status, 201);
    const auto made = change(R"(,"headcount":8,"address":"三车间")");
    ASSERT_EQ(made.status, 201) << made.bytes;
    EXPECT_EQ(made.number("asked"), 1) << "the one who had seats before";
    EXPECT_EQ(now().number("remaining"), 0) << "the new seats went to who stood by";
    const auto served = world.get("/shares?order=" + order, rival).body.at("items").as_array();
    ASSERT_EQ(served.size(), 1u);
    EXPECT_EQ(served[0].at("order_version").as_int64(), now().number("version"));
}

TEST_F(Changes, TheHeadcountFallsOnlyByWhatIsFree) {
    ASSERT_EQ(change(R"(,"headcount":10)").status, 201);
    ASSERT_EQ(grab(R"("seats":1)").status, 201);
    const auto refused = change(R"(,"headcount":6)");
    EXPECT_EQ(refused.text("code"), "headcount_taken") << refused.bytes;
    const auto exact = change(R"(,"headcount":7)");
    ASSERT_EQ(exact.status, 201) << exact.bytes;
    EXPECT_EQ(now().text("status"), "filled");
    EXPECT_EQ(now().number("remaining"), 0);
    EXPECT_EQ(now().number("cap_per_agency"), 7) << "a cap of the whole order follows it";
}

TEST_F(Changes, RefusesWhatAPublicationWouldRefuse) {
    EXPECT_EQ(change(R"(,"pay_min_fen":100,"pay_max_fen":200)").text("code"), "post_check_failed");
    EXPECT_EQ(change(R"(,"description":"只招男性，负责起窖、拌料")").status, 422);
    EXPECT_EQ(change(R"(,"starts_on":"2026-11-01")").text("code"), "post_check_failed");
    EXPECT_EQ(change(R"(,"headcount":9000)").text("code"), "change_needs_review");
    EXPECT_EQ(change(R"(,"closes_at":"2026-11-20T00:00:00+08:00")").text("code"),
              "dates_mismatch");
    EXPECT_EQ(change(R"(,"certificates":["no_such"])").text("code"), "unknown_code");
    EXPECT_EQ(change(R"(,"address":"二车间")").text("code"), "nothing_changed");
    EXPECT_EQ(change(R"(,"address":"三车间")", 7).text("code"), "order_changed");
    EXPECT_EQ(change(R"(,"mode":"draw")").status, 400) << "not a term that may change";
    EXPECT_EQ(now().number("remaining"), 0) << "nothing of it was kept";
}

TEST_F(Changes, AreTheEmployersAndTheAnswersTheAgencys) {
    const auto path = "/orders/" + order + "/changes";
    const std::string body = R"({"version":1,"address":"三车间"})";
    EXPECT_EQ(world.post(path, world.employer("511502"), body, "k").status, 403);
    EXPECT_EQ(world.post(path, world.broker, body, "k").status, 403);
    EXPECT_EQ(world.post(path, world.boss, body).status, 400) << "wants a key";
    const auto once = world.post(path, world.boss, body, "same");
    ASSERT_EQ(once.status, 201) << once.bytes;
    EXPECT_EQ(world.post(path, world.boss, body, "same").bytes, once.bytes);
    EXPECT_EQ(now().number("version"), 2) << "made once";
    EXPECT_EQ(world.post("/change-answers/" + answer_id() + "/accept", rival).status, 404);
    EXPECT_EQ(answers(rival).body.as_array().size(), 0u);
    EXPECT_EQ(answers(world.official).body.as_array().size(), 1u);
    const auto draft = world.post("/orders", world.boss,
                                  R"({"title":"普工","occupation":"6-02-06-03","place":"511502",)"
                                  R"("headcount":2})").text("id");
    EXPECT_EQ(world.post("/orders/" + draft + "/changes", world.boss, body, "d").text("code"),
              "order_status_conflict");
}

TEST_F(Changes, AnOrderDoesNotChangeWhileAgenciesApply) {
    const auto drawn = world.open_order(world.boss, 4, R"(,"mode":"draw")");
    const auto made = world.post("/orders/" + drawn + "/changes", world.boss,
                                 R"({"version":1,"address":"三车间"})", "w");
    EXPECT_EQ(made.text("code"), "change_in_window") << made.bytes;
}

TEST_F(Changes, AreVoidWhenTheShareEndsFirst) {
    ASSERT_EQ(change(R"(,"address":"三车间")").status, 201);
    ASSERT_EQ(world.post("/shares/" + share.text() + "/release", world.broker).status, 200);
    EXPECT_EQ(say("decline").text("code"), "change_answer_over");
    world.clock().advance(std::chrono::hours(48));
    world.app().run_due_jobs();
    EXPECT_EQ(answers(world.broker).body.at(0).at("status").as_string(), "voided");
}

/// Grabs race with changes of the headcount: no seat is sold twice, none is lost, and nobody who
/// named an old version holds a share of a newer one.
TEST_F(Changes, KeepEverySeatWhileGrabsRace) {
    const auto raced = world.open_order(world.boss, 20, R"(,"cap_per_agency":20)");
    std::vector<access::Caller> agencies;
    for (int i = 0; i < 6; ++i) agencies.push_back(world.agency("510502"));
    std::atomic<int> taken{0}, newer{0};
    std::vector<std::thread> clients;
    for (std::size_t i = 0; i < agencies.size(); ++i)
        clients.emplace_back([&, i] {
            for (int k = 0; k < 25; ++k) {
                const auto version = world.get("/orders/" + raced, agencies[i]).number("version");
                const auto got = world.post(
                    "/orders/" + raced + "/shares", agencies[i],
                    fmt::format(R"({{"seats":1,"order_version":{}}})", version),
                    fmt::format("r{}-{}", i, k));
                if (got.status == 201) {
                    ++taken;
                    EXPECT_EQ(got.number("order_version"), version);
                } else if (got.text("code") == "order_newer") {
                    ++newer;
                }
            }
        });
    int made = 0;
    for (int k = 0; k < 25; ++k) {
        const auto order_now = world.get("/orders/" + raced, world.boss);
        const auto headcount = order_now.number("headcount") + (k % 3 == 0 ? -4 : 3);
        const auto got = world.post("/orders/" + raced + "/changes", world.boss,
                                    fmt::format(R"({{"version":{},"headcount":{}}})",
                                                order_now.number("version"), headcount),
                                    fmt::format("h{}", k));
        if (got.status == 201) ++made;
        else
            EXPECT_TRUE(got.text("code") == "headcount_taken" ||
                        got.text("code") == "order_changed") << got.bytes;
    }
    for (auto& client : clients) client.join();
    const auto end = world.get("/orders/" + raced, world.boss);
    EXPECT_GT(made, 0);
    EXPECT_EQ(end.number("headcount") - end.number("remaining"), taken.load());
    EXPECT_EQ(end.text("status"), end.number("remaining") == 0 ? "filled" : "open");
}

}  // namespace changes_test
}  // namespace jianghui::changes
