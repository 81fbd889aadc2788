#pragma once
// The API calls and clocks of draws; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/draws/model.hpp"

namespace jianghui::draws {

Result<ApplicationView> apply_for_seats(app::Command& command, const Apply& input);
Result<ApplicationView> withdraw(app::Command& command, const FindApplication& input);
Result<app::Page<ApplicationView>> list_own(app::Query& query, const ListApplications& input);
Result<DrawView> show(app::Query& query, const orders::FindOrder& input);

/// The draw as the public may see it.
[[nodiscard]] DrawView view(const store::Reader& reader, const DrawRow& draw);

/// The mode's part in an order's life: the commitment is published as the order opens.
Result<Done> order_opened(app::Command& command, const orders::OrderRow& order);
/// Fails with mode_not_over before the draw was held.
Result<Done> is_over(const store::Reader& reader, const orders::OrderRow& order);

/// Clock: holds the draw that is due longest; one a run. One that fails waits a
/// minute and holds up no other.
Result<bool> hold_due(app::Command& command);
inline constexpr std::string_view clock_name = "draws.hold";
/// What the clock could not do.
[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::draws
