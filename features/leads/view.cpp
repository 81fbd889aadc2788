#include "features/leads/view.hpp"

#include <fmt/format.h>

#include "engine/access/access.hpp"
#include "features/codes/api.hpp"
#include "features/leads/queries.hpp"

namespace jianghui::leads {
namespace {

std::string name_of(const store::Reader& reader, const std::optional<OrganisationId>& id) {
    const auto found = id ? organisations::find_reference(reader, *id) : std::nullopt;
    return found ? found->name : "";
}

std::optional<statements::StatementRow> statement_of(const store::Reader& reader,
                                                     const LeadRow& lead) {
    return lead.statement_id ? statements::find(reader, *lead.statement_id) : std::nullopt;
}

std::optional<lending::SettlementRow> month_of(const store::Reader& reader, const LeadRow& lead) {
    return lead.settlement_id ? lending::find_settlement(reader, *lead.settlement_id)
                              : std::nullopt;
}

/// Of a statement, of a month of a loan.
void show_debt(LeadView& shown, const store::Reader& reader, const LeadRow& lead, Date today) {
    if (const auto statement = statement_of(reader, lead))
        shown.statement = LeadStatement{
            statement->id,      statement->month,
            statement->status,  statement->wage_fen,
            statement->due_on,  statements::days_late(statement->due_on,
                                                      statement->paid_on.value_or(today))};
    if (const auto month = month_of(reader, lead))
        shown.loan = LeadLoan{
            month->agreement_id,
            organisations::find_reference(reader, month->borrower)
                .value_or(organisations::Reference{month->borrower, {}}),
            month->month,
            month->status,
            month->expected_wage_fen,
            month->due_on,
            statements::days_late(month->due_on, month->passed_on_on.value_or(today))};
}

/// Who looks after it, by name.
std::optional<std::string> owner_of(const store::Reader& reader, const LeadRow& lead) {
    if (!lead.owner) return std::nullopt;
    return access::account_name(reader, *lead.owner).value_or(lead.owner->text());
}

}  // namespace

Debt debt_of(const store::Reader& reader, const LeadRow& lead) {
    if (const auto statement = statement_of(reader, lead)) {
        const auto order = orders::find(reader, statement->order_id);
        return {statement->wage_fen,
                statement->due_on,
                statement->month,
                statements::workers_of(reader, statement->id),
                is_paid(statement->status),
                fmt::format("订单“{}”，经{}，结算单 {}", order ? order->title : "",
                            name_of(reader, lead.agency), statement->id.text())};
    }
    Debt debt;
    const auto month = month_of(reader, lead);
    if (!month) {  // erased with the person, which nobody can be as long as her wage is owed
        debt.is_paid = true;
        return debt;
    }
    return {month->expected_wage_fen,
            month->due_on,
            month->month,
            1,
            is_paid(month->status),
            fmt::format("共享用工，借给{}，三方协议 {}", name_of(reader, lead.borrower),
                        month->agreement_id.text())};
}

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
    if (lead.agency) shown_lead.agency = organisations::find_reference(reader, *lead.agency);
    if (const auto order = lead.order_id ? orders::find(reader, *lead.order_id) : std::nullopt)
        shown_lead.order = shares::OrderReference{order->id, order->title};
    show_debt(shown_lead, reader, lead, date_of(now));
    shown_lead.next_step = next_step(lead.status, debt_of(reader, lead).is_paid);
    shown_lead.owner = owner_of(reader, lead);
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
