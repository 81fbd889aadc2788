#pragma once
// Counts from the journal, each event exactly once.

#include "features/efficiency/model.hpp"

namespace jianghui::efficiency {

/// The checkpoint's name.
inline constexpr std::string_view reader_name = "efficiency";

/// The job: counts the next events. Returns whether there may be more.
[[nodiscard]] Result<bool> count_next(app::Command& command);

/// Empties the tables and begins at the journal's beginning: the job does the rest.
void begin_recount(store::Transaction& transaction);

}  // namespace jianghui::efficiency
