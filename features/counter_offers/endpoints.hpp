#pragma once
// The API calls, clocks and inbox of counter-offers; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/counter_offers/model.hpp"

namespace jianghui::counter_offers {

Result<CounterOfferView> make_counter_offer(app::Command& command, const Propose& input);
Result<CounterOfferView> accept(app::Command& command, const FindCounterOffer& input);
Result<CounterOfferView> decline(app::Command& command, const DeclineCounterOffer& input);
Result<CounterOfferView> withdraw(app::Command& command, const FindCounterOffer& input);
Result<std::vector<CounterOfferView>> list_of_order(app::Query& query,
                                                    const orders::FindOrder& input);
Result<app::Page<CounterOfferView>> list_own(app::Query& query, const ListCounterOffers& input);

/// Clock: ends what was not answered in time; at most 100 a run.
Result<bool> lapse_due(app::Command& command);
/// Reads the journal: an order that ended takes its counter-offers with it.
Result<bool> follow_orders(app::Command& command);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::counter_offers
