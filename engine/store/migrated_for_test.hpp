#pragma once
// A database with the tables of some engines alone.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "engine/store/database_for_test.hpp"

namespace jianghui::store {

/// The database of the place with every migration of these folders, those of the part that is tested when
/// none is named, in their order.
inline std::unique_ptr<Database> migrated(const DatabaseForTest& place,
                                          const std::vector<std::string>& folders = {PART_FOLDER "/migrations"}) {
    std::vector<std::filesystem::path> files;
    for (const auto& folder : folders)
        for (const auto& file : std::filesystem::directory_iterator(folder)) files.push_back(file.path());
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.filename() < b.filename(); });
    auto database = place.open();
    const auto connection = database->connect(Database::Use::write);
    for (const auto& file : files) {
        std::ifstream in(file);
        connection->script(std::string{std::istreambuf_iterator<char>(in), {}});
    }
    return database;
}

}  // namespace jianghui::store
