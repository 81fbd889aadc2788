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
/// The type of a parameter in PostgreSQL's words, by its name; empty when all its values are NULL.
using TypeOf = std::function<std::string_view(std::string_view name)>;
/// An INSERT … VALUES (…) or UPDATE of one row as one of any number of rows: `parameters` are arrays of
/// their types, an element a row:
///   INSERT INTO t (a, b) VALUES (:a, 1 + :b) → INSERT INTO t (a, b) SELECT given."1", 1 + ($2::BIGINT[])[given."0"::INT]
///   FROM unnest($1::TEXT[]) WITH ORDINALITY AS given ("1", "0") WHERE TRUE
/// However many rows it has, PostgreSQL reads a table's constraints once a statement. None when it
/// cannot be: another statement, a query inside, RETURNING; an INSERT with parameters outside of its
/// values; an UPDATE or upsert unless `keys_differ` (PostgreSQL wants each row to be met once); an UPDATE
/// without WHERE, or with a parameter without type.
[[nodiscard]] std::optional<Translated> translate_changes(std::string_view text, const TypeOf& type_of,
                                                          bool keys_differ);
/// A SELECT asked for many rows of values at once, in the same way: its columns, and behind them the
/// number of the row, from 1, for which it was asked. None when it is no SELECT or has no parameters.
[[nodiscard]] std::optional<Translated> translate_questions(std::string_view text,
                                                            const TypeOf& type_of);
[[nodiscard]] std::string translate_migration(std::string_view text);

}  // namespace jianghui::store::postgres
