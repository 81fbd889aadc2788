#pragma once
// Decisions about leads: pure functions of facts.

#include "features/leads/errors.hpp"
#include "features/leads/model.hpp"

namespace jianghui::leads {

/// Whether the wages were paid, as who owes them has recorded.
[[nodiscard]] bool is_paid(statements::StatementStatus status);
[[nodiscard]] bool is_paid(lending::SettlementStatus status);

/// Whose turn it is: the office's to take what was raised; then the employer's to pay, until it has;
/// then the office's to decide.
[[nodiscard]] NextStep next_step(LeadStatus lead, bool paid);

/// Whether `who` may close the lead so. Fails with lead_closed, lead_of_another, lead_unpaid.
[[nodiscard]] Result<Done> may_close(const LeadRow& lead, AccountId who, LeadOutcome outcome,
                                     bool paid);

/// Whether `who` may go on with the lead as a case. Fails as may_close, and with lead_paid.
[[nodiscard]] Result<Done> may_pursue(const LeadRow& lead, AccountId who, bool paid);

/// What is owed, and what the platform knows about it.
struct Debt {
    Fen wage_fen;
    Date due_on;
    std::string month;
    int workers = 0;
    bool is_paid = false;
    std::string source;  ///< where it comes from, in words for the complaint
};
/// The opening form of the procedure `complaint` (procedures/complaint.toml), filled in.
[[nodiscard]] codec::json::object complaint_of(const LeadRow& lead, const Debt& debt,
                                               std::string_view employer, Date today);

}  // namespace jianghui::leads
