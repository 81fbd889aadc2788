#include "engine/app/feature.hpp"

#include "features/nominations/endpoints.hpp"
#include "features/nominations/errors.hpp"
#include "features/nominations/events.hpp"

namespace jianghui::nominations {

app::Feature feature() {
    using app::Role;
    const app::Roles agency{Role::agency};
    const app::Roles employer{Role::employer};
    const app::Roles parties{Role::agency, Role::employer, Role::official, Role::inspector};
    app::Feature feature;
    feature.name = "nominations";
    feature.routes = {
        app::command("POST /orders/{order}/nominations", employer, "nominations.name",
                     {"指名机构", "Name an agency"}, name_agency),
        app::query("GET /orders/{order}/nominations", parties, "nominations.list",
                   {"订单的指名", "Nominations of an order"}, list_of_order),
        app::command("POST /nominations/{nomination}/take", agency, "nominations.take",
                     {"承接席位", "Take seats as named"}, take)
            .needs_key(),
        app::command("POST /nominations/{nomination}/decline", agency, "nominations.decline",
                     {"谢绝指名", "Decline a nomination"}, decline)
            .changes(),
    };
    feature.jobs = {{"nominations.lapse", std::chrono::seconds(1), lapse_due}};
    feature.errors = {&agency_not_said, &agency_unknown, &nomination_waiting, &nomination_over};
    feature.events = {&nomination_asked, &nomination_taken, &nomination_declined,
                      &nomination_lapsed, &nomination_voided};
    feature.inbox = inbox_sources();
    feature.start = [](app::Services& services) -> Result<Done> {
        services.get<orders::Modes>().rules[orders::GrabMode::direct] = {{}, is_over};
        return Done{};
    };
    return feature;
}

}  // namespace jianghui::nominations
