#pragma once
// Decisions about statements: pure functions. The ledger's arithmetic is here and nowhere else.

#include "features/statements/errors.hpp"
#include "features/statements/model.hpp"

namespace jianghui::statements {

/// "2026-12" of a day in it.
[[nodiscard]] std::string month_of(Date day);
/// The first day of "2026-12"; nothing when it is no month.
[[nodiscard]] std::optional<Date> first_of(std::string_view month);

/// When the wages of a month are due: on `pay_day` of the next month, on the last working day
/// before when that is a day of rest (工资支付暂行规定 §7: paid early, never late).
[[nodiscard]] Date due_on(std::string_view month, int pay_day, const WorkingDays& working_days);

struct Totals {
    Fen wage;
    Fen fee;
    bool operator==(const Totals&) const = default;
};
/// What the lines add up to: those of persons are wages, those of organisations fees.
[[nodiscard]] Totals totals_of(const std::vector<LineRow>& lines);
/// The statement with this much more.
[[nodiscard]] StatementRow plus(StatementRow statement, const Totals& more);
/// The totals that a line adds.
[[nodiscard]] Totals totals_of(const LineRow& line);

/// The wage line of a timesheet. What other statements bill for it already is taken off: then the
/// line is an adjustment by the difference.
[[nodiscard]] LineRow wage_line(const timesheets::TimesheetRow& timesheet, Fen billed_elsewhere);
/// The agency's fee for a seat: once, in the first month that is billed.
[[nodiscard]] LineRow fee_line(const seats::SeatRow& seat);
/// An adjustment for a seat's worker or, without a seat, for the agency.
[[nodiscard]] LineRow adjustment_line(const std::optional<seats::SeatRow>& seat,
                                      OrganisationId agency, Fen amount);

/// Whether anybody has relied on the present version: then a change makes the next one.
[[nodiscard]] bool is_relied_on(const StatementRow& statement);

/// Whether the lines with these adjustments are lawful: deductions of a worker are at most
/// `percent_max` of her wage lines there (工资支付暂行规定 §16), the agency's sum is not negative.
/// Fails with deduction_too_large.
[[nodiscard]] Result<Done> correction_fits(const std::vector<LineRow>& lines,
                                           const std::vector<LineRow>& adjustments,
                                           int percent_max);

/// Fails with statement_status_conflict unless it has that status.
[[nodiscard]] Result<Done> must_be(const StatementRow& statement, StatementStatus status);

/// From how many days after the due date on a level holds.
struct OverdueDays {
    int yellow = 1;
    int orange = 7;
    int red = 15;
};
[[nodiscard]] OverdueLevel level_on(Date due_on, Date today, const OverdueDays& days);

/// Whole days from the due day to `until`; 0 when it is not later.
[[nodiscard]] int days_late(Date due_on, Date until);

}  // namespace jianghui::statements
