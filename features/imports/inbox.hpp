#pragma once
// What of imports waits for somebody.

#include "engine/app/inbox_source.hpp"

namespace jianghui::imports {

/// Lists that were read and wait for a choice or for being applied.
[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::imports
