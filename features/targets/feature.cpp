#include "engine/app/feature.hpp"

#include "engine/app/reference_data.hpp"
#include "features/targets/endpoints.hpp"
#include "features/targets/errors.hpp"
#include "features/targets/events.hpp"
#include "features/targets/sets.hpp"

namespace jianghui::targets {
namespace {

Result<Done> start(app::Services& services) {
    TRY(auto sets, Sets::load(services.get<app::ReferenceData>().folder));
    services.provide(std::make_shared<Sets>(std::move(sets)));
    return Done{};
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "targets";
    feature.routes = {
        app::query("GET /target-sets", app::anybody, "targets.read", {"目标体系", "Target sets"},
                   list_sets),
        app::query("GET /targets", app::anybody, "targets.read",
                   {"目标完成情况", "Targets and where they stand"}, show_board)
            .runs_slow(),
        app::query("GET /targets/comparison", app::anybody, "targets.read",
                   {"各地比较", "Cities compared"}, compare)
            .runs_slow(),
        app::query("GET /target-reports", app::anybody, "targets.read",
                   {"填报记录", "What cities reported"}, list_reports),
        app::command("POST /target-reports", {app::Role::official}, "targets.report",
                     {"填报目标完成数", "Report a figure of a target"}, report)
            .needs_key(),
    };
    feature.errors = {&target_elsewhere, &target_computed, &target_year_ahead,
                      &target_not_reported, &target_report_raced};
    feature.events = {&target_reported};
    feature.start = start;
    return feature;
}

}  // namespace jianghui::targets
