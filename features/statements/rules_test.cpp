// The ledger's arithmetic and clocks as specifications.

#include "features/statements/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::statements {
namespace {

Date day(const char* text) {
    return *parse_date(text);
}

timesheets::TimesheetRow sheet(std::int64_t rate, std::int64_t quantity) {
    timesheets::TimesheetRow row;
    row.id = {5};
    row.person = {7};
    row.rate_fen = {rate};
    row.quantity_hundredths = quantity;
    row.pay_fen = multiply(row.rate_fen, quantity, 100);
    return row;
}

RC_GTEST_PROP(Ledger, LinesAddUpToTheTotalToTheFen, ()) {
    StatementRow statement;
    std::vector<LineRow> lines;
    const int count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i) {
        const auto rate = *rc::gen::inRange<std::int64_t>(0, 10'000'000);
        const auto quantity = *rc::gen::inRange<std::int64_t>(0, 10'000'000);
        seats::SeatRow seat;
        seat.agency = {9};
        seat.service_fee_fen = {rate};
        switch (*rc::gen::inRange(0, 4)) {
            case 0:
                lines.push_back(wage_line(sheet(rate, quantity), {0}));
                break;
            case 1:
                lines.push_back(wage_line(sheet(rate, quantity), {1}));
                break;
            case 2:
                lines.push_back(fee_line(seat));
                break;
            default:
                lines.push_back(adjustment_line(seat, {9}, {-rate}));
        }
        statement = plus(statement, totals_of(lines.back()));
        const auto& line = lines.back();
        RC_ASSERT(line.amount_fen == multiply(line.rate_fen, line.quantity_hundredths, 100));
    }
    std::int64_t sum = 0;
    for (const auto& line : lines) sum += line.amount_fen.value;
    RC_ASSERT(statement.total_fen.value == sum);
    RC_ASSERT(statement.wage_fen + statement.fee_fen == statement.total_fen);
    RC_ASSERT((totals_of(lines) == Totals{statement.wage_fen, statement.fee_fen}));
}

TEST(Ledger, WhatIsBilledElsewhereIsTakenOff) {
    const auto line = wage_line(sheet(20000, 900), {160000});
    EXPECT_EQ(line.kind, LineKind::adjustment);
    EXPECT_EQ(line.amount_fen.value, 20000);
}

TEST(Ledger, DeductionsAreCappedByTheLaw) {
    seats::SeatRow seat;
    seat.person = {7};
    const std::vector<LineRow> lines{wage_line(sheet(10000, 1000), {0}), fee_line(seat)};
    const auto fits = [&](std::int64_t amount, bool of_worker) {
        const auto line = adjustment_line(
            of_worker ? std::optional<seats::SeatRow>(seat) : std::nullopt, {9}, {amount});
        return correction_fits(lines, {line}, 20).has_value();
    };
    EXPECT_TRUE(fits(-20000, true));
    EXPECT_FALSE(fits(-20001, true));
    EXPECT_TRUE(fits(5, false));
    EXPECT_FALSE(fits(-1, false)) << "the fee would be negative";
}

TEST(PayDay, IsTheLastWorkingDayNotAfterThePayDayOfTheNextMonth) {
    const WorkingDays plain({});
    EXPECT_EQ(due_on("2026-12", 15, plain), day("2027-01-15"));  // a Friday
    EXPECT_EQ(due_on("2026-10", 15, plain), day("2026-11-13"));  // the 15th is a Sunday
    EXPECT_EQ(due_on("2027-01", 31, plain), day("2027-02-26"));  // no 31st; the 28th is a Sunday
    EXPECT_EQ(due_on("2026-12", 15, WorkingDays({{day("2027-01-15"), false}})), day("2027-01-14"));
}

TEST(Overdue, LevelsBeginOnTheirDay) {
    const OverdueDays days{1, 7, 15};
    const auto level = [&](const char* today) {
        return level_on(day("2027-01-15"), day(today), days);
    };
    EXPECT_EQ(level("2027-01-15"), OverdueLevel::none);
    EXPECT_EQ(level("2027-01-16"), OverdueLevel::yellow);
    EXPECT_EQ(level("2027-01-22"), OverdueLevel::orange);
    EXPECT_EQ(level("2027-01-30"), OverdueLevel::red);
}

}  // namespace
}  // namespace jianghui::statements
