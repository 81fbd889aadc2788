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

/// Whether `who` may go on with the lead as a case. Fails as may_close, and with lead_paid.
[[nodiscard]] Result<Done> may_pursue(const LeadRow& lead, AccountId who,
                                      statements::StatementStatus statement);

/// What the platform knows of overdue wages beside the statement.
struct Known {
    std::string employer;
    std::string agency;
    std::string order;
    int workers = 0;
    Date today;
};
/// The opening form of the procedure `complaint` (procedures/complaint.toml), filled in.
[[nodiscard]] codec::json::object complaint_of(const LeadRow& lead,
                                               const statements::StatementRow& statement,
                                               const Known& known);

}  // namespace jianghui::leads
