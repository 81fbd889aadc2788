#pragma once
// The API calls of stand-bys, and what orders tells them; see feature.cpp for who may call.

#include "engine/app/feature.hpp"
#include "features/standby/model.hpp"

namespace jianghui::standby {

Result<StandbyView> join(app::Command& command, const StandBy& input);
Result<StandbyView> leave(app::Command& command, const FindStandby& input);
Result<StandbyList> list_of_order(app::Query& query, const orders::FindOrder& input);

/// orders::Waiting::seats_free: seats of a first-come order go to who waited longest and passes the
/// gate now, by shares::Awarding, in the caller's transaction; `from` gets none of its own back. Who
/// does not pass keeps its place, with the reason.
int serve(app::Command& command, const orders::OrderRow& order, OrganisationId from);

/// orders::Waiting::over: nobody waits any more.
void end_all(app::Command& command, const orders::OrderRow& order);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::standby
