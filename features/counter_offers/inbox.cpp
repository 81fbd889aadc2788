// What waits: counter-offers to be answered, for the employer.

#include "features/counter_offers/endpoints.hpp"
#include "features/counter_offers/queries.hpp"

namespace jianghui::counter_offers {
namespace {

std::vector<app::Waiting> to_answer(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<CounterOfferRow>(
             sql::asked_of_employer,
             store::arguments("employer", query.caller.organisation, "limit", limit))) {
        const auto order = orders::find(query.db, row.order_id);
        if (!order || order->status != orders::OrderStatus::open) continue;
        waiting.push_back({"counter_offer.answer",
                           {"有机构提出议价，请答复：" + order->title,
                            "A counter-offer to answer: " + order->title},
                           "order",
                           row.order_id.number,
                           row.answer_until_at,
                           row.created_at,
                           "/desk/orders/" + row.order_id.text() + "/counter-offers"});
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"counter_offers.to_answer", {app::Role::employer}, to_answer}};
}

}  // namespace jianghui::counter_offers
