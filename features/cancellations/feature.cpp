#include "engine/app/feature.hpp"
#include "engine/app/reference_data.hpp"
#include "features/cancellations/endpoints.hpp"
#include "features/cancellations/errors.hpp"
#include "features/cancellations/events.hpp"
#include "features/cancellations/terms.hpp"

namespace jianghui::cancellations {
namespace {

Result<Done> start(app::Services& services) {
    TRY(auto sets, Sets::load(services.get<app::ReferenceData>().folder));
    services.provide(std::make_shared<Sets>(std::move(sets)));
    services.get<orders::AtPublication>().steps.push_back(freeze);
    services.get<shares::AtCancellation>().steps.push_back(claim);
    return Done{};
}

}  // namespace

app::Feature feature() {
    using app::Role;
    const app::Roles sides{Role::employer, Role::agency};
    const app::Roles readers{Role::employer, Role::agency, Role::official, Role::inspector};
    app::Feature feature;
    feature.name = "cancellations";
    feature.routes = {
        app::query("GET /cancellation-terms", app::anybody, "cancellations.terms",
                   {"取消条款列表", "Cancellation terms to choose from"}, list_terms),
        app::query("GET /orders/{order}/cancellation-terms", app::anybody, "cancellations.terms",
                   {"订单的取消条款", "Cancellation terms of an order"}, show_terms),
        app::command("POST /orders/{order}/cancellation-terms", {Role::employer},
                     "cancellations.choose", {"选择取消条款", "Choose cancellation terms"}, choose)
            .changes(),
        app::query("GET /cancellation-claims", readers, "cancellations.claims",
                   {"取消费用列表", "What is due for cancelling"}, list_claims),
        app::query("GET /cancellation-claims/{claim}", readers, "cancellations.claims",
                   {"查看取消费用", "Show what is due"}, show_claim),
        app::command("POST /cancellation-claims/{claim}/pay", sides, "cancellations.pay",
                     {"登记已付取消费用", "Say that it is paid"}, pay)
            .changes(),
        app::command("POST /cancellation-claims/{claim}/confirm", sides, "cancellations.confirm",
                     {"确认收到取消费用", "Confirm that it was received"}, confirm)
            .changes(),
        app::command("POST /cancellation-claims/{claim}/waive", sides, "cancellations.waive",
                     {"免收取消费用", "Waive it"}, waive)
            .changes(),
        app::command("POST /cancellation-claims/{claim}/dispute", sides, "cancellations.dispute",
                     {"对取消费用提出异议", "Dispute it"}, dispute)
            .changes(),
    };
    feature.errors = {&terms_unknown, &claim_status_conflict};
    feature.events = {&claim_due, &claim_paid, &claim_confirmed, &claim_waived, &claim_disputed};
    feature.inbox = inbox_sources();
    feature.start = start;
    return feature;
}

}  // namespace jianghui::cancellations
