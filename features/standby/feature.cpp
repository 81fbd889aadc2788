#include "engine/app/feature.hpp"

#include "features/standby/endpoints.hpp"
#include "features/standby/errors.hpp"
#include "features/standby/events.hpp"

namespace jianghui::standby {

app::Feature feature() {
    using app::Role;
    const app::Roles agency{Role::agency};
    const app::Roles parties{Role::agency, Role::employer, Role::official, Role::inspector};
    app::Feature feature;
    feature.name = "standby";
    feature.routes = {
        app::command("POST /orders/{order}/standbys", agency, "standby.join",
                     {"登记候补", "Stand by for seats"}, join),
        app::query("GET /orders/{order}/standbys", parties, "standby.list",
                   {"订单的候补", "Stand-bys of an order"}, list_of_order),
        app::command("POST /standbys/{standby}/leave", agency, "standby.leave",
                     {"退出候补", "Leave a stand-by"}, leave)
            .changes(),
    };
    feature.errors = {&standby_not_needed, &standing_by_already, &standby_at_least,
                      &standby_over};
    feature.events = {&standby_joined, &standby_called, &standby_passed, &standby_left,
                      &standby_ended};
    feature.inbox = inbox_sources();
    feature.start = [](app::Services& services) -> Result<Done> {
        services.get<orders::Waiting>() = {serve, end_all};
        return Done{};
    };
    return feature;
}

}  // namespace jianghui::standby
