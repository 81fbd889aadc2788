#include "features/statements/rules.hpp"

#include <algorithm>
#include <map>

namespace jianghui::statements {

std::string month_of(Date day) {
    return date_text(day).substr(0, 7);
}

std::optional<Date> first_of(std::string_view month) {
    return parse_date(std::string(month) + "-01");
}

Date due_on(std::string_view month, int pay_day, const WorkingDays& working_days) {
    const auto first = first_of(month);
    ASSERT(first.has_value());
    const auto next = (*first + std::chrono::months(1));
    const auto last = Date(next.year() / next.month() / std::chrono::last);
    Date due =
        std::min(std::chrono::sys_days(add_days(next, pay_day - 1)), std::chrono::sys_days(last));
    while (!working_days.works(due)) due = add_days(due, -1);
    return due;
}

Totals totals_of(const LineRow& line) {
    return line.person ? Totals{line.amount_fen, {}} : Totals{{}, line.amount_fen};
}

Totals totals_of(const std::vector<LineRow>& lines) {
    Totals totals;
    for (const auto& line : lines) {
        totals.wage += totals_of(line).wage;
        totals.fee += totals_of(line).fee;
    }
    return totals;
}

StatementRow plus(StatementRow statement, const Totals& more) {
    statement.wage_fen += more.wage;
    statement.fee_fen += more.fee;
    statement.total_fen = statement.wage_fen + statement.fee_fen;
    return statement;
}

LineRow wage_line(const timesheets::TimesheetRow& timesheet, Fen billed_elsewhere) {
    LineRow line;
    line.seat_id = timesheet.seat_id;
    line.timesheet_id = timesheet.id;
    line.person = timesheet.person;
    if (billed_elsewhere == Fen{0}) {
        line.kind = LineKind::wage;
        line.quantity_hundredths = timesheet.quantity_hundredths;
        line.rate_fen = timesheet.rate_fen;
        line.amount_fen = timesheet.pay_fen;
        return line;
    }
    line.kind = LineKind::adjustment;
    line.rate_fen = timesheet.pay_fen - billed_elsewhere;
    line.amount_fen = line.rate_fen;
    return line;
}

LineRow fee_line(const seats::SeatRow& seat) {
    LineRow line;
    line.kind = LineKind::service_fee;
    line.seat_id = seat.id;
    line.organisation = seat.agency;
    line.rate_fen = seat.service_fee_fen;
    line.amount_fen = seat.service_fee_fen;
    return line;
}

LineRow adjustment_line(const std::optional<seats::SeatRow>& seat, OrganisationId agency,
                        Fen amount) {
    LineRow line;
    line.kind = LineKind::adjustment;
    line.rate_fen = amount;
    line.amount_fen = amount;
    if (seat) {
        line.seat_id = seat->id;
        line.person = seat->person;
    } else {
        line.organisation = agency;
    }
    return line;
}

bool is_relied_on(const StatementRow& statement) {
    return statement.status != StatementStatus::draft || statement.employer_agreed_at ||
           statement.agency_agreed_at;
}

Result<Done> correction_fits(const std::vector<LineRow>& lines,
                             const std::vector<LineRow>& adjustments, int percent_max) {
    struct Sums {
        Fen wage;      // lines from timesheets
        Fen deducted;  // as a negative amount
    };
    std::map<PersonId, Sums> persons;
    Fen fees;
    const auto add = [&](const LineRow& line) {
        if (!line.person) {
            fees += line.amount_fen;
        } else if (line.amount_fen < Fen{0}) {
            persons[*line.person].deducted += line.amount_fen;
        } else if (line.timesheet_id) {
            persons[*line.person].wage += line.amount_fen;
        }
    };
    for (const auto& line : lines) add(line);
    for (const auto& line : adjustments) add(line);
    if (fees < Fen{0}) return refuse(deduction_too_large);
    for (const auto& [person, sums] : persons)
        if (Fen{-sums.deducted.value} > multiply(sums.wage, percent_max, 100))
            return refuse(
                error(deduction_too_large).with("percent_max", std::to_string(percent_max)));
    return Done{};
}

Result<Done> must_be(const StatementRow& statement, StatementStatus status) {
    if (statement.status == status) return Done{};
    return refuse(error(statement_status_conflict)
                      .with("status", std::string(codec::enum_text(statement.status)))
                      .with("needs", std::string(codec::enum_text(status))));
}

int days_late(Date due_on, Date until) {
    return std::max(0, days_between(due_on, until));
}

OverdueLevel level_on(Date due_on, Date today, const OverdueDays& days) {
    const int late = days_between(due_on, today);
    if (late >= days.red) return OverdueLevel::red;
    if (late >= days.orange) return OverdueLevel::orange;
    if (late >= days.yellow) return OverdueLevel::yellow;
    return OverdueLevel::none;
}

}  // namespace jianghui::statements
