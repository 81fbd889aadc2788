#pragma once
// What other features may do with changes.

#include "features/changes/errors.hpp"
#include "features/changes/model.hpp"

namespace jianghui::changes {

/// Changes the terms of the caller's own published order: a new version that holds at once for new
/// shares; the agencies of live shares that it concerns are asked. Fails with not_found,
/// not_allowed, and as orders::revise.
[[nodiscard]] Result<ChangeView> change(app::Command& command, const orders::ReviseOrder& wanted);

/// The agency accepts: the share stands under the new version. Fails with not_found, answer_over.
[[nodiscard]] Result<AnswerView> accept(app::Command& command, const FindAnswer& input);

/// The agency declines: its empty seats go back to the order without blame; seats with somebody in
/// them stay as they are. Fails with not_found, answer_over.
[[nodiscard]] Result<AnswerView> decline(app::Command& command, const Decline& input);

}  // namespace jianghui::changes
