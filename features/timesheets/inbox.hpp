#pragma once
// What of timesheets waits for somebody.

#include "engine/app/inbox_source.hpp"

namespace jianghui::timesheets {

/// Hours to approve for the employer, returned ones for the agency, disputes for the authority of
/// the place; one entry an order.
[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::timesheets
