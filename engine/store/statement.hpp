#pragma once
// A named SQL statement. They are written in the `queries.sql` of the part that owns the tables and
// become constants at build time (cmake/embed_queries.cmake); there is no SQL in C++.

#include <string_view>

namespace jianghui::store {

/// `text` is one statement in the common subset of SQLite and PostgreSQL, with parameters named
/// `:like_this`. Connections keep what they prepared under its address, and look whether the text is
/// still the same: a constant is prepared once, what a test makes on its stack each time.
struct Statement {
    std::string_view name;
    std::string_view text;
};

}  // namespace jianghui::store
