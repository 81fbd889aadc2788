// Statements as specifications: from approved work to money that came, and the share settled.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "features/statements/api.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::statements {
namespace {

using test::WorkingMarket;
using Worker = WorkingMarket::Worker;

constexpr const char* fee = R"(,"service_fee_fen":30000)";

/// Two workers on site since 1 December for 200 yuan a day, 300 yuan of fee each; it is the 10th.
struct Statements : testing::Test {
    WorkingMarket market;
    ShareId share = market.grabbed(2, fee);
    Worker one = market.accepted(share);
    Worker two = market.accepted(share);

    Statements() {
        market.go_to("2026-12-01T08:00:00+08:00");
        market.start(one);
        market.start(two);
        market.go_to("2026-12-10T20:00:00+08:00");
    }
    /// Records and approves; the timesheet's path.
    std::string approved(const Worker& worker, const char* from, const char* to, int quantity) {
        const auto made = market.post(
            "/seats/" + worker.seat.text() + "/timesheets", market.broker,
            fmt::format(R"({{"from_on":"{}","to_on":"{}","quantity_hundredths":{},"submit":true}})",
                        from, to, quantity));
        const std::string path = "/timesheets/" + made.text("id");
        EXPECT_EQ(market.post(path + "/approve", market.boss).status, 200) << made.text("code");
        return path;
    }
    std::vector<std::string> ids() {
        std::vector<std::string> found;
        const auto page = market.get("/statements?share=" + share.text(), market.boss);
        for (const auto& item : page.body.at("items").as_array())
            found.emplace_back(item.at("id").as_string());
        return found;
    }
    std::string path() { return "/statements/" + ids().at(0); }
    std::string code(const access::Caller& who, const std::string& act,
                     const std::string& body = "{}") {
        return market.post(path() + act, who, body).text("code");
    }
    void agree_and_pay(const std::string& at, const char* paid_on) {
        market.post(at + "/agree", market.broker);
        EXPECT_EQ(market.post(at + "/agree", market.boss).text("status"), "agreed");
        EXPECT_EQ(
            market.post(at + "/instruct", market.boss, R"({"reference":"I-1"})").text("status"),
            "instructed");
        EXPECT_EQ(market
                      .post(at + "/paid", market.boss,
                            fmt::format(R"({{"reference":"B-1","paid_on":"{}"}})", paid_on))
                      .text("status"),
                  "paid");
    }
    int count(const std::string& kind) {
        return market.store().read([&](store::Reader& reader) {
            int found = 0;
            for (const auto& event : journal::after(reader, 0, 10000)) found += event.kind == kind;
            return found;
        });
    }
};

TEST_F(Statements, ApprovedWorkIsBilledAtOnceAndTheFeeOnce) {
    approved(one, "2026-12-01", "2026-12-05", 500);
    approved(one, "2026-12-06", "2026-12-10", 450);
    approved(two, "2026-12-01", "2026-12-10", 1000);
    ASSERT_EQ(ids().size(), 1u);
    const auto seen = market.get(path(), market.boss);
    EXPECT_EQ(seen.number("wage_fen"), 390000);
    EXPECT_EQ(seen.number("fee_fen"), 60000);
    EXPECT_EQ(seen.number("total_fen"), 450000);
    EXPECT_EQ(seen.text("month"), "2026-12");
    EXPECT_EQ(seen.text("due_on"), "2027-01-15");
    EXPECT_EQ(seen.number("version"), 1);
    EXPECT_EQ(seen.body.at("lines").as_array().size(), 5u);
}

TEST_F(Statements, AWorkerSeesHerOwnLinesAndStrangersNothing) {
    approved(one, "2026-12-01", "2026-12-05", 500);
    const auto third = market.caller(access::Role::worker, {}, "510502", {77});
    EXPECT_EQ(market.get(path(), two.caller).status, 404) << "nothing of hers is in it yet";
    approved(two, "2026-12-01", "2026-12-10", 1000);
    const auto mine = market.get(path(), one.caller);
    EXPECT_EQ(mine.number("total_fen"), 100000);
    EXPECT_EQ(mine.body.at("lines").as_array().size(), 1u);
    for (const auto& who : {third, market.agency("510502"), market.employer("511502"),
                            market.caller(access::Role::official, {}, "511503")})
        EXPECT_EQ(market.get(path(), who).status, 404);
    EXPECT_EQ(market.get(path(), market.official).status, 200);
    EXPECT_EQ(market.get("/statements", third).body.at("items").as_array().size(), 0u);
    EXPECT_EQ(
        market.get("/statements?month=2026-12", one.caller).body.at("items").as_array().size(), 1u);
    EXPECT_EQ(market.get("/statements?month=2026-13", market.boss).text("code"), "out_of_range");
}

TEST_F(Statements, FromDraftToConfirmedByEveryPayee) {
    approved(one, "2026-12-01", "2026-12-10", 1000);
    approved(two, "2026-12-01", "2026-12-10", 900);
    EXPECT_EQ(code(market.boss, "/instruct", R"({"reference":"I"})"), "statement_status_conflict");
    EXPECT_EQ(market.post(path() + "/agree", market.broker).text("status"), "draft");
    EXPECT_EQ(market.post(path() + "/agree", one.caller).status, 403);
    agree_and_pay(path(), "2026-12-10");
    EXPECT_EQ(count("statement.wage_paid"), 2);
    const auto confirm = [&](const access::Caller& who) {
        return market.post(path() + "/confirm", who).text("status");
    };
    EXPECT_EQ(confirm(one.caller), "paid");
    EXPECT_EQ(confirm(one.caller), "paid") << "twice is once";
    EXPECT_EQ(count("statement.wage_confirmed"), 1);
    EXPECT_EQ(confirm(market.broker), "paid");
    EXPECT_EQ(confirm(two.caller), "confirmed");
    EXPECT_EQ(count("statement.confirmed"), 1);
}

TEST_F(Statements, PaymentCannotBeInTheFutureOrBeforeTheMonth) {
    approved(one, "2026-12-01", "2026-12-10", 1000);
    market.post(path() + "/agree", market.broker);
    market.post(path() + "/agree", market.boss);
    market.post(path() + "/instruct", market.boss, R"({"reference":"I"})");
    EXPECT_EQ(code(market.boss, "/paid", R"({"reference":"B","paid_on":"2026-12-11"})"),
              "paid_on_wrong");
    EXPECT_EQ(code(market.boss, "/paid", R"({"reference":"B","paid_on":"2026-11-30"})"),
              "paid_on_wrong");
}

TEST_F(Statements, MoreWorkAfterAnAgreementIsANewVersion) {
    approved(one, "2026-12-01", "2026-12-05", 500);
    market.post(path() + "/agree", market.broker);
    market.post(path() + "/agree", market.boss);
    approved(one, "2026-12-06", "2026-12-10", 500);
    const auto seen = market.get(path(), market.boss);
    EXPECT_EQ(seen.text("status"), "draft");
    EXPECT_EQ(seen.number("version"), 2);
    EXPECT_EQ(seen.number("wage_fen"), 200000);
    EXPECT_EQ(seen.body.at("replaced").at(0).at("total_fen").as_int64(), 130000);
}

TEST_F(Statements, ADecisionAfterPaymentIsAnotherStatementOfTheDifference) {
    const auto sheet = approved(one, "2026-12-01", "2026-12-10", 800);
    agree_and_pay(path(), "2026-12-10");
    market.post(sheet + "/dispute", one.caller, R"({"reason":"九天"})");
    market.post(sheet + "/decide", market.official,
                R"({"quantity_hundredths":900,"reason":"考勤"})");
    ASSERT_EQ(ids().size(), 2u);
    const auto later = market.get(path(), market.boss);
    EXPECT_EQ(later.number("part"), 1);
    EXPECT_EQ(later.number("total_fen"), 20000);
    EXPECT_EQ(later.body.at("lines").at(0).at("kind").as_string(), "adjustment");
    EXPECT_EQ(market.get("/statements/" + ids()[1], market.boss).number("total_fen"), 190000);
}

TEST_F(Statements, CorrectionsAreVersionsBeforeAndStatementsAfterPayment) {
    approved(one, "2026-12-01", "2026-12-10", 1000);
    const auto body = [&](int amount) {
        return fmt::format(R"({{"lines":[{{"seat":"{}","amount_fen":{}}}],"reason":"高温津贴"}})",
                           one.seat.text(), amount);
    };
    EXPECT_EQ(code(market.broker, "/correct", body(-40001)), "deduction_too_large");
    EXPECT_EQ(code(market.broker, "/correct", body(0)), "correction_empty");
    const auto corrected = market.post(path() + "/correct", market.broker, body(5000));
    EXPECT_EQ(corrected.number("version"), 2);
    EXPECT_EQ(corrected.number("wage_fen"), 205000);
    EXPECT_EQ(corrected.body.at("replaced").at(0).at("reason").as_string(), "高温津贴");
    agree_and_pay(path(), "2026-12-10");
    const auto paid = ids().at(0);
    const auto after = market.post("/statements/" + paid + "/correct", market.boss, body(1000));
    EXPECT_NE(after.text("id"), paid);
    EXPECT_EQ(after.number("total_fen"), 1000);
    EXPECT_EQ(market.get("/statements/" + paid, market.boss).number("total_fen"), 235000);
    EXPECT_EQ(market.post("/statements/" + paid + "/correct", one.caller, body(1)).status, 403);
}

TEST_F(Statements, EachLevelOfLatenessIsToldOnce) {
    approved(one, "2026-12-01", "2026-12-10", 1000);
    const auto on = [&](const char* instant) {
        market.go_to(instant);
        market.app().run_due_jobs();
        market.clock().advance(std::chrono::hours(1));
        market.app().run_due_jobs();
        return market.get(path(), market.boss).text("overdue_level");
    };
    EXPECT_EQ(on("2027-01-15T12:00:00+08:00"), "none");
    EXPECT_EQ(on("2027-01-16T12:00:00+08:00"), "yellow");
    EXPECT_EQ(on("2027-01-22T12:00:00+08:00"), "orange");
    EXPECT_EQ(on("2027-01-30T12:00:00+08:00"), "red");
    EXPECT_EQ(on("2027-02-20T12:00:00+08:00"), "red");
    EXPECT_EQ(count("statement.overdue"), 3);
    agree_and_pay(path(), "2027-02-20");
    EXPECT_EQ(market.get(path(), market.boss).text("overdue_level"), "none");
}

TEST_F(Statements, AShareSettlesWhenAllIsWorkedPaidAndConfirmed) {
    approved(one, "2026-12-01", "2026-12-10", 1000);
    approved(two, "2026-12-01", "2026-12-10", 1000);
    agree_and_pay(path(), "2026-12-10");
    for (const auto& who : {one.caller, two.caller, market.broker})
        market.post(path() + "/confirm", who);
    const auto status = [&] {
        market.clock().advance(std::chrono::minutes(10));
        market.app().run_due_jobs();
        return market.get("/shares/" + share.text(), market.boss).text("status");
    };
    EXPECT_EQ(status(), "delivering") << "they are still at work";
    market.finish(one);
    market.finish(two);
    EXPECT_EQ(status(), "settled");
    EXPECT_EQ(status(), "settled");
    EXPECT_EQ(count("share.settled"), 1);
    const auto order = market.get("/orders?mine=true", market.boss).body;
    EXPECT_EQ(order.at("items").at(0).at("status").as_string(), "closed");
    EXPECT_EQ(count("order.closed"), 1);
    const auto late =
        market.post("/seats/" + one.seat.text() + "/timesheets", market.broker,
                    R"({"from_on":"2026-12-10","to_on":"2026-12-10","quantity_hundredths":1})");
    EXPECT_EQ(late.text("code"), "share_is_settled");
}

TEST_F(Statements, WhateverIsBilledInWhateverOrderAddsUp) {
    const auto seat =
        market.store().read([&](store::Reader& reader) { return *seats::find(reader, one.seat); });
    int cases = 0;  // Each case has a month of its own.
    const bool holds =
        rc::check("every version's lines add up to its totals, and no work is billed twice", [&] {
            const int number_of_case = cases++;
            const auto month =
                fmt::format("{}-{:02}", 2030 + number_of_case / 12, number_of_case % 12 + 1);
            std::map<int, std::int64_t> owed;
            const int steps = *rc::gen::inRange(1, 12);
            for (int i = 0; i < steps; ++i) {
                const int number = *rc::gen::inRange(1, 4);
                const auto rate = *rc::gen::inRange<std::int64_t>(1, 99999);
                timesheets::TimesheetRow row;
                row.id = {number_of_case * 10LL + number};
                row.city = seat.city;
                row.place = seat.city;
                row.seat_id = seat.id;
                row.share_id = seat.share_id;
                row.order_id = seat.order_id;
                row.employer = seat.employer;
                row.agency = seat.agency;
                row.person = seat.person;
                row.from_on = *parse_date(month + "-01");
                row.rate_fen = {rate};
                row.quantity_hundredths = *rc::gen::inRange<std::int64_t>(1, 3100);
                row.pay_fen = multiply(row.rate_fen, row.quantity_hundredths, 100);
                if (row.pay_fen.value < owed[number]) continue;  // Decisions never take away.
                owed[number] = row.pay_fen.value;
                const int act = *rc::gen::inRange(0, 3);
                market.act<Done>(market.boss, [&](app::Command& command) -> Result<Done> {
                    bill(command, row);
                    static constexpr store::Statement draft_of{
                        "test.open",
                        "SELECT * FROM statements WHERE status = 'draft' AND month = :month"};
                    auto open =
                        command.db.one<StatementRow>(draft_of, store::arguments("month", month));
                    if (!open || act == 0) return Done{};
                    TRY(auto next, agree(command, *open, Side::agency));
                    if (act == 1) return Done{};
                    TRY(next, agree(command, next, Side::employer));
                    TRY_DO(instruct(command, next, "I"));
                    return Done{};
                });
            }
            std::int64_t sum = 0;
            for (const auto& [number, pay] : owed) sum += pay;
            const auto billed = market.store().read([&](store::Reader& reader) {
                static constexpr store::Statement query{
                    "test.billed",
                    "SELECT COALESCE(SUM(l.amount_fen), 0) FROM statement_lines l JOIN statements "
                    "s "
                    "ON s.id = l.statement_id WHERE s.month = :month AND l.live = 1 "
                    "AND l.person IS NOT NULL"};
                return *reader.value<std::int64_t>(query, store::arguments("month", month));
            });
            RC_ASSERT(billed == sum);
            const auto wrong = market.store().read([&](store::Reader& reader) {
                static constexpr store::Statement query{
                    "test.wrong",
                    "SELECT COUNT(*) FROM statements s WHERE s.total_fen <> (SELECT "
                    "COALESCE(SUM(l.amount_fen), 0) FROM statement_lines l WHERE l.statement_id = "
                    "s.id "
                    "AND l.live = 1)"};
                return *reader.value<int>(query);
            });
            RC_ASSERT(wrong == 0);
        });
    EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace jianghui::statements
