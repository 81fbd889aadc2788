#pragma once
// A clock has many things to do, and one that cannot be done must not hold up the others: each is done by
// itself, and what failed is kept for people to see until it succeeds.

#include <functional>

#include "engine/app/context.hpp"
#include "engine/app/inbox_source.hpp"

namespace jianghui::app {

/// Runs one of the things that a clock does in a savepoint of the command. True: it is kept. False: it was
/// refused, or the database refused what it wrote; nothing of it is kept but a row of `clock_failures` that
/// says since when, how often and why, and the clock sees to it that others have their turn before this one is
/// tried again. Success takes the row away. Throws StoreFailure when the database is lost or full: then the whole
/// command is tried again.
[[nodiscard]] bool by_itself(Command& command, std::string_view clock, const Command::About& about,
                             const std::function<Result<Done>()>& run);

/// Whether the thing has not failed within the last minute: for a clock that takes one thing a run and has no
/// date of its own to put off.
[[nodiscard]] bool may_try(const store::Reader& reader, std::string_view clock,
                           const Command::About& about, Instant now);

/// What of a clock waits for somebody to mend it, for the inbox: to officials of the thing's place with a link
/// (`path` and the thing's id), to system administrators without.
[[nodiscard]] std::vector<Waiting> left_aside(const Query& query, std::string_view clock,
                                              const Text& what, std::string_view path);

/// The same as a source of the inbox. `clock` must stay.
[[nodiscard]] InboxSource inbox_of_left_aside(std::string name, std::string_view clock, Text what,
                                              std::string path);

}  // namespace jianghui::app
