#pragma once
// Counts the figures from the journal, each event exactly once.

#include "engine/app/context.hpp"

namespace jianghui::figures {

/// The checkpoint's name.
inline constexpr std::string_view reader_name = "figures";

/// The job: counts the next events. Facts that cannot be placed (of an order that is gone, or with data that cannot be read) are left
/// out; how many is logged, a line a run. Returns whether there may be more.
[[nodiscard]] Result<bool> count_next(app::Command& command);

/// Empties the tables and begins at the journal's beginning: the job does the rest.
void begin_recount(store::Transaction& transaction);

}  // namespace jianghui::figures
