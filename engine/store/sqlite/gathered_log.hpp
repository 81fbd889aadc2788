// A commit's frames of SQLite's write-ahead log, written to the file in large pieces instead of two calls a page.

#pragma once

#include <sqlite3.h>

namespace jianghui::store {

/// Makes a file system of SQLite's under `name` that is `below` but for write-ahead logs: what is appended to one is gathered in
/// memory and written when there are 128 KB of it, when SQLite syncs, reads, truncates or closes the file or asks its size, and before any write that does
/// not go on where the last one ended; of a long commit the disk begins with each piece at once. `below` and `name` must stay.
///
/// Only for connections with synchronous=FULL: there SQLite syncs the log before it tells readers of a commit's frames, so that
/// nobody is told of what is still in memory. A write that fails is said by the call that makes it, the sync as a rule: SQLite takes
/// the commit back as it does when the write itself fails, and what was gathered is forgotten.
void gather_log(sqlite3_vfs& below, const char* name);

/// The name of such a file system above the one that is SQLite's default when this is first asked. Any thread may ask.
[[nodiscard]] const char* gathered_log();

}  // namespace jianghui::store
