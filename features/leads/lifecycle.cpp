// What raises, takes and closes a lead.

#include "engine/journal/checkpoint.hpp"
#include "engine/journal/event_data.hpp"
#include "engine/procedures/cases.hpp"
#include "features/leads/endpoints.hpp"
#include "features/leads/events.hpp"
#include "features/leads/queries.hpp"
#include "features/leads/view.hpp"

namespace jianghui::leads {
namespace {

constexpr std::string_view reader_name = "leads";
constexpr std::string_view reader_of_loans = "leads.loans";
constexpr int events_a_run = 1'000;

/// Names no company: whom an event names reads it in the journal, and what an office looks into is not told
/// to whom it looks at.
void record(app::Command& command, const journal::EventKind& kind, const LeadRow& lead) {
    command.record(kind, {lead.city, "lead", lead.id.number, {}, {}, {}},
                   LeadChange{lead.kind, lead.statement_id, lead.order_id, lead.agreement_id,
                              lead.settlement_id, lead.status, lead.outcome, lead.case_id});
}

bool is_red(const journal::Event& event) { return journal::text_of(event.data, "overdue_level") == "red"; }

/// Nothing when it was raised before.
void raise(app::Command& command, LeadRow lead) {
    lead.id = command.next_id<LeadId>();
    lead.raised_at = command.now;
    lead.changed_at = command.now;
    if (command.db.execute(sql::insert_lead, store::members(lead)) == 1)
        record(command, lead_raised, lead);
}

LeadRow lead_of(const statements::StatementRow& statement) {
    LeadRow lead;
    lead.kind = LeadKind::overdue_pay;
    lead.city = statement.city;
    lead.place = statement.place;
    lead.employer = statement.employer;
    lead.agency = statement.agency;
    lead.order_id = statement.order_id;
    lead.statement_id = statement.id;
    return lead;
}

/// Of the place of work: that office supervises the wage (劳动保障监察条例 §13).
LeadRow lead_of(const lending::SettlementRow& month) {
    LeadRow lead;
    lead.kind = LeadKind::overdue_loan;
    lead.city = month.city;
    lead.place = month.place;
    lead.employer = month.lender;
    lead.borrower = month.borrower;
    lead.agreement_id = month.agreement_id;
    lead.settlement_id = month.id;
    return lead;
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
                raise(command, lead_of(*statement));
        });
}

Result<bool> raise_leads_of_loans(app::Command& command) {
    // A checkpoint of its own: where the platform ran before, the first run finds the months that are red now.
    return journal::read_on(
        command.db, reader_of_loans, events_a_run,
        [](std::string_view kind) { return kind == "lending.settlement_overdue"; },
        [&](const journal::Event& event) {
            const auto id = lending::SettlementId::parse(journal::text_of(event.data, "settlement"));
            if (!is_red(event) || !id) return;
            const auto month = lending::find_settlement(command.db, *id);
            if (month && month->status == lending::SettlementStatus::open)
                raise(command, lead_of(*month));
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
    TRY_DO(may_close(lead, command.caller.account, input.outcome,
                     debt_of(command.db, lead).is_paid));
    lead.status = LeadStatus::closed;
    lead.outcome = input.outcome;
    lead.note = input.note.text;
    lead.closed_at = command.now;
    TRY_DO(save(command, lead, lead_closed_event));
    return view(command.db, command.services, command.caller, lead, command.now);
}

Result<LeadView> pursue_lead(app::Command& command, const FindLead& input) {
    TRY(LeadRow lead, find_visible(command.db, command.caller, input.lead));
    const Debt debt = debt_of(command.db, lead);
    TRY_DO(may_pursue(lead, command.caller.account, debt.is_paid));
    const auto employer = organisations::find_reference(command.db, lead.employer);
    const auto form =
        complaint_of(lead, debt, employer ? employer->name : "", date_of(command.now));
    TRY(const auto made, procedures::open(command, {"complaint", form, {}, {}}));
    lead.status = LeadStatus::closed;
    lead.outcome = LeadOutcome::pursued;
    lead.case_id = made.id;
    lead.closed_at = command.now;
    TRY_DO(save(command, lead, lead_closed_event));
    return view(command.db, command.services, command.caller, lead, command.now);
}

}  // namespace jianghui::leads
