#pragma once
// Forward-only changes of the schema, applied in the order of their names at start.

#include <string_view>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::store {

class Connection;

/// `name` is the file's name without ending: YYYYMMDD_HHMM_part_what. Never edited once released:
/// the digest of its text is kept and compared.
struct Migration {
    std::string_view name;
    std::string_view text;
};

/// Every migration of every part, by name (generated).
[[nodiscard]] std::vector<Migration> all_migrations();

inline constexpr ErrorCode migration_changed{
    "migration_changed", Kind::internal, "数据库的结构记录与程序不符，未做任何改动。",
    "The database's schema record does not match this program; nothing was changed."};

/// Applies what is missing, all or nothing, and returns how many were applied. The digest is of the
/// text as written, so that it is the same on both engines.
/// Fails with migration_changed when an applied one has another text now, or is unknown (the
/// database was made by a newer program).
[[nodiscard]] Result<int> migrate(Connection& connection, const std::vector<Migration>& migrations,
                                  Instant now);

}  // namespace jianghui::store
