#pragma once
// What of seats waits for somebody.

#include "engine/app/inbox_source.hpp"

namespace jianghui::seats {

/// Offers and check-ins for the worker, insurance for the agency, starts to confirm for the
/// employer.
[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::seats
