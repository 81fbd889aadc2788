#include "engine/app/feature.hpp"

#include "features/changes/endpoints.hpp"
#include "features/changes/errors.hpp"
#include "features/changes/events.hpp"

namespace jianghui::changes {

app::Feature feature() {
    using app::Role;
    const app::Roles agency{Role::agency};
    const app::Roles parties{Role::agency, Role::employer, Role::official, Role::inspector};
    app::Feature feature;
    feature.name = "changes";
    feature.routes = {
        app::command("POST /orders/{order}/changes", {Role::employer}, "changes.make",
                     {"变更订单条款", "Change an order's terms"}, change)
            .needs_key(),
        app::query("GET /orders/{order}/versions", app::anybody, "changes.versions",
                   {"订单条款的各版本", "Versions of an order's terms"}, list_versions),
        app::query("GET /orders/{order}/change-answers", parties, "changes.answers",
                   {"机构对变更的答复", "Answers to changes of an order"}, list_answers),
        app::command("POST /change-answers/{answer}/accept", agency, "changes.accept",
                     {"接受变更", "Accept changed terms"}, accept)
            .changes(),
        app::command("POST /change-answers/{answer}/decline", agency, "changes.decline",
                     {"不接受变更", "Decline changed terms"}, decline)
            .changes(),
    };
    feature.jobs = {{"changes.run_out", std::chrono::seconds(1), run_out_due}};
    feature.errors = {&answer_over};
    feature.events = {&change_asked,   &change_accepted,  &change_declined,
                      &change_run_out, &change_overtaken, &change_voided};
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::changes
