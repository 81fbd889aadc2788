#pragma once
// What happens to statements without anybody's act. Each run does at most 100 and says whether
// there may be more; each thing is done once however many servers run.

#include "engine/app/context.hpp"

namespace jianghui::statements {

/// Raises the level of unpaid statements that are late enough, with one event a level reached.
Result<bool> warn_overdue(app::Command& command);
/// Settles shares whose work is over, recorded, paid and confirmed.
Result<bool> settle_shares(app::Command& command);
/// Closes running orders whose every share has ended and one at least was settled.
Result<bool> close_orders(app::Command& command);

}  // namespace jianghui::statements
