// Sealed bids as specifications: the whole program, from the first bid to fees that are billed.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>

#include <fmt/format.h>
#include <unistd.h>

#include "features/quotes/command.hpp"
#include "features/quotes/rules.hpp"
#include "features/shares/api.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::quotes {
namespace quotes_test {

using test::TestApp;

struct Quotes : testing::Test {
    test::WorkingMarket world;
    access::Caller& boss = world.boss;
    std::string order;

    /// An order of ten seats by sealed bids, 300 yuan at most; its window is the default, a day.
    void open(const std::string& more = R"(,"service_fee_fen":30000)") {
        order = world.open_order(boss, 10, R"(,"mode":"quote")" + more);
    }
    TestApp::Answer bid(const access::Caller& agency, int fee, int seats,
                        const std::string& more = "", const std::string& key = "k") {
        return world.post("/orders/" + order + "/bids", agency,
                          fmt::format(R"({{"fee_fen":{},"seats":{},"nonce":"{:032x}"{}}})", fee, seats,
                                      agency.account.number, more),
                          key);
    }
    void go_on(std::int64_t hours) {
        world.clock().set(world.clock().now() + std::chrono::hours(hours));
        world.app().run_due_jobs();
    }
    TestApp::Answer quote() { return world.get("/quotes/" + order, {}); }
    QuoteView opened() { return *codec::decode<QuoteView>(codec::json::serialize(quote().body)); }
    static std::string code(const TestApp::Answer& answer) { return answer.text("code"); }
    /// Everything that the journal and the public data say, as text.
    std::string everything_said() {
        std::string all = codec::json::serialize(quote().body);
        world.store().read([&](store::Reader& reader) {
            for (const auto& event : journal::after(reader, 0, 100000))
                all += event.kind + codec::json::serialize(event.data) + "\n";
            return 0;
        });
        return all;
    }
    int count(const std::string& what) {
        const std::string all = everything_said();
        int found = 0;
        for (auto at = all.find(what); at != std::string::npos; at = all.find(what, at + 1)) ++found;
        return found;
    }
};

TEST_F(Quotes, ARaceGrabIsToldToBid) {
    open();
    const auto grab = world.post("/orders/" + order + "/shares", world.broker, R"({"seats":1})", "g");
    EXPECT_EQ(grab.status, 409);
    EXPECT_EQ(code(grab), "order_by_quote");
}

TEST_F(Quotes, NobodyReadsABidBeforeTheOpening) {
    open();
    const auto made = bid(world.broker, 23457, 3);
    ASSERT_EQ(made.status, 201) << code(made);
    EXPECT_EQ(made.text("commitment").size(), 64u);
    EXPECT_TRUE(made.body.at("fee_fen").is_null()) << "an answer that is kept for its key says none";
    EXPECT_EQ(everything_said().find("23457"), std::string::npos);
    EXPECT_EQ(everything_said().find(fmt::format("{:032x}", world.broker.account.number)),
              std::string::npos);
    EXPECT_EQ(count(made.text("commitment")), 2) << "in the journal and in the public data";
    for (const auto& who : {boss, world.official, access::Caller{}}) {
        const auto seen = world.get("/quotes/" + order, who).body.at("bids").at(0);
        EXPECT_TRUE(seen.at("fee_fen").is_null());
        EXPECT_TRUE(seen.at("agency").is_null());
        EXPECT_EQ(seen.at("commitment").as_string(), made.text("commitment"));
    }
    EXPECT_EQ(world.get("/bids", boss).status, 403);
    EXPECT_EQ(world.get("/bids", world.agency("510502")).body.at("items").as_array().size(), 0u);
}

TEST_F(Quotes, EachAgencyBidsOnceWithinCeilingLotsAndGate) {
    open(R"(,"service_fee_fen":30000,"lot_min":2,"lot_max":5,"cap_per_agency":5)");
    const auto agency = world.agency("510502");
    EXPECT_EQ(code(bid(agency, 30001, 3)), "bid_above_ceiling");
    EXPECT_EQ(code(bid(agency, 20000, 6)), "lot_size");
    EXPECT_EQ(code(bid(agency, 20000, 3, R"(,"at_least":4)")), "at_least_too_high");
    EXPECT_EQ(code(bid(world.agency("510502", 0), 20000, 2)), "capacity_exceeded");
    EXPECT_EQ(bid(boss, 20000, 2).status, 403);
    EXPECT_EQ(bid(agency, 20000, 2, "", "").status, 400) << "without a key";
    const auto first = bid(agency, 20000, 3);
    ASSERT_EQ(first.status, 201) << code(first);
    EXPECT_EQ(bid(agency, 20000, 3).text("id"), first.text("id")) << "the same key, the same answer";
    EXPECT_EQ(code(bid(agency, 19000, 3, "", "k2")), "bid_already");
    const auto other = world.agency("510502");
    EXPECT_EQ(world.post("/bids/" + first.text("id") + "/withdraw", other).status, 404);
    EXPECT_EQ(world.post("/bids/" + first.text("id") + "/withdraw", agency).text("status"),
              "withdrawn");
    EXPECT_EQ(code(world.post("/bids/" + first.text("id") + "/withdraw", agency)), "bid_over");
    EXPECT_EQ(quote().body.at("bids").as_array().size(), 0u);
    EXPECT_EQ(bid(agency, 19000, 2, "", "k3").number("number"), 2);
    go_on(25);
    const std::string last(world.get("/bids", agency).body.at("items").at(0).at("id").as_string());
    EXPECT_EQ(code(world.post("/bids/" + last + "/withdraw", agency)), "bid_over");
    EXPECT_EQ(code(bid(other, 19000, 2)), "order_other_mode") << "the rest is first come";
    order = world.open_order(boss, 10);
    EXPECT_EQ(code(bid(agency, 1, 1, "", "race")), "order_other_mode") << "a race";
    EXPECT_EQ(world.get("/quotes/" + order, agency).status, 404);
}

TEST_F(Quotes, TheLowestFeesWinAndTwoProgramsRecomputeIt) {
    open(R"(,"service_fee_fen":30000,"leftover":"keep")");
    const int fees[] = {30000, 20000, 25000, 20000, 28000};
    for (int i = 0; i < 5; ++i) {
        const auto agency = world.agency("510502");
        ASSERT_EQ(bid(agency, fees[i], 3, i == 4 ? R"(,"at_least":2)" : "").status, 201);
    }
    go_on(23);
    EXPECT_EQ(quote().text("status"), "sealed");
    go_on(2);
    const QuoteView held = opened();
    ASSERT_EQ(held.status, QuoteStatus::opened);
    const auto checked = verify(held);
    EXPECT_TRUE(checked.has_value()) << checked.error().message.en;
    std::map<int, int> given;
    for (const auto& each : held.bids) {
        given[each.number] = *each.given;
        EXPECT_EQ(each.agency.has_value(), *each.given > 0) << "only winners are named";
    }
    EXPECT_EQ(given[2] + given[4], 6) << "the two of 200 yuan first";
    EXPECT_EQ(given[3], 3);
    EXPECT_EQ(given[5], 0) << "one seat is left, it wants two at least";
    EXPECT_EQ(given[1], 1);
    EXPECT_EQ(world.get("/orders/" + order, boss).number("remaining"), 0);
    EXPECT_EQ(count("quote.result"), 5);

    QuoteView forged = held;
    forged.bids[0].fee_fen = Fen{19999};
    EXPECT_EQ(verify(forged).error().code, "quote_mismatch") << "another fee than committed to";
    forged = held;
    forged.position = *forged.position + 1;
    EXPECT_EQ(verify(forged).error().code, "quote_mismatch") << "another lottery";
    forged = held;
    forged.bids[4].given = 1;
    EXPECT_EQ(verify(forged).error().code, "quote_mismatch");

    const auto file = std::filesystem::temp_directory_path() /
                      fmt::format("quote-{}.json", ::getpid());
    std::ofstream(file) << codec::json::serialize(quote().body);
    const std::string second = "python3 " SOURCE_FOLDER "/tests/quotes/verify_quote.py " +
                               file.string() + " > /dev/null";
    EXPECT_EQ(std::system(second.c_str()), 0);  // NOLINT: a test runs the second implementation
    const auto on_command_line = [&](const codec::Parameters& more) {
        codec::Parameters words{{"file", file.string()}};
        words.insert(words.end(), more.begin(), more.end());
        const auto printed = verify_command().run_alone(words);
        return printed ? "" : printed.error().code;
    };
    EXPECT_EQ(on_command_line({}), "");
    EXPECT_EQ(on_command_line({{"commitment", held.bids[2].commitment}}), "") << "a receipt";
    EXPECT_EQ(on_command_line({{"commitment", std::string(64, '0')}}), "quote_mismatch");
    std::ofstream(file) << codec::encode(forged);
    EXPECT_EQ(on_command_line({}), "quote_mismatch");
    EXPECT_NE(std::system((second + " 2>&1").c_str()), 0);  // NOLINT
    std::filesystem::remove(file);
}

/// Nothing that decides can be forged in the document without being found.
TEST_F(Quotes, EveryForgedFieldIsFound) {
    open(R"(,"service_fee_fen":30000,"leftover":"keep")");
    const int fees[] = {30000, 20000, 25000, 20000, 28000};
    for (const int fee : fees) ASSERT_EQ(bid(world.agency("510502"), fee, 3).status, 201);
    go_on(25);
    const QuoteView held = opened();
    ASSERT_TRUE(verify(held).has_value());
    const auto expect_found = [&](const std::string& what, const std::function<void(QuoteView&)>& forge) {
        QuoteView forged = held;
        forge(forged);
        const auto checked = verify(forged);
        EXPECT_FALSE(checked.has_value()) << what;
    };
    expect_found("order", [](auto& quote) { quote.order = OrderId{quote.order.number + 1}; });
    expect_found("rules", [](auto& quote) { quote.rules = "quote-2"; });
    expect_found("ceiling_fen", [](auto& quote) { quote.ceiling_fen = Fen{29999}; });
    expect_found("status", [](auto& quote) { quote.status = QuoteStatus::sealed; });
    expect_found("position", [](auto& quote) { ++*quote.position; });
    expect_found("seed", [](auto& quote) { quote.seed->back() = quote.seed->back() == '0' ? '1' : '0'; });
    expect_found("seats", [](auto& quote) { --*quote.seats; });
    expect_found("lot_min", [](auto& quote) { quote.lot_min = 4; });
    expect_found("one left out", [](auto& quote) { quote.bids.pop_back(); });
    expect_found("two exchanged", [](auto& quote) { std::swap(quote.bids[0], quote.bids[1]); });
    for (std::size_t i = 0; i < held.bids.size(); ++i) {
        const auto expect_bid = [&](const std::string& what, const std::function<void(BidView&)>& forge) {
            expect_found(fmt::format("{} of number {}", what, i + 1), [&](auto& quote) { forge(quote.bids[i]); });
        };
        expect_bid("number", [](auto& bid) { bid.number += bid.number < 5 ? 1 : -1; });
        expect_bid("commitment", [](auto& bid) { bid.commitment.front() = bid.commitment.front() == '0' ? '1' : '0'; });
        expect_bid("broken", [](auto& bid) { bid.status = BidStatus::broken; });
        expect_bid("fee_fen", [](auto& bid) { bid.fee_fen = Fen{bid.fee_fen->value - 1}; });
        expect_bid("seats", [](auto& bid) { ++*bid.seats; });
        expect_bid("at_least", [](auto& bid) { ++*bid.at_least; });
        expect_bid("nonce", [](auto& bid) { bid.nonce->front() = bid.nonce->front() == 'f' ? '0' : 'f'; });
        expect_bid("no nonce", [](auto& bid) { bid.nonce.reset(); });
        expect_bid("lot", [](auto& bid) { ++*bid.lot; });
        expect_bid("place", [](auto& bid) { ++*bid.place; });
        expect_bid("given", [](auto& bid) { ++*bid.given; });
        expect_bid("no room", [](auto& bid) { bid.room = 0; });
    }
}

TEST_F(Quotes, EachWinnerIsPaidItsOwnFee) {
    open();
    ASSERT_EQ(bid(world.broker, 21000, 2).status, 201);
    ASSERT_EQ(bid(world.agency("510502"), 24000, 2).status, 201);
    go_on(25);
    const auto mine = world.get("/bids", world.broker).body.at("items").at(0);
    EXPECT_EQ(mine.at("fee_fen").as_int64(), 21000) << "after the opening it may be read";
    const std::string share(mine.at("share").as_string());
    EXPECT_EQ(world.get("/shares/" + share, world.broker).number("service_fee_fen"), 21000);
    const auto worker = world.accepted(*ShareId::parse(share));
    world.go_to("2026-12-01T08:00:00+08:00");
    world.start(worker);
    world.go_to("2026-12-10T20:00:00+08:00");
    const auto sheet = world.post("/seats/" + worker.seat.text() + "/timesheets", world.broker,
                                  R"({"from_on":"2026-12-01","to_on":"2026-12-05",)"
                                  R"("quantity_hundredths":500,"submit":true})");
    ASSERT_EQ(world.post("/timesheets/" + sheet.text("id") + "/approve", boss).status, 200);
    const auto bills = world.get("/statements?share=" + share, boss).body.at("items");
    EXPECT_EQ(bills.at(0).at("fee_fen").as_int64(), 21000) << "not the order's 300 yuan";
}

TEST_F(Quotes, TheGateIsAskedAgainAtTheOpeningAndItFiresOnce) {
    open();
    const auto small = world.agency("510502", 4);
    const auto gone = world.agency("510502");
    ASSERT_EQ(bid(small, 10000, 4).status, 201);
    ASSERT_EQ(bid(gone, 9000, 4).status, 201);
    const auto race = world.open_order(boss, 2);
    ASSERT_EQ(world.post("/orders/" + race + "/shares", small, R"({"seats":2})", "r").status, 201);
    ASSERT_EQ(world.post("/organisations/" + gone.organisation.text() + "/exclusion",
                         world.caller(access::Role::official, {}, "510502"),
                         R"({"reason_code":"unpaid_wages","until_on":"2027-01-01"})")
                  .status,
              200);
    ASSERT_EQ(world.post("/organisations/" + gone.organisation.text() + "/exclusion/approve",
                         world.caller(access::Role::official, {}, "510502"))
                  .status,
              200);
    go_on(25);
    go_on(1);
    EXPECT_EQ(count("quote.opened"), 1);
    const QuoteView held = opened();
    EXPECT_EQ(held.bids[0].room, 2) << "its capacity of four is half used";
    EXPECT_EQ(held.bids[0].outcome, Outcome::partly);
    EXPECT_EQ(held.bids[1].outcome, Outcome::refused);
    EXPECT_EQ(held.bids[1].refusal, "organisation_excluded");
    EXPECT_TRUE(verify(held).has_value());
}

TEST_F(Quotes, WhatIsLeftGoesToTheRaceOrWaitsForTheEmployer) {
    open();
    EXPECT_EQ(code(world.post("/orders/" + order + "/open-to-all", boss)), "mode_not_over");
    go_on(25);
    EXPECT_TRUE(world.get("/orders/" + order, boss).body.at("open_to_all").as_bool());
    EXPECT_EQ(world.post("/orders/" + order + "/shares", world.broker, R"({"seats":1})", "g").status,
              201);
    open(R"(,"leftover":"keep")");
    EXPECT_TRUE(quote().body.at("ceiling_fen").is_null()) << "no fee named: no ceiling";
    EXPECT_EQ(bid(world.broker, 900000, 2).status, 201);
    go_on(25);
    EXPECT_FALSE(world.get("/orders/" + order, boss).body.at("open_to_all").as_bool());
    EXPECT_EQ(world.post("/orders/" + order + "/open-to-all", boss).status, 200);
}

TEST_F(Quotes, WaitsWhileSuspendedAndIsVoidUnreadWhenCancelled) {
    open();
    ASSERT_EQ(bid(world.broker, 22222, 2).status, 201);
    world.post("/orders/" + order + "/suspend", world.official, R"({"reason":"核查"})");
    go_on(25);
    EXPECT_EQ(quote().text("status"), "sealed");
    world.post("/orders/" + order + "/resume", world.official);
    go_on(1);
    EXPECT_EQ(quote().text("status"), "opened");

    open();
    ASSERT_EQ(bid(world.broker, 27777, 2, "", "c").status, 201);
    world.post("/orders/" + order + "/cancel", boss, R"({"reason":"停产"})");
    go_on(25);
    EXPECT_EQ(quote().text("status"), "voided");
    EXPECT_EQ(everything_said().find("27777"), std::string::npos);
    EXPECT_EQ(world.get("/bids?order=" + order, world.broker).body.at("items").at(0).at("status")
                  .as_string(),
              "voided");
    EXPECT_EQ(count("quote.bid_voided"), 1);
}

TEST_F(Quotes, ABidThatWasChangedInTheDatabaseIsBrokenAndWinsNothing) {
    open();
    const auto cheat = world.agency("510502");
    ASSERT_EQ(bid(cheat, 20000, 3).status, 201);
    ASSERT_EQ(bid(world.broker, 25000, 3).status, 201);
    world.store().write([&](store::Transaction& transaction) {
        transaction.execute(store::Statement{
            "swap", "UPDATE quote_bids SET box = (SELECT box FROM quote_bids WHERE number = 2) "
                    "WHERE number = 1"});
        return true;
    });
    go_on(25);
    const QuoteView held = opened();
    EXPECT_EQ(held.bids[0].status, BidStatus::broken);
    EXPECT_FALSE(held.bids[0].fee_fen.has_value());
    EXPECT_EQ(held.bids[1].given, 3);
    EXPECT_TRUE(verify(held).has_value());
}

TEST_F(Quotes, EveryBidderIsToldItsResult) {
    open();
    ASSERT_EQ(bid(world.broker, 20000, 3).status, 201);
    go_on(25);
    go_on(1);
    const auto kinds = [&](const access::Caller& who) {
        return codec::json::serialize(world.get("/notices", who).body);
    };
    EXPECT_NE(kinds(world.broker).find("quote.result"), std::string::npos);
    EXPECT_NE(kinds(boss).find("quote.opened"), std::string::npos);
    EXPECT_EQ(kinds(world.agency("510502")).find("quote.result"), std::string::npos);
}

}  // namespace quotes_test
}  // namespace jianghui::quotes
