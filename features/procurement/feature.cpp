#include "engine/app/feature.hpp"

#include "features/procurement/endpoints.hpp"
#include "features/procurement/errors.hpp"
#include "features/procurement/events.hpp"
#include "features/procurement/lifecycle.hpp"

namespace jianghui::procurement {
namespace {

using app::Role;

std::vector<app::Route> buyer_routes() {
    const app::Roles official{Role::official};
    return {
        app::command("POST /procurements", official, "procurement.buy",
                     {"发布政府购买服务", "Publish a procurement"}, publish)
            .needs_key(),
        app::command("POST /procurements/{procurement}/cancel", official, "procurement.buy",
                     {"取消采购", "Cancel a procurement"}, cancel)
            .changes(),
        app::command("POST /procurements/{procurement}/evaluators", official, "procurement.buy",
                     {"增补评审人员", "Name an evaluator"}, name_evaluator),
        app::command("POST /objections/{objection}/answer", official, "procurement.buy",
                     {"答复异议", "Answer an objection"}, answer_objection)
            .changes(),
    };
}

std::vector<app::Route> bidder_routes() {
    const app::Roles agency{Role::agency};
    return {
        app::command("POST /procurements/{procurement}/bids", agency, "procurement.bid",
                     {"提交密封应答", "Place a sealed bid"}, place_bid)
            .needs_key(),
        app::command("POST /procurement-bids/{bid}/withdraw", agency, "procurement.bid",
                     {"撤回应答", "Withdraw a bid"}, withdraw_bid)
            .changes(),
        app::command("POST /procurements/{procurement}/objections", agency, "procurement.bid",
                     {"对结果提出异议", "Object to the result"}, raise_objection),
    };
}

std::vector<app::Route> evaluator_routes() {
    const app::Roles evaluators{Role::official, Role::inspector};
    return {
        app::command("POST /procurements/{procurement}/scores", evaluators, "procurement.evaluate",
                     {"评审打分", "Score a bid"}, score_bid)
            .changes(),
        app::command("POST /procurements/{procurement}/scores/finish", evaluators,
                     "procurement.evaluate", {"提交评审", "Finish scoring"}, finish_scores)
            .changes(),
        app::command("POST /procurements/{procurement}/conflict", evaluators,
                     "procurement.evaluate", {"申请回避", "Declare a conflict of interest"},
                     declare_conflict)
            .changes(),
    };
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "procurement";
    feature.routes = {
        app::query("GET /procurements", app::anybody, "procurement.list",
                   {"政府购买服务列表", "List procurements"}, list_all),
        app::query("GET /procurements/{procurement}", app::anybody, "procurement.read",
                   {"查看政府购买服务", "Show a procurement"}, show)};
    for (const auto& part : {buyer_routes(), bidder_routes(), evaluator_routes()})
        feature.routes.insert(feature.routes.end(), part.begin(), part.end());
    feature.inbox = inbox_sources();
    for (auto& source : failures_for_inbox()) feature.inbox.push_back(std::move(source));
    feature.jobs = {{std::string(opening_clock), std::chrono::seconds(5), open_due},
                    {std::string(award_clock), std::chrono::minutes(1), award_due}};
    feature.errors = {&weights_not_hundred,
                      &price_weight_outside,
                      &budget_missing,
                      &bids_too_soon,
                      &evaluators_too_few,
                      &evaluator_unfit,
                      &procurement_status_conflict,
                      &bids_closed,
                      &bid_placed,
                      &bid_over_budget,
                      &bid_nonce,
                      &bid_altered,
                      &scores_incomplete,
                      &evaluator_finished,
                      &objection_window_over,
                      &objection_raised,
                      &objection_answered};
    feature.events = {
        &procurement_published,     &procurement_evaluator,     &procurement_bid,
        &procurement_bid_withdrawn, &procurement_opened,        &procurement_bid_opened,
        &procurement_scored,        &procurement_scores_closed, &procurement_announced,
        &procurement_bid_ranked,    &procurement_objected,      &procurement_answered,
        &procurement_awarded,       &procurement_voided};
    return feature;
}

}  // namespace jianghui::procurement
