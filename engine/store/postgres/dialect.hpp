#pragma once
// From the common subset of SQL, as queries.sql and migrations are written, to PostgreSQL's words.
// One scanner knows strings, quoted names, comments, casts (::) and words; nothing else is changed:
//
//   in both      INTEGER → BIGINT (SQLite's holds 64 bits), REAL → DOUBLE PRECISION
//   migrations   AUTOINCREMENT falls away: what numbers rows without gaps says so in its INSERT;
//                TEXT → TEXT COLLATE "C", so that texts sort by their bytes on both engines
//   queries      :name → $n; LIKE → ILIKE, since SQLite's does not tell a from A;
//                `:x IS NULL` becomes `$n::text IS NULL` with a number of its own, since PostgreSQL
//                does not find out the type of what is only asked whether it is NULL

#include <string>
#include <string_view>
#include <vector>

namespace jianghui::store::postgres {

/// A statement with $1 … $n, and the name of each; a name that is compared and asked
/// for NULL has two numbers.
struct Translated {
    std::string text;
    std::vector<std::string> parameters;
};

[[nodiscard]] Translated translate_query(std::string_view text);
[[nodiscard]] std::string translate_migration(std::string_view text);

}  // namespace jianghui::store::postgres
