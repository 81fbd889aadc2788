#include "engine/app/feature.hpp"

#include "features/fairs/endpoints.hpp"
#include "features/fairs/errors.hpp"
#include "features/fairs/events.hpp"
#include "features/fairs/personal_data.hpp"
#include "features/fairs/runner.hpp"

namespace jianghui::fairs {
namespace {

Result<bool> run(const app::Services& services) {
    services.get<Runner>().step(services);
    return false;
}

Result<Done> start(app::Services& services) {
    services.provide(std::make_shared<Runner>());
    return Done{};
}

}  // namespace

app::Feature feature() {
    using app::Role;
    const app::Roles agency{Role::agency};
    const app::Roles official{Role::official};
    const app::Roles users{Role::agency, Role::official};
    app::Feature feature;
    feature.name = "fairs";
    feature.routes = {
        app::query("GET /fair-orders", users, "fairs.orders",
                   {"可统配的订单", "Orders that may be allocated"}, list_open_orders)
            .runs_slow(),
        app::command("POST /fairs", users, "fairs.start", {"发起统配", "Start a fair"}, start_fair)
            .needs_key(),
        app::query("GET /fairs", users, "fairs.list", {"统配列表", "List fairs"}, list_fairs),
        app::query("GET /fairs/{fair}", users, "fairs.read", {"查看统配", "Show a fair"}, show_fair)
            .runs_slow(),
        app::command("POST /fairs/{fair}/stop", users, "fairs.stop",
                     {"停止计算", "Stop computing a fair"}, stop_fair)
            .changes(),
        app::query("GET /fairs/{fair}/orders/{order}/choices", users, "fairs.choices",
                   {"订单的其他人选", "Who else could take an order"}, list_choices)
            .runs_slow(),
        app::query("GET /fairs/{fair}/orders/{order}/people/{person}", users, "fairs.fitness",
                   {"一对人岗的得分", "Why a person fits an order"}, show_fitness)
            .runs_slow(),
        app::query("GET /fairs/{fair}/files/{file}", users, "fairs.files",
                   {"统配的输入与结果文件", "Files of a fair"}, show_file)
            .runs_slow(),
        app::command("POST /fairs/{fair}/edits", users, "fairs.edit",
                     {"手工调整", "Edit a plan by hand"}, edit_fair)
            .changes()
            .needs_key(),
        app::command("POST /fairs/{fair}/hand-over", official, "fairs.hand_over",
                     {"移交机构", "Hand a plan over to agencies"}, hand_over)
            .changes(),
        app::command("POST /fairs/{fair}/offers", agency, "fairs.offer",
                     {"一次发出邀约", "Offer the seats of a plan"}, offer_seats)
            .needs_key(),
    };
    feature.tasks = {{"fairs.run", std::chrono::milliseconds(200), run}};
    feature.errors = {&fair_without_orders, &fair_order_closed, &fair_not_decided,
                      &fair_over,           &pair_not_qualified, &fair_order_full,
                      &fair_person_placed,  &fair_pair_offered,  &pair_unknown,
                      &fair_handed_over,    &fair_without_share};
    feature.events = {&fair_started, &fair_decided, &fair_edited, &fair_handed, &fair_received,
                      &fair_offered};
    feature.personal_data = personal_data();
    feature.start = start;
    return feature;
}

}  // namespace jianghui::fairs
