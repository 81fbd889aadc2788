#include "engine/app/feature.hpp"

#include "features/leads/endpoints.hpp"
#include "features/leads/errors.hpp"
#include "features/leads/events.hpp"

namespace jianghui::leads {

app::Feature feature() {
    const app::Roles office{app::Role::official, app::Role::inspector};
    app::Feature feature;
    feature.name = "leads";
    feature.routes = {
        app::query("GET /leads", office, "leads.list", {"线索列表", "List leads"}, list_leads),
        app::query("GET /leads/{lead}", office, "leads.read", {"查看线索", "Show a lead"}, show_lead),
        app::command("POST /leads/{lead}/take", office, "leads.take", {"接手线索", "Take a lead"},
                     take_lead)
            .changes(),
        app::command("POST /leads/{lead}/close", office, "leads.close",
                     {"办结线索", "Close a lead"}, close_lead)
            .changes(),
        app::command("POST /leads/{lead}/case", office, "leads.pursue",
                     {"由线索立案", "Go on with a lead as a case"}, pursue_lead)
            .changes(),
    };
    feature.jobs = {{"leads.raise", std::chrono::seconds(1), raise_leads},
                    {"leads.raise_of_loans", std::chrono::seconds(1), raise_leads_of_loans}};
    feature.errors = {&lead_closed, &lead_of_another, &lead_unpaid, &lead_paid};
    feature.events = {&lead_raised, &lead_taken, &lead_closed_event};
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::leads
