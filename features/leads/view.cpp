#include "features/leads/view.hpp"

#include "features/codes/api.hpp"
#include "features/leads/queries.hpp"
#include "features/leads/rules.hpp"

namespace jianghui::leads {
namespace {

LeadStatement shown(const statements::StatementRow& statement, Date today) {
    return {statement.id,
            statement.month,
            statement.status,
            statement.wage_fen,
            statement.due_on,
            statements::days_late(statement.due_on, statement.paid_on.value_or(today))};
}

}  // namespace

Result<LeadRow> find_visible(const store::Reader& reader, const app::Caller& caller, LeadId id) {
    auto lead = reader.one<LeadRow>(sql::find_lead, store::arguments("lead", id));
    if (!lead || !caller.supervises(lead->place)) return refuse(not_found);
    return std::move(*lead);
}

LeadView view(const store::Reader& reader, const app::Services& services,
              const app::Caller& caller, const LeadRow& lead, Instant now) {
    LeadView shown_lead;
    shown_lead.id = lead.id;
    shown_lead.kind = lead.kind;
    shown_lead.place = lead.place;
    if (const auto* place = services.get<codes::Tables>().find_place(lead.place))
        shown_lead.place_name = place->name;
    if (auto employer = organisations::find_reference(reader, lead.employer))
        shown_lead.employer = std::move(*employer);
    if (auto agency = organisations::find_reference(reader, lead.agency))
        shown_lead.agency = std::move(*agency);
    if (const auto order = orders::find(reader, lead.order_id))
        shown_lead.order = {order->id, order->title};
    if (const auto statement = statements::find(reader, lead.statement_id)) {
        shown_lead.statement = shown(*statement, date_of(now));
        shown_lead.next_step = next_step(lead.status, statement->status);
    }
    shown_lead.status = lead.status;
    shown_lead.outcome = lead.outcome;
    shown_lead.note = lead.note;
    shown_lead.mine = lead.owner == caller.account;
    shown_lead.raised_at = lead.raised_at;
    shown_lead.taken_at = lead.taken_at;
    shown_lead.closed_at = lead.closed_at;
    shown_lead.case_id = lead.case_id;
    return shown_lead;
}

}  // namespace jianghui::leads
