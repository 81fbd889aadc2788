#pragma once
// The API calls of fairs.

#include "engine/app/feature.hpp"
#include "features/fairs/model.hpp"

namespace jianghui::fairs {

[[nodiscard]] Result<std::vector<OpenOrderView>> list_open_orders(app::Query& query,
                                                                  const app::Empty& input);
[[nodiscard]] Result<app::Page<FairView>> list_fairs(app::Query& query, const ListFairs& input);
[[nodiscard]] Result<FairDetail> show_fair(app::Query& query, const FindFair& input);
[[nodiscard]] Result<std::vector<FairChoice>> list_choices(app::Query& query,
                                                           const FindFairOrder& input);
[[nodiscard]] Result<FairFitness> show_fitness(app::Query& query, const FindFairPair& input);
[[nodiscard]] Result<http::Reply> show_file(app::Query& query, const FindFairFile& input);

[[nodiscard]] Result<FairView> start_fair(app::Command& command, const StartFair& input);
[[nodiscard]] Result<FairView> stop_fair(app::Command& command, const FindFair& input);
[[nodiscard]] Result<EditAnswer> edit_fair(app::Command& command, const EditFair& input);
[[nodiscard]] Result<FairView> hand_over(app::Command& command, const FindFair& input);
[[nodiscard]] Result<OffersAnswer> offer_seats(app::Command& command, const OfferFair& input);

}  // namespace jianghui::fairs
