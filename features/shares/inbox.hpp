#pragma once
// What of shares waits for somebody.

#include "engine/app/inbox_source.hpp"

namespace jianghui::shares {

/// Shares with empty seats whose hold is running, for their agency; open defaults, for both parties.
[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::shares
