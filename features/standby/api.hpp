#pragma once
// What other features may do with stand-bys.

#include "engine/app/context.hpp"
#include "features/standby/errors.hpp"
#include "features/standby/model.hpp"

namespace jianghui::standby {

/// Lets the caller's agency wait for seats of an order. Fails with not_found, standing_by_already, as
/// rules `may_wait` and as the gate does.
[[nodiscard]] Result<StandbyRow> stand_by(app::Command& command, const StandBy& wanted);

}  // namespace jianghui::standby
