#pragma once
// The API calls and clocks of leads; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/leads/model.hpp"

namespace jianghui::leads {

Result<app::Page<LeadView>> list_leads(app::Query& query, const ListLeads& input);
Result<LeadView> show_lead(app::Query& query, const FindLead& input);
Result<LeadView> take_lead(app::Command& command, const FindLead& input);
Result<LeadView> close_lead(app::Command& command, const CloseLead& input);
/// Goes on as a case: opens a complaint with what the platform knows and closes the lead as pursued. Fails
/// as may_pursue and procedures::open.
Result<LeadView> pursue_lead(app::Command& command, const FindLead& input);

/// Clock: a lead for every statement whose wages have become overdue to the red level; each once.
Result<bool> raise_leads(app::Command& command);
/// Clock: the same for every month of a loan whose wage is still not passed on; each once.
Result<bool> raise_leads_of_loans(app::Command& command);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::leads
