#include "engine/app/feature.hpp"

#include "features/nightly/endpoints.hpp"
#include "features/nightly/events.hpp"
#include "features/nightly/personal_data.hpp"
#include "features/nightly/pushing.hpp"

namespace jianghui::nightly {

app::Feature feature() {
    using app::Role;
    app::Feature feature;
    feature.name = "nightly";
    feature.routes = {
        app::query("GET /people/{person}/daily-orders", {Role::worker}, "nightly.read",
                   {"今日推荐", "Orders picked for a worker"}, daily_orders),
        app::command("PUT /people/{person}/daily-orders", {Role::worker}, "nightly.choose",
                     {"打开或关闭每日推荐", "Have daily orders or not"}, choose),
        app::query("GET /nightly-runs", {Role::official, Role::inspector, Role::system_administrator},
                   "nightly.runs", {"每晚推荐的情况", "The nightly pushes"}, list_runs),
    };
    feature.tasks = {{"nightly.push", std::chrono::minutes(1), [](const app::Services& services) {
                          return services.get<Pushing>().step(services);
                      }}};
    feature.events = {&person_told, &telling_stopped, &telling_resumed};
    feature.personal_data = personal_data();
    feature.start = [](app::Services& services) -> Result<Done> {
        services.provide(std::make_shared<Pushing>());
        return Done{};
    };
    return feature;
}

}  // namespace jianghui::nightly
