// What puts lines into statements: approved work, and corrections.

#include "features/codes/api.hpp"
#include "features/statements/api.hpp"
#include "features/statements/facts.hpp"
#include "features/statements/rules.hpp"
#include "features/statements/store.hpp"

namespace jianghui::statements {
namespace {

/// Whose money it is about.
struct Account {
    PlaceCode city;
    PlaceCode place;
    ShareId share;
    OrderId order;
    OrganisationId employer;
    OrganisationId agency;
    std::string month;
};

/// A month's statement is due on its pay day; what comes up later, some working days on.
Date due_date(const app::Command& command, std::string_view month, int part) {
    const auto& working_days = command.services.get<codes::Tables>().working_days();
    const Date due = due_on(month, parameter(command, "statement_due_day", 15), working_days);
    if (part == 0) return due;
    const Date soon = working_days.after(date_of(command.now),
                                         parameter(command, "statement_adjustment_days", 5));
    return std::max(std::chrono::sys_days(due), std::chrono::sys_days(soon));
}

StatementRow draft(app::Command& command, const Account& account) {
    StatementRow made;
    made.id = command.next_id<StatementId>();
    made.city = account.city;
    made.place = account.place;
    made.share_id = account.share;
    made.order_id = account.order;
    made.employer = account.employer;
    made.agency = account.agency;
    made.month = account.month;
    made.part = next_part(command.db, account.share, account.month);
    made.due_on = due_date(command, account.month, made.part);
    made.created_at = command.now;
    made.changed_at = command.now;
    insert(command.db, made);
    return made;
}

void write(app::Command& command, const StatementRow& before, const StatementRow& after) {
    const bool written = update(command.db, before, after);
    ASSERT(written);  // Read in this transaction.
}

/// The next version: the same lines, a draft again.
StatementRow next_version(app::Command& command, const StatementRow& before,
                          std::string_view reason) {
    auto lines = lines_of(command.db, before.id);
    retire(command.db, before, command.now, command.caller.account, reason);
    StatementRow after = before;
    ++after.version;
    after.status = StatementStatus::draft;
    after.employer_agreed_at = after.agency_agreed_at = after.agreed_at = std::nullopt;
    after.instructed_reference = std::nullopt;
    after.instructed_at = std::nullopt;
    after.changed_at = command.now;
    write(command, before, after);
    for (auto& line : lines) {
        line.id = command.next_id<LineId>();
        line.version = after.version;
        insert(command.db, line);
    }
    return after;
}

/// The statement with one more line.
StatementRow with_line(app::Command& command, const StatementRow& before, LineRow line) {
    line.id = command.next_id<LineId>();
    line.city = before.city;
    line.statement_id = before.id;
    line.share_id = before.share_id;
    line.version = before.version;
    insert(command.db, line);
    StatementRow after = plus(before, totals_of(line));
    after.changed_at = command.now;
    write(command, before, after);
    return after;
}

/// The statement with a line's amount replaced.
StatementRow with_change(app::Command& command, const StatementRow& before, const LineRow& old,
                         LineRow line) {
    line.id = old.id;
    update(command.db, line);
    StatementRow after = plus(before, {line.amount_fen - old.amount_fen, {}});
    after.changed_at = command.now;
    write(command, before, after);
    return after;
}

/// The fee of the timesheet's seat, unless it is billed or nothing.
StatementRow with_fee(app::Command& command, const StatementRow& statement, SeatId seat_id) {
    const auto seat = seats::find(command.db, seat_id);
    if (!seat || seat->service_fee_fen == Fen{0} || has_fee_line(command.db, seat_id))
        return statement;
    return with_line(command, statement, fee_line(*seat));
}

}  // namespace

void bill(app::Command& command, const timesheets::TimesheetRow& sheet) {
    const std::string month = month_of(sheet.from_on);
    auto statement = find_open(command.db, sheet.share_id, month);
    const StatementId here = statement ? statement->id : StatementId{};
    const LineRow line = wage_line(sheet, billed_elsewhere(command.db, here, sheet.id));
    auto old = line_of(command.db, here, sheet.id);
    if (line.amount_fen == (old ? old->amount_fen : Fen{0})) return;
    const bool fresh = !statement;
    if (fresh) {
        statement = draft(command, {sheet.city, sheet.place, sheet.share_id, sheet.order_id,
                                    sheet.employer, sheet.agency, month});
    } else if (is_relied_on(*statement)) {
        statement = next_version(command, *statement, "timesheet");
        old = line_of(command.db, here, sheet.id);
    }
    statement =
        old ? with_change(command, *statement, *old, line) : with_line(command, *statement, line);
    statement = with_fee(command, *statement, sheet.seat_id);
    tell(command, fresh ? statement_drafted : statement_extended, *statement);
}

namespace {

/// The adjustments asked for. Fails with correction_empty, seat_of_other_share.
Result<std::vector<LineRow>> adjustments_of(const app::Command& command,
                                            const StatementRow& statement,
                                            const CorrectStatement& correction) {
    std::vector<LineRow> lines;
    for (std::size_t i = 0; i < correction.lines.size(); ++i) {
        const auto& wanted = correction.lines[i];
        const std::string path = "/lines/" + std::to_string(i);
        if (wanted.amount_fen.value == 0)
            return refuse(error(correction_empty).at(path + "/amount_fen"));
        std::optional<seats::SeatRow> seat;
        if (wanted.seat) {
            seat = seats::find(command.db, *wanted.seat);
            if (!seat || seat->share_id != statement.share_id)
                return refuse(error(seat_of_other_share).at(path + "/seat"));
        }
        lines.push_back(adjustment_line(seat, statement.agency, Fen{wanted.amount_fen.value}));
    }
    if (lines.empty()) return refuse(error(correction_empty).at("/lines"));
    return lines;
}

/// The statement that takes a correction of `statement`: itself while unpaid, unless a later one of
/// the month is open already. Nothing: a new one is to be made.
std::optional<StatementRow> target_of(const app::Command& command, const StatementRow& statement) {
    if (auto open = find_open(command.db, statement.share_id, statement.month)) return open;
    if (statement.status == StatementStatus::instructed) return statement;
    return std::nullopt;
}

}  // namespace

Result<StatementRow> correct(app::Command& command, const StatementRow& statement,
                             const CorrectStatement& correction) {
    TRY(const auto adjustments, adjustments_of(command, statement, correction));
    auto target = target_of(command, statement);
    TRY_DO(correction_fits(target ? lines_of(command.db, target->id) : std::vector<LineRow>{},
                           adjustments, parameter(command, "wage_deduction_percent_max", 20)));
    StatementRow row = target ? next_version(command, *target, correction.reason.text)
                              : draft(command, {statement.city, statement.place, statement.share_id,
                                                statement.order_id, statement.employer,
                                                statement.agency, statement.month});
    for (const auto& line : adjustments) row = with_line(command, row, line);
    tell(command, statement_corrected, row);
    return row;
}

}  // namespace jianghui::statements
