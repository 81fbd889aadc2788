#include "engine/app/feature.hpp"

#include "features/draws/command.hpp"
#include "features/draws/endpoints.hpp"
#include "features/draws/errors.hpp"
#include "features/draws/events.hpp"

namespace jianghui::draws {

app::Feature feature() {
    using app::Role;
    const app::Roles agency{Role::agency};
    app::Feature feature;
    feature.name = "draws";
    feature.routes = {
        app::command("POST /orders/{order}/applications", agency, "draws.apply",
                     {"报名抽签", "Apply to a draw"}, apply_for_seats)
            .needs_key(),
        app::command("POST /applications/{application}/withdraw", agency, "draws.withdraw",
                     {"撤回报名", "Withdraw an application"}, withdraw)
            .changes(),
        app::query("GET /applications", agency, "draws.applications",
                   {"本机构的报名", "My applications"}, list_own),
        app::query("GET /draws/{order}", app::anybody, "draws.read",
                   {"查看抽签公开数据", "Public data of a draw"}, show),
    };
    feature.inbox = inbox_sources();
    feature.jobs = {{std::string(clock_name), std::chrono::seconds(1), hold_due}};
    feature.errors = {&window_closed,    &applied_already, &nonce_malformed, &at_least_too_high,
                      &application_over, &draw_mismatch,   &draw_not_held};
    feature.events = {&draw_opened, &draw_applied, &draw_withdrawn, &draw_closed,
                      &draw_drawn,  &draw_result,  &draw_voided};
    feature.commands = {verify_command()};
    feature.start = [](app::Services& services) -> Result<Done> {
        services.get<orders::Modes>().rules[orders::GrabMode::draw] = {order_opened, is_over};
        return Done{};
    };
    return feature;
}

}  // namespace jianghui::draws
