#pragma once
// What of statements waits for somebody.

#include "engine/app/inbox_source.hpp"

namespace jianghui::statements {

/// The next step of each statement for employer, agency and worker, and for the inspectors of the
/// place the wages that are overdue at the red level.
[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::statements
