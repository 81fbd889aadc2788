#pragma once
// The API calls and clocks of nominations; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/nominations/model.hpp"

namespace jianghui::nominations {

Result<NominationView> name_agency(app::Command& command, const Nominate& input);
Result<NominationView> take(app::Command& command, const Take& input);
Result<NominationView> decline(app::Command& command, const Decline& input);
Result<std::vector<NominationView>> list_of_order(app::Query& query,
                                                  const orders::FindOrder& input);

/// Fails with mode_not_over while an agency may still answer.
Result<Done> is_over(const store::Reader& reader, const orders::OrderRow& order);

/// Clock: nominations that nobody answered in time lapse. At most 100 a run.
Result<bool> lapse_due(app::Command& command);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::nominations
