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
    const int limit = input.limit ? static_cast<int>(input.limit->value) : 50;
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

std::vector<app::Waiting> waiting_for_office(const app::Query& query, int limit) {
    const auto [from, to] = codes_within(query.caller.place);
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<LeadRow>(
             sql::leads_waiting,
             store::arguments("place_from", from, "place_to", to, "owner", query.caller.account,
                              "limit", limit))) {
        const auto order = orders::find(query.db, row.order_id);
        const std::string about = order ? order->title : "";
        waiting.push_back({"lead.handle",
                           {"欠薪线索：" + about, "Lead, overdue wages: " + about},
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
