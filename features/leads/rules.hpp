#pragma once
// Decisions about leads: pure functions of facts.

#include "features/leads/errors.hpp"
#include "features/leads/model.hpp"

namespace jianghui::leads {

/// Whose turn it is: the office's to take what was raised; then the employer's to pay, until it has;
/// then the office's to decide.
[[nodiscard]] NextStep next_step(LeadStatus lead, statements::StatementStatus statement);

/// Whether `who` may close the lead so. Fails with lead_closed, lead_of_another, lead_unpaid.
[[nodiscard]] Result<Done> may_close(const LeadRow& lead, AccountId who, LeadOutcome outcome,
                                     statements::StatementStatus statement);

}  // namespace jianghui::leads
