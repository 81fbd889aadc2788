#pragma once
// A database from before a migration, brought up to date: for tests of migrations that move rows.

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/store/connection.hpp"
#include "engine/store/migration.hpp"

namespace jianghui::store {

/// Runs every migration whose name is before `first_new`, then the script `rows`, then the others. False when one fails
/// or none is left for the second round.
inline bool bring_up_to_date(Connection& connection, std::string_view first_new, std::string_view rows) {
    const auto all = all_migrations();
    std::vector<Migration> before;
    for (const auto& one : all)
        if (one.name < first_new) before.push_back(one);
    if (before.size() == all.size() || !migrate(connection, before, {})) return false;
    connection.script(std::string(rows));
    return migrate(connection, all, {}).has_value();
}

}  // namespace jianghui::store
