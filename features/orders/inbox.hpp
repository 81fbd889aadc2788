#pragma once
// What of orders waits for somebody.

#include "engine/app/inbox_source.hpp"

namespace jianghui::orders {

/// Orders in review, for the officials of their place.
[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::orders
