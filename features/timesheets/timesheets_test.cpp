// Timesheets as specifications: who records, who approves, what the days can hold.

#include <set>

#include <gtest/gtest.h>

#include "features/timesheets/rules.hpp"
#include "tests/support/working_market.hpp"

namespace jianghui::timesheets {
namespace {

using test::WorkingMarket;
using Worker = WorkingMarket::Worker;

std::string code_of(const auto& result) {
    return result ? "" : result.error().code;
}

Date day(const char* text) {
    return *parse_date(text);
}

std::string body(const char* from, const char* to, int quantity, bool submit = true) {
    return fmt::format(R"({{"from_on":"{}","to_on":"{}","quantity_hundredths":{},"submit":{}}})",
                       from, to, quantity, submit);
}

/// One worker on site since 1 December; it is the evening of the 10th.
struct Timesheets : testing::Test {
    WorkingMarket market;
    Worker worker;
    std::string path;

    Timesheets() {
        const auto share = market.grabbed(2);
        worker = market.accepted(share);
        market.go_to("2026-12-01T08:00:00+08:00");
        market.start(worker);
        market.go_to("2026-12-10T20:00:00+08:00");
        path = "/seats/" + worker.seat.text() + "/timesheets";
    }
    std::string recorded(const char* from, const char* to, int quantity) {
        const auto made = market.post(path, market.broker, body(from, to, quantity));
        EXPECT_EQ(made.status, 201) << made.text("code");
        return "/timesheets/" + made.text("id");
    }
    std::string refusal(const access::Caller& who, const std::string& target,
                        const std::string& content = "{}") {
        return market.post(target, who, content).text("code");
    }
};

TEST(TimesheetRules, EveryActStartsFromItsOwnStatuses) {
    using S = TimesheetStatus;
    EXPECT_EQ(*next_status(S::open, Act::submit), S::submitted);
    EXPECT_EQ(*next_status(S::returned, Act::submit), S::submitted);
    EXPECT_EQ(*next_status(S::submitted, Act::approve), S::approved);
    EXPECT_EQ(*next_status(S::submitted, Act::send_back), S::returned);
    for (const auto from : {S::submitted, S::returned, S::approved})
        EXPECT_EQ(*next_status(from, Act::dispute), S::disputed);
    EXPECT_EQ(*next_status(S::disputed, Act::decide), S::decided);
    EXPECT_EQ(code_of(next_status(S::open, Act::approve)), "timesheet_status_conflict");
    EXPECT_EQ(code_of(next_status(S::approved, Act::change)), "timesheet_status_conflict");
    EXPECT_EQ(code_of(next_status(S::decided, Act::dispute)), "timesheet_status_conflict");
}

TEST(TimesheetRules, TheDaysMustBeAbleToHoldTheQuantity) {
    TimesheetRow row{.from_on = day("2026-12-01"), .to_on = day("2026-12-02")};
    const auto fits = [&](orders::PayUnit unit, std::int64_t quantity, std::int64_t others = 0) {
        row.unit = unit;
        row.quantity_hundredths = quantity;
        return code_of(quantity_fits(row, others));
    };
    EXPECT_EQ(fits(orders::PayUnit::hour, 4800), "");
    EXPECT_EQ(fits(orders::PayUnit::hour, 4801), "quantity_too_large");
    EXPECT_EQ(fits(orders::PayUnit::day, 200), "");
    EXPECT_EQ(fits(orders::PayUnit::day, 201), "quantity_too_large");
    EXPECT_EQ(fits(orders::PayUnit::month, 60, 40), "");
    EXPECT_EQ(fits(orders::PayUnit::month, 61, 40), "quantity_too_large");
    EXPECT_EQ(fits(orders::PayUnit::piece, 9'999'999), "");
    row.rate_fen = Fen{1'000'000'000};
    EXPECT_EQ(fits(orders::PayUnit::piece, 1'000), "");
    EXPECT_EQ(fits(orders::PayUnit::piece, 1'001), "quantity_too_large") << "a hundred million yuan";
}

TEST(TimesheetRules, LongHoursAreOwedAndFlagged) {
    TimesheetRow row{.from_on = day("2026-12-01"),
                     .to_on = day("2026-12-02"),
                     .unit = orders::PayUnit::hour,
                     .quantity_hundredths = 2200};
    EXPECT_FALSE(over_hours(row, {}, 0, 23));
    row.quantity_hundredths = 2201;
    EXPECT_TRUE(over_hours(row, {}, 0, 23)) << "eight hours and three of overtime a day";
    row.quantity_hundredths = 2200;
    EXPECT_FALSE(over_hours(row, {}, 19800, 23)) << "23 days of eight hours and 36 of overtime in a month";
    EXPECT_TRUE(over_hours(row, {}, 19801, 23));
    EXPECT_TRUE(over_hours(row, {}, 19800, 22)) << "a month with a holiday has fewer";
    row.unit = orders::PayUnit::day;
    EXPECT_FALSE(over_hours(row, {}, 99999, 22));
}

TEST(TimesheetRules, PayIsRoundedHalfAwayFromZeroToTheFen) {
    EXPECT_EQ(pay_of({1999}, 50).value, 1000);  // 999.5
    EXPECT_EQ(pay_of({1999}, 33).value, 660);   // 659.67
    EXPECT_EQ(pay_of({20000}, 0).value, 0);
}

TEST(TimesheetRules, WhoeverWasOverruledLostTheDispute) {
    TimesheetRow row{.employer = {1}, .agency = {2}, .quantity_hundredths = 800};
    const auto loser = [&](TimesheetStatus from, std::int64_t decided) {
        row.disputed_from = from;
        return lost_by(row, decided).value_or(OrganisationId{}).number;
    };
    EXPECT_EQ(loser(TimesheetStatus::submitted, 900), 2);
    EXPECT_EQ(loser(TimesheetStatus::submitted, 800), 0);
    EXPECT_EQ(loser(TimesheetStatus::approved, 900), 1);
    EXPECT_EQ(loser(TimesheetStatus::returned, 800), 1);
    EXPECT_EQ(loser(TimesheetStatus::returned, 700), 0);
}

/// The gate again on each day worked (DESIGN 5): a day without it is shown to all sides and to inspectors, and paid.
TEST_F(Timesheets, SayOnWhichDaysTheAgencyDidNotFulfilTheGate) {
    const auto office = market.caller(access::Role::official, {}, "510502");
    const auto at = [&](const char* instant, const char* step) {
        market.go_to(instant);
        const auto done = market.post("/organisations/" + market.broker.organisation.text() + step, office,
                                      R"({"reason_code":"false_posts"})");
        ASSERT_EQ(done.status, 200) << done.bytes;
        market.app().run_due_jobs();
    };
    at("2026-12-11T09:00:00+08:00", "/suspend");
    at("2026-12-13T09:00:00+08:00", "/restore");
    market.go_to("2026-12-15T20:00:00+08:00");
    const auto sheet = recorded("2026-12-10", "2026-12-14", 500);
    for (const auto& who : {market.broker, market.boss, worker.caller, market.official}) {
        const auto shown = market.get(sheet, who);
        EXPECT_EQ(codec::json::serialize(shown.body.at("barred_days")),
                  R"([{"day":"2026-12-11","refusal":"organisation_unverified"},)"
                  R"({"day":"2026-12-12","refusal":"organisation_unverified"},)"
                  R"({"day":"2026-12-13","refusal":"organisation_unverified"}])");
    }
    EXPECT_EQ(market.post(sheet + "/approve", market.boss).text("status"), "approved") << "wages are owed";
    EXPECT_TRUE(market.get(recorded("2026-12-01", "2026-12-05", 500), market.boss)
                    .body.at("barred_days").as_array().empty());
}

TEST_F(Timesheets, TheAgencyRecordsTheEmployerApproves) {
    const auto sheet = recorded("2026-12-01", "2026-12-10", 850);
    const auto seen = market.get(sheet, worker.caller);
    EXPECT_EQ(seen.text("status"), "submitted");
    EXPECT_EQ(seen.number("pay_fen"), 170000);
    EXPECT_EQ(market.post(sheet + "/approve", market.boss).text("status"), "approved");
    EXPECT_EQ(refusal(market.boss, sheet + "/approve"), "timesheet_status_conflict");
    EXPECT_EQ(market.get(sheet, market.boss).body.at("history").as_array().size(), 3u);
}

TEST_F(Timesheets, AReturnedSheetIsMendedByTheWorker) {
    const auto sheet = recorded("2026-12-01", "2026-12-10", 1000);
    const auto back = market.post(sheet + "/return", market.boss, R"({"reason":"4日没来"})");
    EXPECT_EQ(back.text("status"), "returned");
    EXPECT_EQ(back.body.at("history").as_array().back().at("text").at("zh").as_string(),
              "退回：4日没来");
    const auto mended = market.send(http::Method::patch, sheet, worker.caller,
                                    R"({"quantity_hundredths":900,"submit":true})");
    EXPECT_EQ(mended.text("status"), "submitted");
    EXPECT_EQ(mended.number("pay_fen"), 180000);
}

TEST_F(Timesheets, TwoSheetsOfASeatNeverShareADay) {
    recorded("2026-12-01", "2026-12-05", 500);
    EXPECT_EQ(refusal(market.broker, path, body("2026-12-05", "2026-12-06", 200)),
              "timesheet_overlap");
    const auto next = recorded("2026-12-06", "2026-12-06", 100);
    const auto moved = market.send(http::Method::patch, next, market.broker, R"({})");
    EXPECT_EQ(moved.text("code"), "timesheet_status_conflict") << "it is with the employer";
    const auto other =
        market.post(path, market.broker, body("2026-12-07", "2026-12-07", 100, false));
    const auto open = "/timesheets/" + other.text("id");
    EXPECT_EQ(market.send(http::Method::patch, open, market.broker, R"({"from_on":"2026-12-06"})")
                  .text("code"),
              "timesheet_overlap");
    EXPECT_EQ(
        market.send(http::Method::patch, open, market.broker, R"({"to_on":"2026-12-08"})").status,
        200);
}

TEST_F(Timesheets, OnlyDaysThatWereWorkedAreRecorded) {
    EXPECT_EQ(refusal(market.broker, path, body("2026-11-30", "2026-12-01", 100)),
              "timesheet_dates");
    EXPECT_EQ(refusal(market.broker, path, body("2026-12-10", "2026-12-11", 100)),
              "timesheet_dates");
    EXPECT_EQ(refusal(market.broker, path, body("2026-12-09", "2026-12-10", 201)),
              "quantity_too_large");
    EXPECT_EQ(market.post(path, market.broker, body("2026-12-09", "2026-12-10", 0)).status, 400);
}

TEST_F(Timesheets, MoreOvertimeThanAMonthMayHaveIsShownToAllWhoSeeTheSheet) {
    const auto share = market.grabbed(
        1, R"(,"starts_on":"2026-12-11","pay_unit":"hour","pay_min_fen":3000,"pay_max_fen":4000)");
    worker = market.accepted(share, {3000});
    market.go_to("2026-12-11T08:00:00+08:00");
    market.start(worker);
    market.go_to("2026-12-31T20:00:00+08:00");
    path = "/seats/" + worker.seat.text() + "/timesheets";
    const auto over_hours = [&](const std::string& sheet) {
        return market.get(sheet, market.official).body.at("over_hours").as_bool();
    };
    const auto first = recorded("2026-12-11", "2026-12-20", 11000);
    const auto second = recorded("2026-12-21", "2026-12-30", 11000);
    EXPECT_FALSE(over_hours(second)) << "23 working days of eight hours and 36 of overtime";
    const auto third = recorded("2026-12-31", "2026-12-31", 100);
    for (const auto& sheet : {first, second, third}) EXPECT_TRUE(over_hours(sheet)) << sheet;
    EXPECT_EQ(market.post(third + "/approve", market.boss).text("status"), "approved") << "owed all the same";
}

TEST_F(Timesheets, AnOfficialOfThePlaceDecidesADispute) {
    const auto sheet = recorded("2026-12-01", "2026-12-10", 800);
    market.post(sheet + "/approve", market.boss);
    const auto reason = std::string(R"({"reason":"我干了九天"})");
    EXPECT_EQ(market.post(sheet + "/dispute", worker.caller, reason).text("status"), "disputed");
    const auto less = std::string(R"({"quantity_hundredths":700,"reason":"考勤"})");
    EXPECT_EQ(refusal(market.official, sheet + "/decide", less), "decision_below_approved");
    const auto elsewhere = market.caller(access::Role::official, {}, "511503");
    const auto nine = std::string(R"({"quantity_hundredths":900,"reason":"考勤"})");
    EXPECT_EQ(market.post(sheet + "/decide", elsewhere, nine).status, 404);
    const auto decided = market.post(sheet + "/decide", market.official, nine);
    EXPECT_EQ(decided.text("status"), "decided");
    EXPECT_EQ(decided.number("pay_fen"), 180000);
}

TEST_F(Timesheets, StrangersSeeNothingAndPartiesDoOnlyTheirPart) {
    const auto sheet = recorded("2026-12-01", "2026-12-10", 800);
    const auto other_agency = market.agency("510502");
    const auto other_worker = market.caller(access::Role::worker, {}, "510502", {77});
    EXPECT_EQ(market.get(sheet, other_agency).status, 404);
    EXPECT_EQ(market.get(sheet, other_worker).status, 404);
    EXPECT_EQ(market.post(path, other_agency, body("2026-12-01", "2026-12-01", 100)).status, 404);
    EXPECT_EQ(market.post(sheet + "/approve", market.broker).status, 403);
    EXPECT_EQ(market.post(sheet + "/approve", market.employer("511502")).status, 404);
    EXPECT_EQ(market.get(sheet, {}).status, 401);
    const auto listed = [&](const access::Caller& who) {
        return market.get("/timesheets", who).body.at("items").as_array().size();
    };
    EXPECT_EQ(listed(market.boss), 1u);
    EXPECT_EQ(listed(worker.caller), 1u);
    EXPECT_EQ(listed(market.official), 1u);
    EXPECT_EQ(listed(other_agency), 0u);
    EXPECT_EQ(listed(other_worker), 0u);
    EXPECT_EQ(market.get("/timesheets?seat=" + worker.seat.text() + "&status=approved", market.boss)
                  .body.at("items")
                  .as_array()
                  .size(),
              0u);
}

TEST_F(Timesheets, NothingIsRecordedBeforeTheStart) {
    const auto other = market.accepted(market.grabbed(1, R"(,"starts_on":"2026-12-12")"));
    EXPECT_EQ(refusal(market.broker, "/seats/" + other.seat.text() + "/timesheets",
                      body("2026-12-10", "2026-12-10", 100)),
              "seat_not_worked");
}

/// The kinds of what waits for somebody.
std::set<std::string> waiting_for(WorkingMarket& market, const access::Caller& who) {
    std::set<std::string> kinds;
    const auto inbox = market.get("/inbox", who);
    for (const auto& item : inbox.body.at("items").as_array())
        kinds.emplace(item.at("kind").as_string());
    return kinds;
}

TEST_F(Timesheets, WaitInTheInboxOfWhoeverIsToActNext) {
    const auto sheet = recorded("2026-12-01", "2026-12-10", 800);
    EXPECT_TRUE(waiting_for(market, market.boss).count("timesheet.approve"));
    EXPECT_FALSE(waiting_for(market, market.broker).count("timesheet.mend"));
    market.post(sheet + "/return", market.boss, R"({"reason":"21 日请假半天"})");
    EXPECT_FALSE(waiting_for(market, market.boss).count("timesheet.approve"));
    EXPECT_TRUE(waiting_for(market, market.broker).count("timesheet.mend"));
    market.post(sheet + "/dispute", worker.caller, R"({"reason":"当天上的是夜班"})");
    EXPECT_TRUE(waiting_for(market, market.official).count("timesheet.decide"));
}

}  // namespace
}  // namespace jianghui::timesheets
