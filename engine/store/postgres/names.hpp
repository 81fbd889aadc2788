#pragma once
// What several programs on one database agree on. All are of the schema, so that deployments (and
// tests) that share a database do not wait for each other.

#include <string>

namespace jianghui::store::postgres {

/// The advisory lock that a write transaction holds (docs/adr/0007): an SQL expression.
inline constexpr const char* baton_key = "hashtextextended('jianghui.baton.' || current_schema(), 0)";
/// The class of the advisory locks by which programs hold their numbers.
inline constexpr const char* node_class = "hashtext('jianghui.node.' || current_schema())";
/// How many programs may write to one database at the same time (IdSource has 6 bits for them).
inline constexpr int nodes = 64;
/// The channel on which commits are told.
inline constexpr const char* channel = "'jianghui.journal.' || current_schema()";

}  // namespace jianghui::store::postgres
