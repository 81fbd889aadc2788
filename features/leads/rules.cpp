#include "features/leads/rules.hpp"

#include <fmt/format.h>

namespace jianghui::leads {

bool is_paid(statements::StatementStatus status) {
    return status == statements::StatementStatus::paid ||
           status == statements::StatementStatus::confirmed;
}

bool is_paid(lending::SettlementStatus status) {
    return status == lending::SettlementStatus::passed_on ||
           status == lending::SettlementStatus::confirmed;
}

NextStep next_step(LeadStatus lead, bool paid) {
    if (lead == LeadStatus::closed) return NextStep::none;
    if (lead == LeadStatus::raised) return NextStep::office_takes;
    return paid ? NextStep::office_decides : NextStep::employer_pays;
}

Result<Done> may_close(const LeadRow& lead, AccountId who, LeadOutcome outcome, bool paid) {
    if (lead.status == LeadStatus::closed) return refuse(lead_closed);
    if (lead.owner != who) return refuse(lead_of_another);
    if (outcome == LeadOutcome::paid && !paid) return refuse(lead_unpaid);
    return Done{};
}

Result<Done> may_pursue(const LeadRow& lead, AccountId who, bool paid) {
    TRY_DO(may_close(lead, who, LeadOutcome::pursued, paid));
    if (paid) return refuse(lead_paid);
    return Done{};
}

codec::json::object complaint_of(const LeadRow& lead, const Debt& debt, std::string_view employer,
                                 Date today) {
    codec::json::object values;
    values["source"] = "platform_lead";
    values["employer"] = lead.employer.text();
    values["work_place"] = lead.place.text;
    values["violation"] = "unpaid_wages";
    values["since_on"] = date_text(add_days(debt.due_on, 1));
    values["owed"] = debt.wage_fen.value;
    values["workers"] = debt.workers;
    values["facts"] = fmt::format(
        "平台预警线索：{}应于 {} 前支付 {} 的工资 {} 元（{}），涉及 {} 人，至今逾期 {} 天。", employer,
        date_text(debt.due_on), debt.month, yuan_text(debt.wage_fen), debt.source, debt.workers,
        statements::days_late(debt.due_on, today));
    return values;
}

}  // namespace jianghui::leads
