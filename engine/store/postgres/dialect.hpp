#pragma once
// From the common subset of SQL, as queries.sql and migrations are written, to PostgreSQL's words.
// One scanner knows strings, quoted names, comments, casts (::) and words; nothing else is changed:
//
//   in both      INTEGER → BIGINT (SQLite's holds 64 bits), REAL → DOUBLE PRECISION
//   migrations   AUTOINCREMENT falls away: what numbers rows without gaps says so in its INSERT;
//                WITHOUT ROWID falls away: SQLite then keeps a table in the order of its key and nowhere else;
//                TEXT → TEXT COLLATE "C", so that texts sort by their bytes on both engines
//   queries      :name → $n; LIKE → ILIKE, since SQLite's does not tell a from A;
//                `:x IS NULL` becomes `$n::text IS NULL` with a number of its own, since PostgreSQL
//                does not find out the type of what is only asked whether it is NULL

#include <functional>
#include <optional>
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
/// An INSERT … VALUES (…) of one row as one of `rows` rows, the parameters of one row after the
/// other. None when it cannot be: another statement, a subquery among the values, parameters outside
/// of them, or an upsert, unless `keys_differ`: PostgreSQL wants each row to be met once.
[[nodiscard]] std::optional<Translated> translate_many(std::string_view text, std::size_t rows,
                                                       bool keys_differ);
/// The type of a parameter in PostgreSQL's words, by its name; empty when it is not known.
using TypeOf = std::function<std::string_view(std::string_view name)>;
/// An UPDATE of one row as one of `rows` rows, which must be different ones, since PostgreSQL changes each once:
/// `UPDATE t SET a = a - :x WHERE b = :b` → `UPDATE t SET a = a - given."1" FROM (VALUES ($1::BIGINT, $2::TEXT), …) AS
/// given ("1", "2") WHERE b = given."2"`. One statement reads a table's constraints once, however many rows it has.
/// None when it cannot be: another statement, FROM, RETURNING or a query inside, no WHERE, a parameter without type.
[[nodiscard]] std::optional<Translated> translate_updates(std::string_view text, std::size_t rows,
                                                          const TypeOf& type_of);
[[nodiscard]] std::string translate_migration(std::string_view text);

}  // namespace jianghui::store::postgres
