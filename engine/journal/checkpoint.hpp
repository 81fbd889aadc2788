#pragma once
// For readers of the journal that keep tables of their own: how far they have come is kept beside
// what they wrote, so that every event is taken exactly once, whatever ends the program between.
//
//   Result<bool> count(app::Command& command) {            // a job
//       return journal::read_on(command.db, "figures", 1000, is_counted,
//                               [&](const journal::Event& event) { add(command, event); });
//   }

#include <functional>
#include <string_view>

#include "engine/journal/journal.hpp"

namespace jianghui::journal {

/// The last position that the reader of this name has taken; 0 when it has not begun.
[[nodiscard]] std::int64_t checkpoint(const store::Reader& reader, std::string_view name);

/// Hands the next events of wanted kinds to `each`, in order, and moves the checkpoint behind all of
/// the at most `limit` events looked at, in the caller's transaction: both are kept or neither.
/// Returns whether there may be more. Takes nothing when another process has just taken them.
bool read_on(store::Transaction& transaction, std::string_view name, int limit,
             const std::function<bool(std::string_view kind)>& wanted,
             const std::function<void(const Event&)>& each);

/// Sets the reader back to the journal's beginning; its tables are the caller's to empty.
void rewind(store::Transaction& transaction, std::string_view name);

}  // namespace jianghui::journal
