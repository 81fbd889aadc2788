// What moves a statement from draft to confirmed: the acts of api.hpp.

#include "features/statements/api.hpp"
#include "features/statements/facts.hpp"
#include "features/statements/rules.hpp"
#include "features/statements/store.hpp"

namespace jianghui::statements {
namespace {

/// Writes the change and its event. Fails with statement_status_conflict when somebody was faster.
Result<StatementRow> moved(app::Command& command, const StatementRow& before, StatementRow after,
                           const journal::EventKind& kind) {
    after.changed_at = command.now;
    if (!update(command.db, before, after)) return refuse(statement_status_conflict);
    tell(command, kind, after);
    return after;
}

/// Confirmed as soon as nobody is left who has not said so.
Result<StatementRow> confirmed_if_all(app::Command& command, const StatementRow& before) {
    if (!all_confirmed(command.db, before.id)) return before;
    StatementRow after = before;
    after.status = StatementStatus::confirmed;
    after.confirmed_at = command.now;
    return moved(command, before, after, statement_confirmed);
}

}  // namespace

Result<StatementRow> agree(app::Command& command, const StatementRow& before, Side side) {
    StatementRow after = before;
    auto& mine = side == Side::employer ? after.employer_agreed_at : after.agency_agreed_at;
    if (mine) return before;
    TRY_DO(must_be(before, StatementStatus::draft));
    // What two sides agree to is the sum of its lines, to the fen.
    ASSERT(totals_of(lines_of(command.db, before.id)) == (Totals{before.wage_fen, before.fee_fen}));
    mine = command.now;
    const bool both = after.employer_agreed_at && after.agency_agreed_at;
    if (both) {
        after.status = StatementStatus::agreed;
        after.agreed_at = command.now;
    }
    return moved(command, before, after, both ? statement_agreed : statement_side_agreed);
}

Result<StatementRow> instruct(app::Command& command, const StatementRow& before,
                              std::string_view reference) {
    TRY_DO(must_be(before, StatementStatus::agreed));
    StatementRow after = before;
    after.status = StatementStatus::instructed;
    after.instructed_reference = reference;
    after.instructed_at = command.now;
    return moved(command, before, after, statement_instructed);
}

Result<StatementRow> pay(app::Command& command, const StatementRow& before,
                         std::string_view reference, Date paid_on) {
    TRY_DO(must_be(before, StatementStatus::instructed));
    if (paid_on > date_of(command.now) || paid_on < *first_of(before.month))
        return refuse(error(paid_on_wrong).at("/paid_on"));
    StatementRow after = before;
    after.status = StatementStatus::paid;
    after.paid_reference = reference;
    after.paid_on = paid_on;
    after.paid_at = command.now;
    after.overdue_level = OverdueLevel::none;
    TRY(const StatementRow paid, moved(command, before, after, statement_paid));
    for (const auto& wage : wages_of(command.db, paid.id))
        tell_wage(command, statement_wage_paid, paid, wage.person, wage.amount_fen);
    return confirmed_if_all(command, paid);
}

Result<StatementRow> confirm_wage(app::Command& command, const StatementRow& statement,
                                  PersonId person) {
    if (statement.status == StatementStatus::confirmed) return statement;
    TRY_DO(must_be(statement, StatementStatus::paid));
    if (confirm_lines(command.db, statement.id, {person, {}}, command.now) == 0) return statement;
    for (const auto& wage : wages_of(command.db, statement.id))
        if (wage.person == person)
            tell_wage(command, statement_wage_confirmed, statement, person, wage.amount_fen);
    return confirmed_if_all(command, statement);
}

Result<StatementRow> confirm_fee(app::Command& command, const StatementRow& statement) {
    if (statement.status == StatementStatus::confirmed) return statement;
    TRY_DO(must_be(statement, StatementStatus::paid));
    if (confirm_lines(command.db, statement.id, {{}, statement.agency}, command.now) == 0)
        return statement;
    tell(command, statement_fee_confirmed, statement);
    return confirmed_if_all(command, statement);
}

}  // namespace jianghui::statements
