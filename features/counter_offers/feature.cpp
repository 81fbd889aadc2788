#include "engine/app/feature.hpp"

#include "features/counter_offers/endpoints.hpp"
#include "features/counter_offers/errors.hpp"
#include "features/counter_offers/events.hpp"

namespace jianghui::counter_offers {

app::Feature feature() {
    using app::Role;
    const app::Roles agency{Role::agency};
    const app::Roles employer{Role::employer};
    const app::Roles parties{Role::agency, Role::employer, Role::official, Role::inspector};
    app::Feature feature;
    feature.name = "counter_offers";
    feature.routes = {
        app::command("POST /orders/{order}/counter-offers", agency, "counter_offers.make",
                     {"提出议价", "Make a counter-offer"}, make_counter_offer)
            .needs_key(),
        app::query("GET /orders/{order}/counter-offers", parties, "counter_offers.of_order",
                   {"订单的议价", "Counter-offers of an order"}, list_of_order),
        app::query("GET /counter-offers", {Role::agency, Role::employer}, "counter_offers.list",
                   {"我的议价", "My counter-offers"}, list_own),
        app::command("POST /counter-offers/{counter_offer}/accept", employer,
                     "counter_offers.accept", {"接受议价", "Accept a counter-offer"}, accept)
            .needs_key(),
        app::command("POST /counter-offers/{counter_offer}/decline", employer,
                     "counter_offers.decline", {"谢绝议价", "Decline a counter-offer"}, decline)
            .changes(),
        app::command("POST /counter-offers/{counter_offer}/withdraw", agency,
                     "counter_offers.withdraw", {"撤回议价", "Withdraw a counter-offer"}, withdraw)
            .changes(),
    };
    feature.jobs = {{"counter_offers.lapse", std::chrono::seconds(1), lapse_due},
                    {"counter_offers.follow_orders", std::chrono::seconds(1), follow_orders}};
    feature.errors = {&counter_offer_standing, &counter_offer_same_fee, &counter_offer_lending,
                      &counter_offer_over};
    feature.events = {&counter_offer_made,   &counter_offer_accepted,  &counter_offer_declined,
                      &counter_offer_lapsed, &counter_offer_withdrawn, &counter_offer_voided};
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::counter_offers
