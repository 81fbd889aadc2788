#pragma once
// A database with the tables of this engine alone.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "engine/store/database_for_test.hpp"

namespace jianghui::journal {

/// The database of the place with every migration of the engine, in their order.
inline std::unique_ptr<store::Database> migrated(const store::DatabaseForTest& place) {
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(PART_FOLDER "/migrations"))
        files.push_back(file.path());
    std::sort(files.begin(), files.end());
    auto database = place.open();
    const auto connection = database->connect(store::Database::Use::write);
    for (const auto& file : files) {
        std::ifstream in(file);
        connection->script(std::string{std::istreambuf_iterator<char>(in), {}});
    }
    return database;
}

}  // namespace jianghui::journal
