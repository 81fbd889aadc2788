// Procurement as specifications: from the requirement to the engagement.

#include <algorithm>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "engine/access/access.hpp"
#include "features/procurement/rules.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::procurement {
namespace procurement_test {

using test::WorkingMarket;
using Answer = WorkingMarket::Answer;

/// Yibin buys training for at most 500,000 yuan; it is 23 November, bids until 30 November 9:00.
struct Procurement : testing::Test {
    WorkingMarket world;
    access::Caller buyer = account(access::Role::official, "511500", "buyer");
    std::vector<access::Caller> evaluators{account(access::Role::official, "511500", "eva"),
                                           account(access::Role::official, "510500", "evb"),
                                           account(access::Role::inspector, "510300", "evc")};
    std::vector<access::Caller> bidders{world.agency("511502"), world.agency("510502"),
                                        world.agency("500153")};
    std::string id;
    int keys = 0;

    /// Somebody with an account of that name.
    access::Caller account(access::Role role, const std::string& place, const std::string& login) {
        const auto who = world.caller(role, {}, place);
        return world.act<access::Caller>(who, [&](app::Command& command) -> Result<access::Caller> {
            access::NewAccount wanted;
            wanted.login = login;
            wanted.name = "评审" + login;
            wanted.role = role;
            wanted.place = {place};
            TRY_DO(access::create_account(command.db, command.services.get<access::Vault>(),
                                          {command.caller, command.now}, who.account, wanted));
            return who;
        });
    }
    static std::string requirement(const std::string& more = "") {
        return R"({"place":"511500","title":"农民工技能培训服务","description":"为一千名农民工提供技能培训服务",)"
               R"("kind":"train","budget_fen":50000000,"price_weight":20,)"
               R"("criteria":[{"title":"实施方案","weight":50},{"title":"业绩","weight":30}],)"
               R"("steps":[{"title":"开班","percent":30,"days":30},{"title":"结业","percent":70,"days":90}],)"
               R"("bids_until_at":"2026-11-30T09:00:00+08:00","evaluators":["eva","evb","evc"])" +
               more + "}";
    }
    Answer publish(const std::string& body) {
        return world.post("/procurements", buyer, body, "p" + std::to_string(++keys));
    }
    void published() {
        const auto answer = publish(requirement());
        ASSERT_EQ(answer.status, 201) << answer.text("code");
        id = answer.text("id");
    }
    Answer bid(const access::Caller& who, std::int64_t price, const std::string& key = "") {
        return world.post(
            "/procurements/" + id + "/bids", who,
            fmt::format(
                R"({{"price_fen":{},"proposal":"分三期开班，配双师，含补考。","nonce":"{:032x}"}})",
                price, who.account.number),
            key.empty() ? "b" + std::to_string(++keys) : key);
    }
    Answer post(const access::Caller& who, const std::string& act, const std::string& body = "{}") {
        return world.post("/procurements/" + id + act, who, body);
    }
    Answer shown(const access::Caller& who = {}) { return world.get("/procurements/" + id, who); }
    void go_to(const std::string& instant) {
        world.go_to(instant);
        world.app().run_due_jobs();
    }
    /// Three bids of 400,000, 450,000 and 500,000 yuan, opened.
    void opened() {
        published();
        for (std::size_t i = 0; i < bidders.size(); ++i)
            ASSERT_EQ(bid(bidders[i], 40000000 + 5000000 * static_cast<int>(i)).status, 201);
        go_to("2026-11-30T09:00:01+08:00");
        ASSERT_EQ(shown().text("status"), "evaluating");
    }
    std::string bid_id(std::size_t index) {
        const auto answer = shown();
        return std::string(answer.body.at("bids").as_array().at(index).at("id").as_string());
    }
    std::string score(const access::Caller& who, std::size_t index, int plan, int record) {
        const auto answer =
            post(who, "/scores",
                 fmt::format(
                     R"({{"bid":"{}","lines":[{{"criterion":1,"tenths":{},"reason":"方案可行"}},)"
                     R"({{"criterion":2,"tenths":{},"reason":"业绩属实"}}]}})",
                     bid_id(index), plan, record));
        return answer.status == 200 ? "" : answer.text("code");
    }
    /// Every evaluator gives the bids these points for the plan, and 20 for the record.
    void all_score(const std::vector<int>& plans) {
        for (const auto& who : evaluators) {
            for (std::size_t i = 0; i < plans.size(); ++i)
                ASSERT_EQ(score(who, i, plans[i], 200), "");
            const auto done = post(who, "/scores/finish");
            ASSERT_EQ(done.status, 200) << done.text("code");
        }
    }
    std::vector<std::string> waiting(const access::Caller& who) {
        std::vector<std::string> kinds;
        const auto inbox = world.get("/inbox", who);
        for (const auto& item : inbox.body.at("items").as_array())
            kinds.emplace_back(item.at("kind").as_string());
        return kinds;
    }
    std::int64_t of_bid(std::size_t index, const char* member) {
        const auto answer = shown();
        return answer.body.at("bids").as_array().at(index).at(member).as_int64();
    }
};

TEST_F(Procurement, OnlyTheAuthorityOfThePlacePublishesAndByTheRules) {
    EXPECT_EQ(world.post("/procurements", world.boss, requirement(), "x").status, 403);
    EXPECT_EQ(world.post("/procurements", evaluators[1], requirement(), "x").text("code"),
              "not_allowed")
        << "Luzhou does not buy for Yibin";
    const auto refused = [&](const std::string& from, const std::string& to) {
        auto body = requirement();
        body.replace(body.find(from), from.size(), to);
        return publish(body).text("code");
    };
    EXPECT_EQ(refused(R"("price_weight":20)", R"("price_weight":21)"), "weights_not_hundred");
    EXPECT_EQ(refused(R"("kind":"train")", R"("kind":"party")"), "unknown_code");
    EXPECT_EQ(refused(R"("evb","evc")", R"("evb")"), "evaluators_too_few");
    EXPECT_EQ(refused(R"("evb","evc")", R"("evb","evb")"), "evaluator_unfit");
    EXPECT_EQ(refused(R"("evb","evc")", R"("evb","buyer")"), "evaluator_unfit") << "four eyes";
    EXPECT_EQ(refused(R"("evb","evc")", R"("evb","nobody")"), "evaluator_unfit");
    EXPECT_EQ(refused("2026-11-30T09", "2026-11-23T10"), "bids_too_soon");
    published();
    EXPECT_EQ(shown().body.at("evaluators").as_array().size(), 3u);
    EXPECT_TRUE(shown().body.at("evaluators").at(0).at("name").is_null());
    EXPECT_EQ(shown(buyer).body.at("evaluators").at(0).at("name").as_string(), "评审eva");
    EXPECT_EQ(
        world.get("/procurements?place=511500&status=open", {}).body.at("items").as_array().size(),
        1u);
    EXPECT_EQ(world.get("/procurements?place=510300", {}).body.at("items").as_array().size(), 0u);
    EXPECT_EQ(
        world.get("/procurements?mine=true", evaluators[2]).body.at("items").as_array().size(), 1u);
    EXPECT_EQ(world.get("/procurements?mine=true", bidders[0]).body.at("items").as_array().size(),
              0u);
}

TEST_F(Procurement, BidsStaySealedUntilAllAreOpenedTogether) {
    published();
    EXPECT_EQ(bid(bidders[0], 0).text("code"), "bid_over_budget");
    EXPECT_EQ(bid(bidders[0], 50000001).text("code"), "bid_over_budget");
    EXPECT_EQ(
        world
            .post(
                "/procurements/" + id + "/bids", bidders[0],
                R"({"price_fen":5,"proposal":"分三期开班，配双师。","nonce":"zz345678901234567890123456789012"})",
                "n")
            .text("code"),
        "bid_nonce");
    EXPECT_EQ(bid(buyer, 5).status, 403);
    const auto first = bid(bidders[0], 40000000, "same");
    ASSERT_EQ(first.status, 201) << first.text("code");
    EXPECT_EQ(bid(bidders[0], 40000000, "same").status, 201);
    EXPECT_EQ(bid(bidders[0], 40000000).text("code"), "bid_placed");
    for (const auto& who : {access::Caller{}, buyer, evaluators[0], bidders[0], bidders[1]})
        EXPECT_TRUE(shown(who).body.at("bids").as_array().empty());
    const auto own = shown(bidders[0]).body.at("mine").at("bid");
    EXPECT_EQ(own.at("commitment").as_string().size(), 64u);
    EXPECT_TRUE(shown(bidders[1]).body.at("mine").at("bid").is_null());
    const std::string bid_path = "/procurement-bids/" + std::string(own.at("id").as_string()) + "/withdraw";
    EXPECT_EQ(world.post(bid_path, bidders[1]).status, 404);
    EXPECT_EQ(world.post(bid_path, bidders[0]).status, 200);
    ASSERT_EQ(bid(bidders[0], 41000000).status, 201);
    ASSERT_EQ(bid(bidders[1], 42000000).status, 201);
    ASSERT_EQ(bid(bidders[2], 43000000).status, 201);
    world.store().read([&](store::Reader& reader) {
        for (const auto& event : journal::after(reader, 0, 100000))
            if (event.kind == "procurement.bid") {
                EXPECT_TRUE(event.data.at("price_fen").is_null());
            }
        return 0;
    });
    go_to("2026-11-30T09:00:00+08:00");
    const auto open = shown();
    EXPECT_EQ(open.text("status"), "evaluating");
    ASSERT_EQ(open.body.at("bids").as_array().size(), 3u) << "the withdrawn one is not shown";
    EXPECT_EQ(of_bid(0, "price_fen"), 41000000);
    EXPECT_TRUE(open.body.at("bids").at(0).at("proposal").is_null());
    EXPECT_FALSE(shown(evaluators[0]).body.at("bids").at(0).at("proposal").is_null());
    EXPECT_FALSE(shown(bidders[0]).body.at("bids").at(0).at("proposal").is_null());
    EXPECT_TRUE(shown(bidders[0]).body.at("bids").at(1).at("proposal").is_null());
    for (const auto& each : open.body.at("bids").as_array())
        EXPECT_EQ(commitment_of({std::string(each.at("nonce").as_string()),
                                 {each.at("price_fen").as_int64()},
                                 "分三期开班，配双师，含补考。"}),
                  each.at("commitment").as_string());
    EXPECT_EQ(bid(world.agency("511502"), 5).text("code"), "procurement_status_conflict");
}

constexpr store::Statement break_box{
    "break_box", "UPDATE procurement_bids SET box = 'broken' WHERE procurement_id = :procurement"};

/// Bids that cannot be opened are nobody else's loss, and the authority reads that they wait.
TEST_F(Procurement, AnOpeningThatFailsHoldsUpNoOtherAndIsShown) {
    published();
    ASSERT_EQ(bid(bidders[0], 40000000).status, 201);
    const std::string failing = id;
    world.store().write([&](store::Transaction& transaction) {
        transaction.execute(break_box,
                            store::arguments("procurement", *ProcurementId::parse(failing)));
        return true;
    });
    published();
    ASSERT_EQ(bid(bidders[0], 40000000).status, 201);
    go_to("2026-11-30T09:00:01+08:00");
    EXPECT_EQ(shown().text("status"), "voided") << "one bid is too few, and was opened";
    EXPECT_EQ(world.get("/procurements/" + failing, {}).text("status"), "open");
    const auto waits = waiting(buyer);
    EXPECT_EQ(std::count(waits.begin(), waits.end(), "procurement.open.failed"), 1);
}

TEST_F(Procurement, FewerThanThreeValidBidsVoidIt) {
    published();
    ASSERT_EQ(bid(bidders[0], 40000000).status, 201);
    ASSERT_EQ(bid(bidders[1], 40000000).status, 201);
    ASSERT_EQ(bid(bidders[2], 40000000).status, 201);
    const auto answer = world.get("/organisations/" + bidders[1].organisation.text(), bidders[1]);
    const auto luzhou = world.caller(access::Role::official, {}, "510500");
    for (const auto& credential : answer.body.at("credentials").as_array())
        if (credential.at("kind").as_string() == "filing") {
            EXPECT_EQ(world
                          .post("/credentials/" + std::string(credential.at("id").as_string()) +
                                    "/suspend",
                                luzhou, R"({"reason_code":"false_information"})")
                          .status,
                      200);
        }
    go_to("2026-11-30T09:00:01+08:00");
    EXPECT_EQ(shown().text("status"), "voided");
    EXPECT_EQ(shown().text("void_code"), "too_few_bids");
    EXPECT_EQ(shown().body.at("bids").at(1).at("invalid_code").as_string(), "licence_expired");
}

TEST_F(Procurement, EvaluatorsScoreAloneAndTheResultIsPublicArithmetic) {
    opened();
    EXPECT_EQ(waiting(evaluators[0]), std::vector<std::string>{"procurement.score"});
    EXPECT_EQ(score(buyer, 0, 1, 1), "not_allowed");
    EXPECT_EQ(score(evaluators[0], 0, 501, 1), "scores_incomplete") << "above the weight";
    EXPECT_EQ(score(evaluators[0], 0, 450, 200), "");
    EXPECT_EQ(post(evaluators[0], "/scores/finish").text("code"), "scores_incomplete");
    EXPECT_TRUE(shown(evaluators[1]).body.at("mine").at("sheets").as_array().empty());
    EXPECT_TRUE(shown(evaluators[1]).body.at("bids").at(0).at("points").as_array().empty());
    EXPECT_TRUE(shown(buyer).body.at("bids").at(0).at("points").as_array().empty());
    EXPECT_EQ(shown(evaluators[0]).body.at("mine").at("sheets").as_array().size(), 1u);
    EXPECT_EQ(score(evaluators[0], 0, 300, 200), "") << "changed before finishing";
    all_score({300, 400, 450});
    const auto result = shown();
    ASSERT_EQ(result.text("status"), "announced");
    EXPECT_EQ(result.text("objection_until_at"), "2026-12-10T00:00:00+08:00") << "seven working days, the last one whole";
    EXPECT_EQ(of_bid(0, "price_score"), 2000);
    EXPECT_EQ(of_bid(1, "price_score"), 1778);
    EXPECT_EQ(of_bid(2, "price_score"), 1600);
    EXPECT_EQ(of_bid(2, "technical_score"), 6500);
    EXPECT_EQ(of_bid(2, "total_score"), 8100);
    EXPECT_EQ(of_bid(2, "rank"), 1);
    EXPECT_EQ(of_bid(1, "rank"), 2);
    EXPECT_EQ(result.body.at("bids").at(0).at("points").as_array().size(), 6u);
    EXPECT_TRUE(result.body.at("bids").at(0).at("points").at(0).at("reason").is_null());
    EXPECT_FALSE(shown(bidders[0]).body.at("bids").at(0).at("points").at(0).at("reason").is_null());
    EXPECT_TRUE(shown(bidders[0]).body.at("bids").at(1).at("points").at(0).at("reason").is_null());
    EXPECT_EQ(score(evaluators[0], 0, 1, 1), "evaluator_finished");
    EXPECT_EQ(post(buyer, "/cancel", R"({"reason":"不买了"})").text("code"),
              "procurement_status_conflict");
}

TEST_F(Procurement, AConflictTakesTheEvaluatorOutAndAnotherIsNamed) {
    opened();
    EXPECT_EQ(score(evaluators[2], 0, 500, 300), "");
    EXPECT_EQ(post(evaluators[2], "/conflict", R"({"reason":"曾任其顾问"})").status, 200);
    EXPECT_EQ(score(evaluators[2], 0, 1, 1), "evaluator_finished");
    EXPECT_EQ(waiting(buyer), std::vector<std::string>{"procurement.name"});
    evaluators.pop_back();
    all_score({300, 400, 450});
    EXPECT_EQ(shown().text("status"), "evaluating") << "two are too few";
    EXPECT_EQ(post(buyer, "/evaluators", R"({"login":"evc"})").text("code"), "evaluator_unfit");
    evaluators = {account(access::Role::official, "510300", "evd")};
    EXPECT_EQ(post(buyer, "/evaluators", R"({"login":"evd"})").status, 201);
    all_score({300, 400, 450});
    EXPECT_EQ(shown().text("status"), "announced");
    EXPECT_EQ(of_bid(0, "technical_score"), 5000) << "the conflicted sheet does not count";
}

TEST_F(Procurement, AfterTheWindowTheWinnerGetsTheEngagement) {
    opened();
    all_score({300, 400, 450});
    const auto stranger = world.agency("510502");
    const std::string body = R"({"text":"评分项业绩的认定有误，请复核。"})";
    EXPECT_EQ(post(stranger, "/objections", body).text("code"), "not_allowed");
    EXPECT_EQ(post(bidders[0], "/objections", body).status, 201);
    EXPECT_EQ(post(bidders[0], "/objections", body).text("code"), "objection_raised");
    EXPECT_TRUE(shown().body.at("objections").at(0).at("text").is_null());
    EXPECT_FALSE(shown(buyer).body.at("objections").at(0).at("text").is_null());
    go_to("2026-12-10T09:00:00+08:00");
    EXPECT_EQ(shown().text("status"), "announced") << "an objection waits";
    EXPECT_EQ(post(bidders[1], "/objections", body).text("code"), "objection_window_over");
    EXPECT_EQ(waiting(buyer), std::vector<std::string>{"procurement.answer"});
    const auto objection = std::string(shown().body.at("objections").at(0).at("id").as_string());
    const std::string answer = "/objections/" + objection + "/answer";
    const std::string rejected = R"({"upheld":false,"answer":"经复核，认定无误。"})";
    EXPECT_EQ(world.post(answer, evaluators[0], rejected).text("code"), "not_allowed")
        << "who scored does not judge";
    EXPECT_EQ(world.post(answer, evaluators[1], rejected).text("code"), "not_allowed");
    EXPECT_EQ(world.post(answer, buyer, rejected).status, 200);
    EXPECT_EQ(world.post(answer, buyer, rejected).text("code"), "objection_answered");
    go_to("2026-12-10T09:02:00+08:00");
    const auto awarded = shown(bidders[2]);
    ASSERT_EQ(awarded.text("status"), "awarded");
    EXPECT_EQ(awarded.text("engagement_status"), "running");
    const auto engagement = world.get("/engagements/" + awarded.text("engagement"), bidders[2]);
    EXPECT_EQ(engagement.number("price_fen"), 50000000);
    EXPECT_EQ(engagement.body.at("steps").at(0).at("amount_fen").as_int64(), 15000000);
    EXPECT_EQ(world.get("/engagements/" + awarded.text("engagement"), buyer).text("my_side"),
              "buyer");
    EXPECT_EQ(world.get("/engagements/" + awarded.text("engagement"), bidders[0]).status, 404);
}

TEST_F(Procurement, AnUpheldObjectionVoidsIt) {
    opened();
    all_score({300, 400, 450});
    EXPECT_EQ(post(bidders[0], "/objections", R"({"text":"评审与其中一家有利害关系。"})").status,
              201);
    const auto objection = std::string(shown().body.at("objections").at(0).at("id").as_string());
    EXPECT_EQ(world
                  .post("/objections/" + objection + "/answer", buyer,
                        R"({"upheld":true,"answer":"情况属实，重新采购。"})")
                  .text("status"),
              "voided");
    EXPECT_EQ(shown().text("void_code"), "objection_upheld");
}

TEST_F(Procurement, TheNextInOrderIsAwardedWhenTheFirstMayNotProvideAnyMore) {
    opened();
    all_score({300, 400, 450});
    const auto official = world.caller(access::Role::official, {}, "500153");
    EXPECT_EQ(world.post("/organisations/" + bidders[2].organisation.text() + "/exclusion",
                         official, R"({"reason_code":"serious_breach"})")
                      .status /
                  100,
              2);
    EXPECT_EQ(world.post("/organisations/" + bidders[2].organisation.text() + "/exclusion/approve",
                         world.caller(access::Role::official, {}, "500153"))
                  .status,
              200);
    go_to("2026-12-10T09:00:00+08:00");
    EXPECT_EQ(shown().text("status"), "awarded");
    EXPECT_EQ(shown().body.at("bids").at(2).at("invalid_code").as_string(),
              "organisation_excluded");
    EXPECT_EQ(world.get("/engagements/" + shown().text("engagement"), bidders[1]).status, 200);
}

TEST_F(Procurement, IsCancelledWithAReasonWhileNothingIsAnnounced) {
    published();
    EXPECT_EQ(post(evaluators[1], "/cancel", R"({"reason":"不买了"})").text("code"), "not_allowed");
    EXPECT_EQ(post(buyer, "/cancel", R"({"reason":"预算调整"})").text("void_code"), "cancelled");
    EXPECT_EQ(shown().text("void_reason"), "预算调整");
    EXPECT_EQ(bid(bidders[0], 5).text("code"), "procurement_status_conflict");
}

}  // namespace procurement_test
}  // namespace jianghui::procurement
