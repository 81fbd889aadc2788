// Each table's unique keys against docs/scale.md: a table that is distributed by city has the city in its primary
// key and in every unique constraint (docs/adr/0022). The tables are made from the migrations themselves, in SQLite's
// memory.

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace jianghui {
namespace {

namespace fs = std::filesystem;
using Row = std::vector<std::string>;

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Schema {
  public:
    Schema() {
        sqlite3* handle = nullptr;
        EXPECT_EQ(sqlite3_open(":memory:", &handle), SQLITE_OK);
        handle_.reset(handle);
    }
    void run(const std::string& script) {
        char* fault = nullptr;
        EXPECT_EQ(sqlite3_exec(handle_.get(), script.c_str(), nullptr, nullptr, &fault), SQLITE_OK)
            << (fault != nullptr ? fault : "");
        sqlite3_free(fault);
    }
    [[nodiscard]] std::vector<Row> ask(const std::string& query) const {
        std::vector<Row> rows;
        const auto add = [](void* to, int count, char** values, char**) {
            Row row;
            for (int i = 0; i < count; ++i) row.emplace_back(values[i] != nullptr ? values[i] : "");
            static_cast<std::vector<Row>*>(to)->push_back(std::move(row));
            return 0;
        };
        EXPECT_EQ(sqlite3_exec(handle_.get(), query.c_str(), add, &rows, nullptr), SQLITE_OK) << query;
        return rows;
    }
    [[nodiscard]] std::vector<std::string> tables() const {
        std::vector<std::string> names;
        for (const auto& row : ask("SELECT name FROM sqlite_master WHERE type = 'table' AND "
                                   "substr(name, 1, 7) <> 'sqlite_'"))
            names.push_back(row[0]);
        return names;
    }
    [[nodiscard]] bool has_city(const std::string& table) const {
        return !ask("SELECT 1 FROM pragma_table_info('" + table + "') WHERE name = 'city'").empty();
    }
    /// "PRIMARY KEY (id)" and the like: keys that do not hold the city.
    [[nodiscard]] std::vector<std::string> keys_without_city(const std::string& table) const {
        std::vector<std::string> found;
        const auto add = [&](const std::string& kind, const std::vector<Row>& columns) {
            std::string text;
            for (const auto& column : columns) {
                if (column[0] == "city") return;
                text += (text.empty() ? "" : ", ") + column[0];
            }
            found.push_back(kind + " (" + text + ")");
        };
        add("PRIMARY KEY",
            ask("SELECT name FROM pragma_table_info('" + table + "') WHERE pk > 0 ORDER BY pk"));
        for (const auto& index : ask("SELECT name, origin FROM pragma_index_list('" + table +
                                     "') WHERE \"unique\" = 1 AND origin <> 'pk'"))
            add("UNIQUE", ask("SELECT name FROM pragma_index_info('" + index[0] + "') ORDER BY seqno"));
        return found;
    }

  private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

/// The tables after all migrations, in the order in which the program applies them.
Schema whole_schema() {
    std::vector<fs::path> files;
    for (const char* kind : {"engine", "features"})
        for (const auto& part : fs::directory_iterator(fs::path(SOURCE_FOLDER) / kind))
            if (fs::exists(part.path() / "migrations"))
                for (const auto& file : fs::directory_iterator(part.path() / "migrations"))
                    files.push_back(file.path());
    std::sort(files.begin(), files.end(),
              [](const auto& a, const auto& b) { return a.filename() < b.filename(); });
    Schema schema;
    for (const auto& file : files) {
        SCOPED_TRACE(file.filename().string());
        schema.run(text_of(file));
    }
    return schema;
}

/// The tables that docs/scale.md names in a row that begins so: "| `city`", "| reference", "| local".
std::set<std::string> told_as(const std::string& beginning) {
    std::ifstream page(fs::path(SOURCE_FOLDER) / "docs/scale.md");
    std::set<std::string> names;
    for (std::string line; std::getline(page, line);) {
        if (line.rfind("| " + beginning, 0) != 0) continue;
        std::string name;
        for (const char c : line.substr(line.find('|', 2))) {
            if ((c >= 'a' && c <= 'z') || c == '_') {
                name += c;
            } else if (!name.empty()) {
                names.insert(std::move(name));
                name.clear();
            }
        }
    }
    return names;
}

TEST(Keys, OfADistributedTableHoldTheCity) {
    const auto schema = whole_schema();
    const auto distributed = told_as("`city`");
    ASSERT_GT(distributed.size(), 100U);
    for (const auto& table : distributed) {
        EXPECT_TRUE(schema.has_city(table)) << table << " has no city to be distributed by";
        for (const auto& key : schema.keys_without_city(table))
            ADD_FAILURE() << table << ": " << key << " without the city. Add it to the key, or say in "
                          << "docs/scale.md why the table is a reference or lies in one place.";
    }
}

TEST(Keys, EveryTableHasOnePlaceInDocsScale) {
    const auto schema = whole_schema();
    const std::vector<std::set<std::string>> kinds{told_as("`city`"), told_as("reference"),
                                                   told_as("local")};
    for (const auto& table : schema.tables()) {
        const auto times = std::count_if(kinds.begin(), kinds.end(), [&](const auto& kind) {
            return kind.count(table) != 0;
        });
        EXPECT_EQ(times, 1) << table << " stands in " << times << " rows of docs/scale.md";
    }
}

/// The test above can fail: what a table without the city in a key looks like.
TEST(Keys, WithoutTheCityAreFound) {
    Schema schema;
    schema.run("CREATE TABLE orders (id BIGINT PRIMARY KEY, city TEXT NOT NULL, number TEXT, "
               "UNIQUE (number), UNIQUE (number, city));"
               "CREATE UNIQUE INDEX one_open ON orders (id) WHERE number IS NULL;");
    EXPECT_EQ(schema.keys_without_city("orders"),
              (std::vector<std::string>{"PRIMARY KEY (id)", "UNIQUE (id)", "UNIQUE (number)"}));
}

}  // namespace
}  // namespace jianghui
