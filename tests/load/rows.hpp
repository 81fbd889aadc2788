#pragma once
// What SQLite does in this process with the very rows that the server wrote: the anchor that a grab
// over HTTP is compared with.

#include <string>

namespace jianghui::load {

/// Copies the database as it is now, also while a server uses it. Throws std::runtime_error.
void copy_database(const std::string& from, const std::string& to);

struct RowsRate {
    int grabs = 0;
    double per_second = 0;
};

/// Writes what `after` has and `before` has not (shares, events, kept answers; the order's seats and
/// the totals with them) into a copy of `before`, `batch` grabs a transaction, with the server's own settings
/// (WAL, synchronous=FULL), each key looked up first. Throws std::runtime_error.
[[nodiscard]] RowsRate measure_rows(const std::string& before, const std::string& after,
                                    int batch);

}  // namespace jianghui::load
