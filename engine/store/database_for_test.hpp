#pragma once
// A database for one test, gone with it: a SQLite file in a folder of its own, or, when
// JIANGHUI_TEST_DB holds the URL of a PostgreSQL database, a schema of its own there.

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "engine/store/schemas_for_test.hpp"
#include "engine/store/store.hpp"

namespace jianghui::store {

class DatabaseForTest {
  public:
    /// Makes the tables of a database that has none; writes no row but of `schema_migrations`.
    using Make = std::function<void(Connection&)>;

    /// Without tables.
    DatabaseForTest() : DatabaseForTest("", nullptr) {}
    /// With the tables that `make` makes. It runs once a process for each `kind`: later databases of that
    /// kind are copies (SQLite) or emptied ones (PostgreSQL).
    DatabaseForTest(std::string kind, const Make& make) : kind_(std::move(kind)) {
        if (const char* url = std::getenv("JIANGHUI_TEST_DB"); url != nullptr && *url != '\0') {
            base_ = url;
            take_schema(make);
        } else {
            take_folder(make);
        }
    }
    ~DatabaseForTest() {
        if (!base_.empty()) {
            try {
                auto& schemas = SchemasForTest::of(base_);
                kind_.empty() ? schemas.drop(name_) : schemas.give_back(kind_, name_);
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
    void take_schema(const Make& make) {
        bool made = false;
        name_ = SchemasForTest::of(base_).take(kind_, made);
        where_ = base_ + (base_.find('?') == std::string::npos ? "?" : "&") +
                 "options=-csearch_path%3D" + name_ + "&application_name=" + name_;
        if (!made && make) make(*open()->connect(Database::Use::write));
    }
    void take_folder(const Make& make) {
        folder_ = new_folder();
        where_ = (folder_ / "jianghui.sqlite").string();
        if (!make) return;
        static std::map<std::string, Template> templates;
        auto& known = templates[kind_];
        if (known.file.empty()) {
            known.folder = new_folder();
            known.file = known.folder / "template.sqlite";
            make(*open_database(known.file.string(), Durability::none)->connect(Database::Use::write));
        }
        std::filesystem::copy_file(known.file, where_);
    }
    static std::filesystem::path new_folder() {
        static std::atomic<int> count{0};
        const auto folder = std::filesystem::temp_directory_path() /
                            ("jh_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        return folder;
    }
    struct Template {
        std::filesystem::path folder, file;
        ~Template() {
            std::error_code ignored;
            if (!folder.empty()) std::filesystem::remove_all(folder, ignored);
        }
    };

    std::string kind_, name_, base_, where_;
    std::filesystem::path folder_;
};

}  // namespace jianghui::store
