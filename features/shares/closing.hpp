#pragma once
// Who may close a default, and as what. Pure functions.

#include "features/shares/defaults.hpp"
#include "features/shares/errors.hpp"

namespace jianghui::shares {

/// What that side may close a default as: the employer says what happened between the parties, the
/// authority that nobody is to blame. `lapsed` is the clock's alone.
[[nodiscard]] std::vector<ClosingGround> grounds_of(Closer by);

/// Whether `by` may close the default so. Fails with default_not_open, default_ground,
/// default_reason_wanted.
[[nodiscard]] Result<Done> may_close(const DefaultRow& row, Closer by, const CloseDefault& wanted);

}  // namespace jianghui::shares
