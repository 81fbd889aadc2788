#pragma once
// What other features may know of statements and do with them.

#include "features/statements/errors.hpp"
#include "features/statements/model.hpp"
#include "features/statements/rules.hpp"

namespace jianghui::statements {

[[nodiscard]] std::optional<StatementRow> find(const store::Reader& reader, StatementId statement);

/// How many persons it pays a wage to.
[[nodiscard]] int workers_of(const store::Reader& reader, StatementId statement);

/// Whether the caller is a party of the statement (a worker: one of its payees) or supervises its
/// place.
[[nodiscard]] bool may_see(const store::Reader& reader, const app::Caller& caller,
                           const StatementRow& statement);

/// Bills what is owed for a timesheet and not yet billed: into the open statement of its share and
/// month, or a new one. A statement that somebody had agreed to gets its next version and is a
/// draft again. Nothing happens when everything is billed.
void bill(app::Command& command, const timesheets::TimesheetRow& timesheet);

// The acts, for the API and the demo alike. Who may is for the caller to check. Each fails with
// statement_status_conflict when the statement is not where the act begins.

/// One side agrees; the statement is agreed when both have. Agreeing twice changes nothing.
[[nodiscard]] Result<StatementRow> agree(app::Command& command, const StatementRow& statement,
                                         Side side);
[[nodiscard]] Result<StatementRow> instruct(app::Command& command, const StatementRow& statement,
                                            std::string_view reference);
/// Fails also with paid_on_wrong.
[[nodiscard]] Result<StatementRow> pay(app::Command& command, const StatementRow& statement,
                                       std::string_view reference, Date paid_on);
/// A worker confirms her wage; the statement is confirmed when every payee has. Confirming twice
/// changes nothing.
[[nodiscard]] Result<StatementRow> confirm_wage(app::Command& command,
                                                const StatementRow& statement, PersonId person);
/// The agency confirms its fees.
[[nodiscard]] Result<StatementRow> confirm_fee(app::Command& command,
                                               const StatementRow& statement);
/// Adds adjustments: in a new version while unpaid, in another statement of the month after.
/// Returns the statement that has them. Fails with correction_empty, seat_of_other_share,
/// deduction_too_large.
[[nodiscard]] Result<StatementRow> correct(app::Command& command, const StatementRow& statement,
                                           const CorrectStatement& correction);

}  // namespace jianghui::statements
