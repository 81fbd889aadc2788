#pragma once
// What other features may do with nominations.

#include "engine/app/context.hpp"
#include "features/nominations/errors.hpp"
#include "features/nominations/model.hpp"

namespace jianghui::nominations {

/// Names an agency for the caller's own order. Fails with not_found, not_allowed, agency_not_said,
/// agency_unknown, and as rules `may_name`.
[[nodiscard]] Result<NominationRow> nominate(app::Command& command, const Nominate& wanted);

}  // namespace jianghui::nominations
