#pragma once
// Decisions about nominations: pure functions of facts.

#include "features/nominations/errors.hpp"
#include "features/nominations/model.hpp"

namespace jianghui::nominations {

/// Whether the employer may name an agency now; `waiting`: an agency may still answer. Fails with
/// order_other_mode, order_not_open, nomination_waiting.
[[nodiscard]] Result<Done> may_name(const orders::OrderRow& order, bool waiting);

/// Until when the agency may answer: the order's apply_hours from now, at most until it closes.
[[nodiscard]] Instant answer_until(const orders::OrderRow& order, Instant now);

/// Whether the agency may still answer. Fails with nomination_over.
[[nodiscard]] Result<Done> may_answer(const NominationRow& nomination, Instant now);

}  // namespace jianghui::nominations
