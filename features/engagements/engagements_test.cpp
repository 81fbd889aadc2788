// Engagements as specifications: from the agreement to confirmed money and ratings.

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "features/engagements/api.hpp"
#include "features/shares/api.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::engagements {
namespace engagements_test {

using test::WorkingMarket;

/// 1,000 yuan in two steps of 300 and 700, due on the 10th and the 20th of December; it is 23
/// November.
struct Engagements : testing::Test {
    WorkingMarket market;
    std::int64_t sources = 0;

    std::string made(std::optional<OrganisationId> buyer) {
        return market
            .act<EngagementRow>(market.boss,
                                [&](app::Command& command) {
                                    NewEngagement wanted;
                                    wanted.source = buyer ? Source::product : Source::procurement;
                                    wanted.source_id = {++sources};
                                    wanted.buyer = buyer;
                                    wanted.provider = market.broker.organisation;
                                    wanted.place = {"511502"};
                                    wanted.title = "校园招聘两场";
                                    wanted.price = {100000};
                                    wanted.steps = {{"筹备", {30000}, *parse_date("2026-12-10")},
                                                    {"办会", {70000}, *parse_date("2026-12-20")}};
                                    return create(command, wanted);
                                })
            .id.text();
    }
    std::string id = made(market.boss.organisation);

    WorkingMarket::Answer act(const access::Caller& who, int step, const std::string& what,
                              const std::string& body = "{}") {
        return market.post(fmt::format("/engagements/{}/steps/{}/{}", id, step, what), who, body);
    }
    std::string code(const access::Caller& who, int step, const std::string& what,
                     const std::string& body = "{}") {
        return act(who, step, what, body).text("code");
    }
    void deliver(int step) {
        ASSERT_EQ(act(market.broker, step, "start").status, 200);
        ASSERT_EQ(act(market.broker, step, "deliver", R"({"note":"交付材料在云盘"})").status, 200);
    }
    void settle(int step, const access::Caller& buyer) {
        deliver(step);
        ASSERT_EQ(act(buyer, step, "accept").status, 200);
        ASSERT_EQ(act(buyer, step, "paid", paid_today()).status, 200);
        ASSERT_EQ(act(market.broker, step, "confirm").status, 200);
    }
    std::string paid_today() {
        return fmt::format(R"({{"reference":"B-7","paid_on":"{}"}})",
                           date_text(date_of(market.clock().now())));
    }
    WorkingMarket::Answer shown(const access::Caller& who) {
        return market.get("/engagements/" + id, who);
    }
    std::string level(int step) {
        const auto answer = shown(market.boss);
        const auto& steps = answer.body.at("steps").as_array();
        return std::string(
            steps.at(static_cast<std::size_t>(step - 1)).at("late_level").as_string());
    }
    std::vector<std::string> waiting(const access::Caller& who) {
        std::vector<std::string> kinds;
        const auto inbox = market.get("/inbox", who);
        for (const auto& item : inbox.body.at("items").as_array())
            kinds.emplace_back(item.at("kind").as_string());
        return kinds;
    }
    std::string rate(const access::Caller& who, int stars) {
        const auto answer = market.post("/engagements/" + id + "/ratings", who,
                                        fmt::format(R"({{"stars":{},"comment":"守约"}})", stars));
        return answer.status == 201 ? "" : answer.text("code");
    }
    void go_on(int days) {
        market.clock().set(market.clock().now() + std::chrono::hours(24 * days));
        market.app().run_due_jobs();
    }
    int count(const std::string& kind) {
        return market.store().read([&](store::Reader& reader) {
            int found = 0;
            for (const auto& event : journal::after(reader, 0, 100000)) found += event.kind == kind;
            return found;
        });
    }
};

TEST_F(Engagements, TheWholeWayToConfirmedMoneyAndTheAmountsAddUp) {
    EXPECT_EQ(code(market.broker, 2, "start"), "step_out_of_turn");
    EXPECT_EQ(code(market.broker, 1, "deliver", R"({"note":"好了"})"), "step_status_conflict");
    deliver(1);
    EXPECT_EQ(act(market.boss, 1, "return", R"({"reason":"缺签到表"})").status, 200);
    EXPECT_EQ(shown(market.boss).body.at("steps").at(0).at("return_reason").as_string(),
              "缺签到表");
    EXPECT_EQ(act(market.broker, 1, "deliver", R"({"note":"已补签到表"})").status, 200);
    EXPECT_EQ(act(market.boss, 1, "accept").number("accepted_fen"), 30000);
    EXPECT_EQ(code(market.boss, 1, "paid", R"({"reference":"B","paid_on":"2026-11-22"})"),
              "step_day_wrong");
    EXPECT_EQ(code(market.boss, 1, "paid", R"({"reference":"B","paid_on":"2026-11-24"})"),
              "step_day_wrong");
    EXPECT_EQ(act(market.boss, 1, "paid", paid_today()).number("paid_fen"), 30000);
    EXPECT_EQ(act(market.broker, 1, "confirm").number("confirmed_fen"), 30000);
    settle(2, market.boss);
    const auto done = shown(market.broker);
    EXPECT_EQ(done.text("status"), "completed");
    EXPECT_EQ(done.number("confirmed_fen"), 100000);
    EXPECT_EQ(done.number("open_fen"), 0);
    EXPECT_EQ(count("engagement.completed"), 1);
    EXPECT_EQ(count("engagement.step_returned"), 1);
    EXPECT_EQ(market.post("/engagements/" + id + "/end", market.boss, R"({"reason":"不要了"})")
                  .text("code"),
              "engagement_over");
}

TEST_F(Engagements, EachActIsOneSidesOwnAndStrangersSeeNothing) {
    EXPECT_EQ(act(market.boss, 1, "start").status, 403) << "an employer does not deliver";
    deliver(1);
    EXPECT_EQ(act(market.broker, 1, "accept").status, 403);
    EXPECT_EQ(act(market.official, 1, "accept").text("code"), "not_allowed")
        << "she supervises, but does not buy";
    EXPECT_EQ(shown(market.official).status, 200);
    EXPECT_EQ(act(market.boss, 3, "accept").status, 404) << "there is no third step";
    for (const auto& who : {market.employer("511502"), market.agency("510502"),
                            market.caller(access::Role::official, {}, "510300")}) {
        EXPECT_EQ(shown(who).status, 404);
        EXPECT_EQ(market.get("/engagements", who).body.at("items").as_array().size(), 0u);
    }
    EXPECT_EQ(act(market.employer("511502"), 1, "accept").status, 404);
    EXPECT_EQ(market.get("/engagements", market.broker).body.at("items").as_array().size(), 1u);
    EXPECT_EQ(
        market.get("/engagements?status=completed", market.boss).body.at("items").as_array().size(),
        0u);
}

TEST_F(Engagements, EndedEarlyDropsWhatWasNotDeliveredAndStillOwesTheRest) {
    deliver(1);
    const std::string end = "/engagements/" + id + "/end";
    EXPECT_EQ(market.post(end, market.boss, R"({"reason":"计划取消"})").text("code"),
              "delivery_waits");
    EXPECT_EQ(act(market.boss, 1, "accept").status, 200);
    const auto ended = market.post(end, market.boss, R"({"reason":"计划取消"})");
    EXPECT_EQ(ended.text("status"), "ended_early") << ended.text("code");
    EXPECT_EQ(ended.text("ended_by"), "buyer");
    EXPECT_EQ(ended.number("dropped_fen"), 70000);
    EXPECT_EQ(ended.number("accepted_fen"), 30000);
    EXPECT_EQ(code(market.broker, 2, "start"), "engagement_over");
    EXPECT_EQ(act(market.boss, 1, "paid", paid_today()).status, 200);
    EXPECT_EQ(act(market.broker, 1, "confirm").number("confirmed_fen"), 30000);
    EXPECT_EQ(shown(market.boss).text("status"), "ended_early");
}

TEST_F(Engagements, TheProviderMayLeaveADeliveryToBeDecidedAfterTheEnd) {
    deliver(1);
    const std::string end = "/engagements/" + id + "/end";
    EXPECT_EQ(market.post(end, market.broker, R"({"reason":"对方不配合"})").number("dropped_fen"),
              70000);
    EXPECT_EQ(act(market.boss, 1, "return", R"({"reason":"不合格"})").number("dropped_fen"),
              100000);
    EXPECT_EQ(code(market.broker, 1, "deliver", R"({"note":"再交"})"), "engagement_over");
}

TEST_F(Engagements, WhatIsOverdueTurnsYellowOrangeRedOnceEach) {
    deliver(1);  // On 23 November: to be accepted by 3 December.
    go_on(10);
    EXPECT_EQ(level(1), "none");
    go_on(1);
    EXPECT_EQ(level(1), "yellow");
    market.app().run_due_jobs();
    go_on(6);
    EXPECT_EQ(level(1), "orange");
    go_on(8);
    EXPECT_EQ(level(1), "red");
    EXPECT_EQ(level(2), "none") << "due on the 20th; it is the 18th";
    const int told = count("engagement.step_overdue");
    market.app().run_due_jobs();
    EXPECT_EQ(count("engagement.step_overdue"), told);
    const auto inspector = market.caller(access::Role::inspector, {}, "511500");
    EXPECT_EQ(waiting(inspector), std::vector<std::string>{"engagement.accept"});
    EXPECT_EQ(act(market.boss, 1, "accept").status, 200);
    EXPECT_EQ(level(1), "none") << "the next act has its own days";
    go_on(31);
    EXPECT_EQ(level(1), "yellow") << "the payment is late now";
}

TEST_F(Engagements, TheInboxSaysWhoseTurnItIs) {
    EXPECT_EQ(waiting(market.broker), std::vector<std::string>{"engagement.deliver"});
    EXPECT_TRUE(waiting(market.boss).empty());
    deliver(1);
    EXPECT_EQ(waiting(market.boss), std::vector<std::string>{"engagement.accept"});
    (void)act(market.boss, 1, "accept");
    EXPECT_EQ(waiting(market.boss), std::vector<std::string>{"engagement.pay"});
    (void)act(market.boss, 1, "paid", paid_today());
    EXPECT_EQ(waiting(market.broker),
              (std::vector<std::string>{"engagement.confirm", "engagement.deliver"}));
}

TEST_F(Engagements, RatingsOpenWhenBothHaveSpokenOrTheTimeIsOver) {
    EXPECT_EQ(rate(market.boss, 5), "engagement_not_ended");
    settle(1, market.boss);
    settle(2, market.boss);
    EXPECT_EQ(rate(market.boss, 4), "");
    EXPECT_EQ(rate(market.boss, 4), "rating_given");
    EXPECT_TRUE(shown(market.broker).body.at("ratings").as_array().empty()) << "not yet";
    EXPECT_EQ(shown(market.boss).body.at("ratings").as_array().size(), 1u) << "its own";
    const auto rating = [&] {
        return market.store().read([&](store::Reader& reader) {
            return rating_of(reader, market.broker.organisation, market.clock().now());
        });
    };
    EXPECT_EQ(rating().count, 0);
    EXPECT_EQ(rate(market.broker, 5), "");
    EXPECT_EQ(shown(market.broker).body.at("ratings").as_array().size(), 2u);
    EXPECT_EQ(rating(), (Rating{1, 40}));

    id = made(market.boss.organisation);
    settle(1, market.boss);
    settle(2, market.boss);
    EXPECT_EQ(rate(market.boss, 2), "");
    go_on(31);
    EXPECT_EQ(rating(), (Rating{2, 30})) << "the other side let its time pass";
    EXPECT_EQ(rate(market.broker, 5), "rating_window_over");
}

TEST_F(Engagements, OfficialsOfThePlaceBuyForTheAuthority) {
    id = made(std::nullopt);
    const auto official = market.caller(access::Role::official, {}, "511502");
    EXPECT_EQ(shown(official).text("my_side"), "buyer");
    EXPECT_EQ(shown(market.boss).status, 404);
    settle(1, official);
    EXPECT_EQ(act(market.caller(access::Role::official, {}, "510300"), 2, "accept").status, 404);
    deliver(2);
    EXPECT_EQ(waiting(official), std::vector<std::string>{"engagement.accept"});
}

TEST_F(Engagements, AmountsThatDoNotAddUpMakeNoEngagement) {
    EXPECT_THROW((void)market.act<EngagementRow>(market.boss,
                                                 [&](app::Command& command) {
                                                     NewEngagement wanted;
                                                     wanted.source_id = {99};
                                                     wanted.provider = market.broker.organisation;
                                                     wanted.place = {"511502"};
                                                     wanted.price = {5};
                                                     wanted.steps = {{"一", {4}, {}}};
                                                     return create(command, wanted);
                                                 }),
                 std::runtime_error);
}

}  // namespace engagements_test
}  // namespace jianghui::engagements
