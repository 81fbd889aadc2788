#include "features/leads/rules.hpp"

#include <fmt/format.h>

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

Result<Done> may_pursue(const LeadRow& lead, AccountId who, StatementStatus statement) {
    TRY_DO(may_close(lead, who, LeadOutcome::pursued, statement));
    if (is_paid(statement)) return refuse(lead_paid);
    return Done{};
}

codec::json::object complaint_of(const LeadRow& lead, const statements::StatementRow& statement,
                                 const Known& known) {
    codec::json::object values;
    values["source"] = "platform_lead";
    values["employer"] = lead.employer.text();
    values["work_place"] = lead.place.text;
    values["violation"] = "unpaid_wages";
    values["since_on"] = date_text(add_days(statement.due_on, 1));
    values["owed"] = statement.wage_fen.value;
    values["workers"] = known.workers;
    values["facts"] = fmt::format(
        "平台预警线索：{}应于 {} 前支付 {} 的工资 {} 元（订单“{}”，经{}，结算单 {}），涉及 {} 人，至今逾期 {} 天。",
        known.employer, date_text(statement.due_on), statement.month,
        yuan_text(statement.wage_fen), known.order, known.agency, statement.id.text(),
        known.workers, statements::days_late(statement.due_on, known.today));
    return values;
}

}  // namespace jianghui::leads
