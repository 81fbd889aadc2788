#include "engine/app/feature.hpp"
#include "features/figures/counting.hpp"
#include "features/figures/endpoints.hpp"
#include "features/figures/errors.hpp"
#include "features/figures/events.hpp"

namespace jianghui::figures {

app::Feature feature() {
    app::Feature feature;
    feature.name = "figures";
    feature.routes = {
        app::query("GET /figures", app::anybody, "figures.read", {"目标指标", "Figures"}, show),
        app::query("GET /figures/map", app::anybody, "figures.map",
                   {"指标地图", "A figure by place"}, show_map),
        app::query("GET /figures/{figure}/records", app::signed_in, "figures.records",
                   {"指标的明细", "What a figure was counted from"}, list_records),
        app::command("POST /figures/recount", {app::Role::system_administrator}, "figures.recount",
                     {"从流水重新计数", "Count everything anew"}, recount)
            .changes(),
    };
    feature.jobs = {{"figures.count", Milliseconds(500), count_next}};
    feature.errors = {&no_such_figure};
    feature.events = {&figures_recount_begun};
    return feature;
}

}  // namespace jianghui::figures
