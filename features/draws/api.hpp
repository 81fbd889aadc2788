#pragma once
// What other features may use of draws: the lottery, for ties between bids, and the allotment along
// an order of applicants (rules.hpp).

#include "features/draws/lottery.hpp"
#include "features/draws/model.hpp"
#include "features/draws/rules.hpp"
#include "features/draws/sealed.hpp"

namespace jianghui::draws {

/// Applies for the caller's agency. Fails as rules `may_apply` and the gate do, with not_found,
/// order_other_mode, applied_already.
[[nodiscard]] Result<ApplicationRow> apply(app::Command& command, const Apply& wanted);

}  // namespace jianghui::draws
