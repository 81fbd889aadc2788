#pragma once
// The API calls of engagements; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/engagements/model.hpp"

namespace jianghui::engagements {

Result<EngagementView> start_step(app::Command& command, const FindStep& input);
Result<EngagementView> deliver_step(app::Command& command, const DeliverStep& input);
Result<EngagementView> accept_step(app::Command& command, const FindStep& input);
Result<EngagementView> return_step(app::Command& command, const ReturnStep& input);
Result<EngagementView> pay_step(app::Command& command, const PayStep& input);
Result<EngagementView> confirm_step(app::Command& command, const FindStep& input);
Result<EngagementView> end(app::Command& command, const EndEngagement& input);
Result<EngagementView> give_rating(app::Command& command, const RateEngagement& input);
Result<EngagementView> show(app::Query& query, const FindEngagement& input);
Result<app::Page<EngagementView>> list_own(app::Query& query, const ListEngagements& input);

/// What of engagements waits for the two sides and the inspector.
[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::engagements
