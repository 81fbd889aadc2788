#pragma once
// Counts the figures from the journal, each event exactly once.

#include "engine/app/context.hpp"

namespace jianghui::figures {

/// The checkpoint's name.
inline constexpr std::string_view reader_name = "figures";

/// The job: counts the next events. Returns whether there may be more.
[[nodiscard]] Result<bool> count_next(app::Command& command);

/// Counts one event in this transaction. Facts that cannot be placed (of an order that is gone, or
/// with data that cannot be read) are left out and logged.
void count(store::Transaction& transaction, const journal::Event& event);

/// Empties the tables and begins at the journal's beginning: the job does the rest.
void begin_recount(store::Transaction& transaction);

}  // namespace jianghui::figures
