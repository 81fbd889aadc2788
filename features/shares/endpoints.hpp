#pragma once
// The API calls and clocks of shares; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/shares/model.hpp"

namespace jianghui::shares {

Result<ShareView> grab_share(app::Command& command, const GrabShare& input);
Result<ShareView> release(app::Command& command, const ReleaseShare& input);
Result<ShareView> show(app::Query& query, const FindShare& input);
Result<app::Page<ShareView>> list_all(app::Query& query, const ListShares& input);
Result<GateAnswer> show_gate(app::Query& query, const orders::FindOrder& input);

/// Clock: at the end of a hold the seats that nobody holds go back to the order. At most 100 shares
/// a run.
Result<bool> end_holds(app::Command& command);

}  // namespace jianghui::shares
