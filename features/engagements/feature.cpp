#include "engine/app/feature.hpp"

#include "features/engagements/endpoints.hpp"
#include "features/engagements/errors.hpp"
#include "features/engagements/events.hpp"
#include "features/engagements/lifecycle.hpp"

namespace jianghui::engagements {

app::Feature feature() {
    using app::Role;
    const app::Roles provider{Role::agency};
    const app::Roles buyer{Role::employer, Role::official};
    const app::Roles sides{Role::employer, Role::agency, Role::official};
    const app::Roles parties{Role::employer, Role::agency, Role::official, Role::inspector};
    app::Feature feature;
    feature.name = "engagements";
    feature.routes = {
        app::query("GET /engagements", parties, "engagements.list",
                   {"服务合同列表", "List engagements"}, list_own),
        app::query("GET /engagements/{engagement}", parties, "engagements.read",
                   {"查看服务合同", "Show an engagement"}, show),
        app::command("POST /engagements/{engagement}/steps/{number}/start", provider,
                     "engagements.deliver", {"开始服务步骤", "Start a step"}, start_step)
            .changes(),
        app::command("POST /engagements/{engagement}/steps/{number}/deliver", provider,
                     "engagements.deliver", {"交付服务步骤", "Deliver a step"}, deliver_step)
            .changes(),
        app::command("POST /engagements/{engagement}/steps/{number}/accept", buyer,
                     "engagements.accept", {"验收服务步骤", "Accept a step"}, accept_step)
            .changes(),
        app::command("POST /engagements/{engagement}/steps/{number}/return", buyer,
                     "engagements.accept", {"退回服务步骤", "Return a step"}, return_step)
            .changes(),
        app::command("POST /engagements/{engagement}/steps/{number}/paid", buyer, "engagements.pay",
                     {"登记付款", "Record the payment of a step"}, pay_step)
            .changes(),
        app::command("POST /engagements/{engagement}/steps/{number}/confirm", provider,
                     "engagements.confirm", {"确认到账", "Confirm that the money came"},
                     confirm_step)
            .changes(),
        app::command("POST /engagements/{engagement}/end", sides, "engagements.end",
                     {"提前结束服务合同", "End an engagement early"}, end)
            .changes(),
        app::command("POST /engagements/{engagement}/ratings", sides, "engagements.rate",
                     {"评价", "Rate the other side"}, give_rating),
    };
    feature.inbox = inbox_sources();
    feature.jobs = {{"engagements.warn_overdue", std::chrono::minutes(5), warn_overdue}};
    feature.errors = {&plan_not_whole,    &steps_not_price, &step_status_conflict,
                      &step_out_of_turn,  &step_day_wrong,  &engagement_over,
                      &delivery_waits,    &rating_given,    &engagement_not_ended,
                      &rating_window_over};
    feature.events = {&engagement_created,   &step_started,     &step_delivered,
                      &step_accepted,        &step_returned,    &step_paid,
                      &step_confirmed,       &step_dropped,     &step_overdue,
                      &engagement_completed, &engagement_ended, &engagement_rated};
    return feature;
}

}  // namespace jianghui::engagements
