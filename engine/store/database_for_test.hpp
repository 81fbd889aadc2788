#pragma once
// A database for one test, gone with it: a SQLite file in a folder of its own, or, when
// JIANGHUI_TEST_DB holds the URL of a PostgreSQL database, a schema of its own there.

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "engine/store/store.hpp"

namespace jianghui::store {

class DatabaseForTest {
  public:
    DatabaseForTest() {
        static std::atomic<int> count{0};
        name_ = "jh_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
        if (const char* url = std::getenv("JIANGHUI_TEST_DB"); url != nullptr && *url != '\0') {
            base_ = url;
            script("CREATE SCHEMA " + name_);
            where_ = base_ + (base_.find('?') == std::string::npos ? "?" : "&") +
                     "options=-csearch_path%3D" + name_ + "&application_name=" + name_;
        } else {
            folder_ = std::filesystem::temp_directory_path() / name_;
            std::filesystem::remove_all(folder_);
            std::filesystem::create_directories(folder_);
            where_ = (folder_ / "jianghui.sqlite").string();
        }
    }
    ~DatabaseForTest() {
        if (!base_.empty()) {
            try {
                script("DROP SCHEMA " + name_ + " CASCADE");
            } catch (const StoreFailure&) {
                // The cluster of the tests is thrown away as a whole.
            }
        }
        std::error_code ignored;
        if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
    }
    DatabaseForTest(const DatabaseForTest&) = delete;
    DatabaseForTest& operator=(const DatabaseForTest&) = delete;

    /// The URL or the path of the file.
    [[nodiscard]] const std::string& where() const { return where_; }
    [[nodiscard]] bool is_postgres() const { return !base_.empty(); }
    [[nodiscard]] std::unique_ptr<Database> open() const {
        return open_database(where_, Durability::none);
    }

  private:
    void script(const std::string& text) const {
        open_database(base_, Durability::none)->connect(Database::Use::read)->script(text);
    }
    std::string name_, base_, where_;
    std::filesystem::path folder_;
};

}  // namespace jianghui::store
