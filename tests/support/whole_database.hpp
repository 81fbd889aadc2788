#pragma once
// A database with the tables of the whole program, for one test.

#include <memory>
#include <stdexcept>

#include "engine/store/database_for_test.hpp"

namespace jianghui::test {

inline std::shared_ptr<store::DatabaseForTest> whole_database(Instant made) {
    return std::make_shared<store::DatabaseForTest>("whole", [made](store::Connection& connection) {
        const auto migrated = store::migrate(connection, store::all_migrations(), made);
        if (!migrated) throw std::runtime_error("not migrated: " + migrated.error().code);
    });
}

}  // namespace jianghui::test
