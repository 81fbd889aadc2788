// What the office asks about leads, and what waits for it.

#include "features/leads/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/leads/queries.hpp"
#include "features/leads/view.hpp"

namespace jianghui::leads {

Result<LeadView> show_lead(app::Query& query, const FindLead& input) {
    TRY(const LeadRow lead, find_visible(query.db, query.caller, input.lead));
    return view(query.db, query.services, query.caller, lead, query.now);
}

Result<app::Page<LeadView>> list_leads(app::Query& query, const ListLeads& input) {
    const int limit = app::limit_of(input.limit);
    const auto [from, to] = codes_within(query.caller.place);
    std::optional<AccountId> owner;
    if (input.mine.value_or(false)) owner = query.caller.account;
    const auto rows = query.db.all<LeadRow>(
        sql::list_leads, store::arguments("place_from", from, "place_to", to, "cursor",
                                          input.cursor, "status", input.status, "owner", owner,
                                          "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) {
        return view(query.db, query.services, query.caller, row, query.now);
    });
}

namespace {

/// What it is about: the order, or for a loan the lender.
Text title_of(const app::Query& query, const LeadRow& lead) {
    if (lead.kind == LeadKind::overdue_loan) {
        const auto lender = organisations::find_reference(query.db, lead.employer);
        const std::string who = lender ? lender->name : "";
        return {"共享用工欠薪线索：" + who, "Lead, overdue wages of a loan: " + who};
    }
    const auto order = lead.order_id ? orders::find(query.db, *lead.order_id) : std::nullopt;
    const std::string about = order ? order->title : "";
    return {"欠薪线索：" + about, "Lead, overdue wages: " + about};
}

std::vector<app::Waiting> waiting_for_office(const app::Query& query, int limit) {
    const auto [from, to] = codes_within(query.caller.place);
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<LeadRow>(
             sql::leads_waiting,
             store::arguments("place_from", from, "place_to", to, "owner", query.caller.account,
                              "limit", limit))) {
        waiting.push_back({"lead.handle",
                           title_of(query, row),
                           "lead",
                           row.id.number,
                           std::nullopt,
                           row.raised_at,
                           "/desk/leads/" + row.id.text()});
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"leads.office", {app::Role::inspector}, waiting_for_office}};
}

}  // namespace jianghui::leads
