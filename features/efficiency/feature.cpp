#include "engine/app/feature.hpp"

#include "features/efficiency/counting.hpp"
#include "features/efficiency/endpoints.hpp"
#include "features/efficiency/events.hpp"

namespace jianghui::efficiency {

app::Feature feature() {
    const app::Roles office{app::Role::official, app::Role::inspector};
    app::Feature feature;
    feature.name = "efficiency";
    feature.routes = {
        app::query("GET /efficiency/procedures", office, "efficiency.read",
                   {"办理用时", "How long procedures took"}, show_procedures)
            .runs_slow(),
        app::query("GET /efficiency/cases", office, "efficiency.records",
                   {"用时的明细", "Cases that a length was counted from"}, list_cases)
            .runs_slow(),
        app::query("GET /efficiency/treatment", office, "efficiency.treatment",
                   {"外地机构同等对待", "How agencies of other cities fare"}, show_treatment)
            .runs_slow(),
        app::query("GET /efficiency/tries", office, "efficiency.tries",
                   {"同等对待的明细", "Grabs that a row was counted from"}, list_tries)
            .runs_slow(),
        app::command("POST /efficiency/recount", {app::Role::system_administrator},
                     "efficiency.recount", {"从流水重新计数", "Count everything anew"}, recount)
            .changes(),
    };
    feature.jobs = {{"efficiency.count", Milliseconds(1000), count_next}};
    feature.events = {&efficiency_recount_begun};
    return feature;
}

}  // namespace jianghui::efficiency
