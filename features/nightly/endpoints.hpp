#pragma once
// The API calls of this feature.

#include "engine/app/feature.hpp"
#include "features/nightly/model.hpp"

namespace jianghui::nightly {

/// What she was told, today and the nights before, as it is now. Hers alone: fails with not_found for everybody else,
/// and with people::person_restricted.
[[nodiscard]] Result<DailyOrders> daily_orders(app::Query& query, const FindDailyOrders& input);
/// Whether she is told anything from now on. Records nightly.stopped or nightly.resumed when it changes. Fails as
/// daily_orders.
[[nodiscard]] Result<Choice> choose(app::Command& command, const ChooseDailyOrders& input);
/// The last nights: for officials, inspectors and system administrators; the cities within their place.
[[nodiscard]] Result<Runs> list_runs(app::Query& query, const ListRuns& input);

}  // namespace jianghui::nightly
