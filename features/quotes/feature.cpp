#include "engine/app/feature.hpp"

#include "features/quotes/command.hpp"
#include "features/quotes/endpoints.hpp"
#include "features/quotes/errors.hpp"
#include "features/quotes/events.hpp"

namespace jianghui::quotes {

app::Feature feature() {
    using app::Role;
    const app::Roles agency{Role::agency};
    app::Feature feature;
    feature.name = "quotes";
    feature.routes = {
        app::command("POST /orders/{order}/bids", agency, "quotes.bid",
                     {"密封报价", "Bid a service fee, sealed"}, place_bid)
            .needs_key(),
        app::command("POST /bids/{bid}/withdraw", agency, "quotes.withdraw",
                     {"撤回报价", "Withdraw a bid"}, withdraw)
            .changes(),
        app::query("GET /bids", agency, "quotes.bids", {"本机构的报价", "My bids"}, list_own),
        app::query("GET /quotes/{order}", app::anybody, "quotes.read",
                   {"查看报价公开数据", "Public data of sealed bids"}, show),
    };
    feature.inbox = inbox_sources();
    feature.jobs = {{std::string(clock_name), std::chrono::seconds(1), open_due}};
    feature.errors = {&bid_window_closed,   &bid_already, &bid_above_ceiling,
                      &bid_fee_for_lending, &bid_over,    &quote_mismatch,
                      &quote_not_opened};
    feature.events = {&quote_started, &quote_bid,    &quote_withdrawn, &quote_closed,
                      &quote_opened,  &quote_result, &quote_voided,    &quote_bid_voided};
    feature.commands = {verify_command()};
    feature.start = [](app::Services& services) -> Result<Done> {
        services.get<orders::Modes>().rules[orders::GrabMode::quote] = {order_opened, is_over};
        return Done{};
    };
    return feature;
}

}  // namespace jianghui::quotes
