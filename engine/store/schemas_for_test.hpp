#pragma once
// PostgreSQL schemas that the tests of one process use one after another: making all tables takes a third
// of a second, emptying them a hundredth.

#include <unistd.h>

#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/store/store.hpp"

namespace jianghui::store {

class SchemasForTest {
  public:
    /// Those of this process in the database at `url`, whose user must be a superuser (emptying passes
    /// over triggers and foreign keys).
    static SchemasForTest& of(const std::string& url) {
        static SchemasForTest only(url);
        return only;
    }

    /// A schema of that kind that an earlier test gave back, empty but for `schema_migrations`: `made`;
    /// else a new one without tables.
    std::string take(const std::string& kind, bool& made) {
        const std::lock_guard lock(mutex_);
        auto& left = free_[kind];
        made = !left.empty();
        if (made) {
            auto name = std::move(left.back());
            left.pop_back();
            return name;
        }
        auto name = fmt::format("jh_test_{}_{}", ::getpid(), ++count_);
        connection().script("CREATE SCHEMA " + name);
        return name;
    }
    /// Empties it for the next test of that kind, which would find the tables that this one leaves.
    void give_back(const std::string& kind, const std::string& name) {
        const std::lock_guard lock(mutex_);
        connection().script(emptying(name));
        free_[kind].push_back(name);
    }
    void drop(const std::string& name) {
        const std::lock_guard lock(mutex_);
        connection().script("DROP SCHEMA " + name + " CASCADE");
    }

  private:
    explicit SchemasForTest(const std::string& url)
        : database_(open_database(url, Durability::none)) {}

    Connection& connection() {
        if (!connection_) connection_ = database_->connect(Database::Use::write);
        return *connection_;
    }
    /// Past the Reader, whose columns a thread remembers: a test's static database is given back when
    /// the thread has forgotten them.
    std::vector<std::string> named(const Statement& statement, const std::string& schema) {
        std::vector<std::string> names;
        const auto rows = connection().query(statement, arguments("schema", schema));
        while (rows->next()) names.emplace_back(rows->text(0));
        return names;
    }
    std::string emptying(const std::string& schema) {
        static constexpr Statement tables{
            "test.tables",
            "SELECT tablename AS name FROM pg_tables WHERE schemaname = :schema AND tablename <> "
            "'schema_migrations' ORDER BY tablename"};
        static constexpr Statement sequences{
            "test.sequences", "SELECT sequencename AS name FROM pg_sequences WHERE schemaname = :schema"};
        std::string text = "SET session_replication_role = replica;";
        for (const auto& table : named(tables, schema))
            text += fmt::format("DELETE FROM {}.{};", schema, table);
        for (const auto& sequence : named(sequences, schema))
            text += fmt::format("ALTER SEQUENCE {}.{} RESTART;", schema, sequence);
        return text + "SET session_replication_role = DEFAULT;";
    }

    std::mutex mutex_;
    std::unique_ptr<Database> database_;
    std::unique_ptr<Connection> connection_;
    std::map<std::string, std::vector<std::string>> free_;  ///< by kind
    int count_ = 0;
};

}  // namespace jianghui::store
