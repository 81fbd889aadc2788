#include "engine/app/feature.hpp"
#include "features/orders/api.hpp"
#include "features/orders/board.hpp"
#include "features/orders/endpoints.hpp"
#include "features/orders/errors.hpp"
#include "features/orders/events.hpp"
#include "features/orders/inbox.hpp"
#include "features/orders/staff.hpp"

namespace jianghui::orders {

app::Feature feature() {
    using app::anybody;
    using app::Role;
    const app::Roles employer{Role::employer};
    const app::Roles official{Role::official};
    const app::Roles supervisor{Role::official, Role::inspector};
    app::Feature feature;
    feature.name = "orders";
    feature.routes = {
        app::command("POST /orders", employer, "orders.create", {"起草订单", "Draft an order"},
                     create),
        app::command("PATCH /orders/{order}", employer, "orders.change",
                     {"修改草稿", "Change a draft"}, change),
        app::command("POST /orders/{order}/publish", employer, "orders.publish",
                     {"发布订单", "Publish an order"}, publish)
            .changes(),
        app::command("POST /orders/{order}/approve", official, "orders.approve",
                     {"审核通过", "Approve an order"}, approve)
            .changes(),
        app::command("POST /orders/{order}/return", official, "orders.return",
                     {"退回修改", "Send an order back"}, send_back)
            .changes(),
        app::command("POST /orders/{order}/suspend", supervisor, "orders.suspend",
                     {"暂停订单", "Suspend an order"}, suspend)
            .changes(),
        app::command("POST /orders/{order}/resume", supervisor, "orders.resume",
                     {"恢复订单", "Resume an order"}, resume)
            .changes(),
        app::command("POST /orders/{order}/close", employer, "orders.close",
                     {"结束订单", "Close an order"}, close)
            .changes(),
        app::command("POST /orders/{order}/open-to-all", employer, "orders.open_to_all",
                     {"余席向所有机构开放", "Open what is left to all"}, open_to_everybody)
            .changes(),
        app::query("GET /orders", anybody, "orders.list", {"订单列表", "List orders"}, list_all),
        app::kept_query<OrderView>("GET /orders/{order}", anybody, "orders.read",
                                   {"查看订单", "Show an order"}, show),
        app::query("GET /orders/{order}/post-check",
                   {Role::employer, Role::official, Role::inspector}, "orders.check",
                   {"发布前检查", "Check before publishing"}, check_now),
        app::command("PUT /organisations/{organisation}/staff", employer, "orders.report_staff",
                     {"申报用工人数", "Report staff numbers"}, report_staff),
        app::query("GET /organisations/{organisation}/staff",
                   {Role::employer, Role::official, Role::inspector}, "orders.staff",
                   {"查看用工人数", "Show staff numbers"}, show_staff),
        app::query("GET /orders/{order}/history", anybody, "orders.history",
                   {"订单历程", "History of an order"}, history),
    };
    feature.jobs = {{"orders.end_validity", std::chrono::seconds(1), end_validity},
                    {"orders.begin_work", std::chrono::seconds(10), begin_work}};
    feature.errors = {&order_not_editable, &order_changed,     &order_status_conflict,
                      &lot_mismatch,       &dates_mismatch,    &pay_mismatch,
                      &amount_too_high,
                      &post_check_failed,  &order_not_open,    &not_enough_seats,
                      &lot_size,           &cap_exceeded,      &employer_unverified,
                      &order_by_draw,      &order_by_name,     &order_by_quote,     &other_mode,
                      &window_too_long,    &mode_not_over,     &team_mismatch,      &whole_teams,
                      &order_newer,        &nothing_changed,   &headcount_taken,
                      &change_in_window,   &change_needs_review};
    feature.events = {&order_drafted, &order_edited,    &order_submitted, &order_opened,
                      &order_returned, &order_remaining, &order_running,  &order_closed,
                      &order_expired,  &order_cancelled, &order_suspended, &order_resumed,
                      &order_opened_to_all, &order_revised, &staff_reported};
    feature.start = [](app::Services& services) -> Result<Done> {
        services.provide(std::make_shared<Board>());
        services.provide(std::make_shared<Modes>());
        services.provide(std::make_shared<TermChecks>());
        services.provide(std::make_shared<Waiting>());
        services.provide(std::make_shared<AtPublication>());
        return Done{};
    };
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::orders
