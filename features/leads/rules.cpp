#include "features/leads/rules.hpp"

namespace jianghui::leads {
namespace {

using statements::StatementStatus;

bool is_paid(StatementStatus status) {
    return status == StatementStatus::paid || status == StatementStatus::confirmed;
}

}  // namespace

NextStep next_step(LeadStatus lead, StatementStatus statement) {
    if (lead == LeadStatus::closed) return NextStep::none;
    if (lead == LeadStatus::raised) return NextStep::office_takes;
    return is_paid(statement) ? NextStep::office_decides : NextStep::employer_pays;
}

Result<Done> may_close(const LeadRow& lead, AccountId who, LeadOutcome outcome,
                       StatementStatus statement) {
    if (lead.status == LeadStatus::closed) return refuse(lead_closed);
    if (lead.owner != who) return refuse(lead_of_another);
    if (outcome == LeadOutcome::paid && !is_paid(statement)) return refuse(lead_unpaid);
    return Done{};
}

}  // namespace jianghui::leads
