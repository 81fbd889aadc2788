#pragma once
// What of organisations waits for somebody.

#include "engine/app/inbox_source.hpp"

namespace jianghui::organisations {

/// Registered organisations to be verified, for the officials of their place.
[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::organisations
