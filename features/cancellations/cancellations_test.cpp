// Cancellation terms and claims as specifications.

#include <gtest/gtest.h>

#include "tests/support/working_market.hpp"

namespace jianghui::cancellations {
namespace cancellations_test {

using Answer = test::TestApp::Answer;

struct Cancellations : testing::Test {
    test::WorkingMarket world;
    access::Caller official = world.caller(access::Role::official, {}, "511500");

    /// Six seats held by the broker at 300 yuan each, from 2026-12-01.
    ShareId share = world.grabbed(6, R"(,"service_fee_fen":30000,"hold_hours":400)");
    std::string order = std::string(world.get("/shares/" + share.text(), world.broker)
                                        .body.at("order").at("id").as_string());

    Answer cancel() {
        return world.post("/orders/" + order + "/cancel", world.boss, R"({"reason":"停产"})");
    }
    Answer release(const std::string& body = "{}") {
        return world.post("/shares/" + share.text() + "/release", world.broker, body);
    }
    std::vector<codec::json::value> claims(const access::Caller& who) {
        const auto listed = world.get("/cancellation-claims?order=" + order, who);
        const auto& items = listed.body.at("items").as_array();
        return {items.begin(), items.end()};
    }
    Answer say(const codec::json::value& claim, const std::string& what, const access::Caller& who,
               const std::string& body = "{}") {
        return world.post("/cancellation-claims/" + std::string(claim.at("id").as_string()) + "/" +
                              what,
                          who, body);
    }
};

TEST_F(Cancellations, TheTermsAreChosenWithTheDraftAndFrozenWithThePublication) {
    const auto offered = world.get("/cancellation-terms", access::Caller{});
    EXPECT_EQ(offered.number("default_set"), 1);
    EXPECT_EQ(offered.body.at("sets").as_array().size(), 3u);
    const auto draft =
        world.post("/orders", world.boss,
                   R"({"title":"白酒酿造工","occupation":"6-02-06-03","place":"511502",)"
                   R"("headcount":2,"description":"负责起窖、拌料、上甑、摘酒","kind":"flex",)"
                   R"("address":"二车间","hours_per_day_tenths":80,"starts_on":"2026-12-01",)"
                   R"("ends_on":"2026-12-31","pay_unit":"day","pay_min_fen":20000})")
            .text("id");
    const auto path = "/orders/" + draft + "/cancellation-terms";
    EXPECT_EQ(world.get(path, world.boss).body.at("set").at("number").as_int64(), 1)
        << "what it gets when it says nothing";
    EXPECT_EQ(world.get(path, world.broker).status, 404) << "a draft is its employer's";
    EXPECT_EQ(world.post(path, world.boss, R"({"set":77})").text("code"),
              "cancellation_terms_unknown");
    EXPECT_EQ(world.post(path, world.employer("511502"), R"({"set":2})").status, 404);
    EXPECT_EQ(world.post(path, world.boss, R"({"set":2})").status, 200);
    ASSERT_EQ(world.post("/orders/" + draft + "/publish", world.boss).text("status"), "open");
    const auto frozen = world.get(path, world.broker);
    EXPECT_EQ(frozen.body.at("set").at("number").as_int64(), 2);
    EXPECT_FALSE(frozen.body.at("frozen_at").is_null());
    EXPECT_GT(frozen.body.at("set").at("rows").as_array().size(), 6u);
    EXPECT_EQ(world.post(path, world.boss, R"({"set":1})").text("code"), "order_not_editable");
}

TEST_F(Cancellations, AnEmployerWithShortNoticeOwesFeeAndPay) {
    (void)world.accepted(share, {22000});
    (void)world.accepted(share, {22000});
    world.go_to("2026-11-30T12:00:00+08:00");
    ASSERT_EQ(cancel().status, 200);
    const auto owed = claims(world.boss);
    ASSERT_EQ(owed.size(), 1u);
    const auto& claim = owed.front();
    EXPECT_EQ(claim.at("status").as_string(), "due");
    EXPECT_EQ(claim.at("debtor").at("id").as_string(), world.boss.organisation.text());
    EXPECT_EQ(claim.at("creditor").at("id").as_string(), world.broker.organisation.text());
    EXPECT_EQ(claim.at("share_state").as_string(), "staffing");
    EXPECT_EQ(claim.at("notice_hours").as_int64(), 12);
    // 6 × 300 × 50 % + 2 × 220 × 1 day
    EXPECT_EQ(claim.at("amount_fen").as_int64(), 90000 + 44000);
    ASSERT_EQ(claim.at("lines").as_array().size(), 2u);
    EXPECT_EQ(claim.at("lines").at(1).at("seats").as_int64(), 2);
    EXPECT_EQ(claims(world.broker).size(), 1u);
    EXPECT_EQ(claims(official).size(), 1u);
    EXPECT_EQ(claims(world.agency("511002")).size(), 0u);
    const auto id = std::string(claim.at("id").as_string());
    EXPECT_EQ(world.get("/cancellation-claims/" + id, world.agency("511002")).status, 404);
    EXPECT_EQ(world.get("/cancellation-claims/" + id, world.broker).status, 200);
}

TEST_F(Cancellations, WithFullNoticeNothingIsDue) {
    ASSERT_EQ(cancel().status, 200);
    EXPECT_TRUE(claims(world.boss).empty());
}

TEST_F(Cancellations, AnAgencyThatReleasesLateOwesForTheSeatsItReleases) {
    world.go_to("2026-11-29T12:00:00+08:00");
    ASSERT_EQ(release(R"({"seats":4})").status, 200);
    auto owed = claims(world.broker);
    ASSERT_EQ(owed.size(), 1u);
    EXPECT_EQ(owed.front().at("debtor").at("id").as_string(), world.broker.organisation.text());
    EXPECT_EQ(owed.front().at("seats").as_int64(), 4);
    EXPECT_EQ(owed.front().at("amount_fen").as_int64(), 4 * 30000 / 10);
}

TEST_F(Cancellations, TheAgencyThatDefaultsOwes) {
    const auto worker = world.accepted(share, {22000});
    world.go_to("2026-12-09T12:00:00+08:00");
    ASSERT_EQ(world.post("/seats/" + worker.seat.text() + "/no-show", world.broker).status, 200);
    world.app().run_due_jobs();
    ASSERT_EQ(world.get("/shares/" + share.text(), world.boss).text("status"), "defaulted");
    const auto owed = claims(world.boss);
    ASSERT_EQ(owed.size(), 1u);
    EXPECT_EQ(owed.front().at("canceller").as_string(), "agency");
    EXPECT_EQ(owed.front().at("amount_fen").as_int64(), 6 * 30000 / 2);
}

TEST_F(Cancellations, NobodyOwesWhereNobodyIsToBlame) {
    world.go_to("2026-11-30T12:00:00+08:00");
    // Changed terms declined.
    const auto version = world.get("/orders/" + order, world.boss).number("version");
    ASSERT_EQ(world.post("/orders/" + order + "/changes", world.boss,
                         fmt::format(R"({{"version":{},"address":"三车间","headcount":8}})", version),
                         "c").status, 201);
    const auto asked = world.get("/orders/" + order + "/change-answers", world.broker);
    const auto answer = std::string(asked.body.at(0).at("id").as_string());
    ASSERT_EQ(world.post("/change-answers/" + answer + "/decline", world.broker).status, 200);
    EXPECT_TRUE(claims(world.broker).empty());
    // The end of a hold.
    const auto two = world.post("/orders/" + order + "/shares", world.broker, R"({"seats":2})", "g");
    ASSERT_EQ(two.status, 201) << two.bytes;
    world.clock().advance(std::chrono::hours(400));
    world.app().run_due_jobs();
    EXPECT_EQ(world.get("/shares/" + two.text("id"), world.broker).text("status"), "released");
    EXPECT_TRUE(claims(world.broker).empty());
}

TEST_F(Cancellations, AnAuthoritysWithdrawalCostsNobody) {
    world.go_to("2026-11-30T12:00:00+08:00");
    ASSERT_EQ(world.post("/shares/" + share.text() + "/withdraw", official,
                         R"({"reason":"违规"})").status, 200);
    EXPECT_TRUE(claims(world.boss).empty());
}

TEST_F(Cancellations, AClaimIsPaidConfirmedWaivedOrDisputedByItsParties) {
    world.go_to("2026-11-30T12:00:00+08:00");
    ASSERT_EQ(cancel().status, 200);
    const auto claim = claims(world.boss).at(0);
    const auto inbox = world.get("/inbox", world.boss).body.at("items").as_array();
    EXPECT_EQ(std::count_if(inbox.begin(), inbox.end(), [](const auto& item) {
        return item.at("kind").as_string() == "cancellation.pay";
    }), 1);
    EXPECT_EQ(say(claim, "confirm", world.broker).text("code"),
              "cancellation_claim_status_conflict");
    EXPECT_EQ(say(claim, "confirm", world.boss).status, 403);
    EXPECT_EQ(say(claim, "pay", world.agency("511002")).status, 404);
    EXPECT_EQ(say(claim, "dispute", world.boss).status, 400) << "wants a reason";
    EXPECT_EQ(say(claim, "dispute", world.boss, R"({"reason":"人数不符"})").text("status"),
              "disputed");
    EXPECT_EQ(say(claim, "pay", world.boss, R"({"reference":"银行回单 88"})").text("status"), "paid");
    EXPECT_EQ(say(claim, "dispute", world.broker, R"({"reason":"未到账"})").text("status"),
              "disputed");
    const auto done = say(claim, "confirm", world.broker);
    EXPECT_EQ(done.text("status"), "confirmed");
    EXPECT_EQ(done.text("reference"), "银行回单 88");
    EXPECT_EQ(say(claim, "waive", world.broker).status, 409);
}

}  // namespace cancellations_test
}  // namespace jianghui::cancellations
