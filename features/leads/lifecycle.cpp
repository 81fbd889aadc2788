// What raises, takes and closes a lead.

#include "engine/journal/checkpoint.hpp"
#include "engine/procedures/cases.hpp"
#include "features/leads/endpoints.hpp"
#include "features/leads/events.hpp"
#include "features/leads/queries.hpp"
#include "features/leads/rules.hpp"
#include "features/leads/view.hpp"

namespace jianghui::leads {
namespace {

constexpr std::string_view reader_name = "leads";
constexpr int events_a_run = 1'000;

void record(app::Command& command, const journal::EventKind& kind, const LeadRow& lead) {
    command.record(kind,
                   {lead.city, "lead", lead.id.number, lead.employer, lead.agency, {}},
                   LeadChange{lead.kind, lead.statement_id, lead.order_id, lead.status,
                              lead.outcome, lead.case_id});
}

bool is_red(const journal::Event& event) {
    const auto* data = event.data.if_object();
    const auto* level = data != nullptr ? data->if_contains("overdue_level") : nullptr;
    return level != nullptr && level->is_string() && level->get_string() == "red";
}

void raise(app::Command& command, const statements::StatementRow& statement) {
    LeadRow lead;
    lead.id = command.next_id<LeadId>();
    lead.city = statement.city;
    lead.place = statement.place;
    lead.employer = statement.employer;
    lead.agency = statement.agency;
    lead.order_id = statement.order_id;
    lead.statement_id = statement.id;
    lead.raised_at = command.now;
    lead.changed_at = command.now;
    if (command.db.execute(sql::insert_lead, store::members(lead)) == 1)
        record(command, lead_raised, lead);
}

Result<Done> save(app::Command& command, LeadRow& lead, const journal::EventKind& kind) {
    lead.changed_at = command.now;
    if (command.db.execute(sql::update_lead, store::members(lead)) != 1)
        return refuse(lead_closed);
    record(command, kind, lead);
    return Done{};
}

}  // namespace

Result<bool> raise_leads(app::Command& command) {
    return journal::read_on(
        command.db, reader_name, events_a_run,
        [](std::string_view kind) { return kind == "statement.overdue"; },
        [&](const journal::Event& event) {
            if (!is_red(event)) return;
            if (const auto statement =
                    statements::find(command.db, StatementId{event.subject.number}))
                raise(command, *statement);
        });
}

Result<LeadView> take_lead(app::Command& command, const FindLead& input) {
    TRY(LeadRow lead, find_visible(command.db, command.caller, input.lead));
    if (lead.status == LeadStatus::closed) return refuse(lead_closed);
    if (lead.owner != command.caller.account) {
        lead.status = LeadStatus::taken;
        lead.owner = command.caller.account;
        lead.taken_at = command.now;
        TRY_DO(save(command, lead, lead_taken));
    }
    return view(command.db, command.services, command.caller, lead, command.now);
}

Result<LeadView> close_lead(app::Command& command, const CloseLead& input) {
    TRY(LeadRow lead, find_visible(command.db, command.caller, input.lead));
    const auto statement = statements::find(command.db, lead.statement_id);
    ASSERT(statement.has_value());
    TRY_DO(may_close(lead, command.caller.account, input.outcome, statement->status));
    lead.status = LeadStatus::closed;
    lead.outcome = input.outcome;
    lead.note = input.note.text;
    lead.closed_at = command.now;
    TRY_DO(save(command, lead, lead_closed_event));
    return view(command.db, command.services, command.caller, lead, command.now);
}

Result<LeadView> pursue_lead(app::Command& command, const FindLead& input) {
    TRY(LeadRow lead, find_visible(command.db, command.caller, input.lead));
    const auto statement = statements::find(command.db, lead.statement_id);
    ASSERT(statement.has_value());
    TRY_DO(may_pursue(lead, command.caller.account, statement->status));
    const LeadView shown = view(command.db, command.services, command.caller, lead, command.now);
    const Known known{shown.employer.name, shown.agency.name, shown.order.title,
                      statements::workers_of(command.db, statement->id), date_of(command.now)};
    TRY(const auto made, procedures::open(command, {"complaint",
                                                    complaint_of(lead, *statement, known), {}, {}}));
    lead.status = LeadStatus::closed;
    lead.outcome = LeadOutcome::pursued;
    lead.case_id = made.id;
    lead.closed_at = command.now;
    TRY_DO(save(command, lead, lead_closed_event));
    return view(command.db, command.services, command.caller, lead, command.now);
}

}  // namespace jianghui::leads
