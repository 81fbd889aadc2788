#pragma once
// For readers that go through the journal side by side: each event is read once for all of them, and
// their checkpoints move together (checkpoint.hpp is for one reader alone); and for who takes many events at once.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/journal/journal.hpp"

namespace jianghui::journal {

/// What was looked at, whatever its kind.
struct Looked {
    std::int64_t position = 0;  ///< of the last event; where it began when there was none
    int events = 0;
};

/// Hands those of the next `limit` events after a position, none behind `until`, whose kinds are wanted to
/// `each`, in order. The data of the others is not parsed.
Looked each_wanted(const store::Reader& reader, std::int64_t position, std::int64_t until, int limit,
                   const std::function<bool(std::string_view kind)>& wanted,
                   const std::function<void(Event&&)>& each);

/// What one reader takes at once.
struct Taken {
    std::vector<Event> events;  ///< of the wanted kinds, in order
    bool may_be_more = false;
};

/// What read_on (checkpoint.hpp) hands over one by one, for who needs all of them before the first is counted.
[[nodiscard]] Taken take_next(store::Transaction& transaction, std::string_view name, int limit,
                              const std::function<bool(std::string_view kind)>& wanted);

/// Moves the readers of these names from one position to another in the caller's transaction. False when
/// one of them no longer stands there: then the transaction must not be kept.
[[nodiscard]] bool move_together(store::Transaction& transaction,
                                 const std::vector<std::string>& names, std::int64_t from,
                                 std::int64_t to);

}  // namespace jianghui::journal
