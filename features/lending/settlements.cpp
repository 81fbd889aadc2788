// Settlements: the acts of api.hpp.

#include "features/lending/api.hpp"
#include "features/lending/events.hpp"
#include "features/lending/record.hpp"
#include "features/lending/rules.hpp"
#include "features/lending/store.hpp"

namespace jianghui::lending {
namespace {

Result<SettlementRow> keep(app::Command& command, SettlementRow row, SettlementStatus before,
                           const journal::EventKind& kind) {
    row.changed_at = command.now;
    if (!update(command.db, row, before)) return refuse(lending_status_conflict);
    record(command, kind, row);
    return row;
}

}  // namespace

Result<SettlementRow> record_borrower_paid(app::Command& command, const SettlementRow& before,
                                           const BorrowerPaid& payment) {
    // The borrower's payment is its own matter: it may come after the worker has confirmed.
    if (before.status == SettlementStatus::voided ||
        (before.status == SettlementStatus::confirmed && before.borrower_paid_fen))
        return refuse(lending_settled);
    if (payment.paid_on > date_of(command.now) || payment.paid_on < before.from_on)
        return refuse(error(lending_paid_on_wrong).at("/paid_on"));
    TRY_DO(amount_fits(payment.amount_fen, "/amount_fen"));
    SettlementRow row = before;
    row.borrower_paid_fen = payment.amount_fen;
    row.borrower_paid_on = payment.paid_on;
    row.borrower_reference = payment.reference.text;
    TRY_DO(settlement_fits(row));
    return keep(command, std::move(row), before.status, borrower_paid);
}

Result<SettlementRow> record_passed_on(app::Command& command, const SettlementRow& before,
                                       const PassedOn& payment) {
    TRY_DO(may_record(before, payment.paid_on, date_of(command.now)));
    TRY_DO(amount_fits(payment.wage_fen, "/wage_fen"));
    if (payment.insurance_fen.value < 0 || payment.costs_fen.value < 0)
        return refuse(error(lending_wage_wrong).at("/insurance_fen"));
    SettlementRow row = before;
    row.wage_fen = payment.wage_fen;
    row.insurance_fen = payment.insurance_fen;
    row.costs_fen = payment.costs_fen;
    row.passed_on_on = payment.paid_on;
    row.passed_on_reference = payment.reference.text;
    row.status = SettlementStatus::passed_on;
    row.overdue_level = OverdueLevel::none;
    TRY_DO(settlement_fits(row));
    return keep(command, std::move(row), before.status, wage_passed_on);
}

Result<SettlementRow> confirm_wage(app::Command& command, const SettlementRow& before) {
    if (before.status == SettlementStatus::confirmed) return before;
    if (before.status != SettlementStatus::passed_on) return refuse(lending_status_conflict);
    SettlementRow row = before;
    row.status = SettlementStatus::confirmed;
    row.confirmed_at = command.now;
    return keep(command, std::move(row), before.status, wage_confirmed);
}

}  // namespace jianghui::lending
