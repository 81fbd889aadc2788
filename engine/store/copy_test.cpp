#include "engine/store/copy.hpp"

#include <cmath>
#include <map>
#include <stdexcept>

#include <gtest/gtest.h>

#include "engine/store/database_for_test.hpp"

namespace jianghui::store {
namespace copy_test {

const std::vector<Migration> schema{
    {"20260101_0000_events", "CREATE TABLE events (position INTEGER PRIMARY KEY AUTOINCREMENT, "
                             "data TEXT NOT NULL)"},
    {"20260101_0001_things", "CREATE TABLE things (city TEXT NOT NULL, number BIGINT NOT NULL, "
                             "name TEXT, weight REAL, PRIMARY KEY (city, number)); "
                             "CREATE TABLE parts (id BIGINT PRIMARY KEY, city TEXT NOT NULL, "
                             "number BIGINT NOT NULL, FOREIGN KEY (city, number) "
                             "REFERENCES things (city, number))"}};
constexpr Statement add_thing{"add_thing",
                              "INSERT INTO things (city, number, name, weight) "
                              "VALUES (:city, :number, :name, :weight)"};
constexpr Statement add_part{"add_part",
                             "INSERT INTO parts (id, city, number) VALUES (:id, :city, :number)"};
constexpr Statement add_event{"add_event",
                              "INSERT INTO events (position, data) VALUES (:position, :data)"};
constexpr Statement count_things{"count_things", "SELECT COUNT(*) FROM things"};
constexpr Statement spoil_digest{"spoil_digest", "UPDATE schema_migrations SET digest = 'other'"};

/// A writer's connection whose database does not keep what it is handed: `spoil` changes the rows of a page.
class Unfaithful final : public Connection {
  public:
    using Spoil = std::function<void(std::vector<Arguments>&)>;
    Unfaithful(std::unique_ptr<Connection> inner, std::string table, Spoil spoil)
        : inner_(std::move(inner)), table_("INSERT INTO " + std::move(table) + " "), spoil_(std::move(spoil)) {}

    std::int64_t execute_all(const Statement& statement, const std::vector<Arguments>& rows) override {
        if (statement.text.substr(0, table_.size()) != table_) return inner_->execute_all(statement, rows);
        auto kept = rows;
        spoil_(kept);
        return inner_->execute_all(statement, kept);
    }
    std::unique_ptr<Cursor> query(const Statement& statement, const Arguments& arguments) override {
        return inner_->query(statement, arguments);
    }
    std::int64_t execute(const Statement& statement, const Arguments& arguments) override {
        return inner_->execute(statement, arguments);
    }
    void script(std::string_view text) override { inner_->script(text); }
    void begin() override { inner_->begin(); }
    void commit() override { inner_->commit(); }
    void rollback() override { inner_->rollback(); }
    void savepoint() override { inner_->savepoint(); }
    void release_savepoint() override { inner_->release_savepoint(); }
    void rollback_to_savepoint() override { inner_->rollback_to_savepoint(); }
    void prepare(const Statement& statement) override { inner_->prepare(statement); }
    void backup_to(const std::string& path) override { inner_->backup_to(path); }

  private:
    std::unique_ptr<Connection> inner_;
    std::string table_;
    Spoil spoil_;
};

/// The value of that column in a row that is about to be kept.
Value& value_of(Arguments& row, std::string_view column) {
    for (auto& [name, value] : row)
        if (name == column) return value;
    throw std::runtime_error("no column " + std::string(column));
}

/// Two databases of the schema: the first is always SQLite, the second of the engine under test.
struct Copying : testing::Test {
    Copying() : folder(std::filesystem::temp_directory_path() / ("jh_copy_" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        sqlite = open_sqlite((folder / "a.sqlite").string(), Durability::none);
        other = place.open();
        for (auto* database : {sqlite.get(), other.get()})
            EXPECT_TRUE(migrate(*database->connect(Database::Use::write), schema, Instant{}));
    }
    ~Copying() override { std::filesystem::remove_all(folder); }

    void fill(Database& database, int things) {
        const auto connection = database.connect(Database::Use::write);
        connection->begin();
        for (int i = 0; i < things; ++i) {
            Arguments row = arguments("city", i % 3 == 0 ? "510500" : "511500", "number", i, "name",
                                      "名称 " + std::to_string(i), "weight", 0.1 * i);
            if (i % 7 == 0) row[2].second = std::monostate();
            connection->execute(add_thing, row);
        }
        if (things > 0)
            connection->execute(add_part, arguments("id", 1, "city", "510500", "number", 0));
        connection->execute(add_event, arguments("position", 1, "data", "{}"));
        connection->commit();
    }
    Result<std::vector<CopiedTable>> copy(Database& from, bool from_postgres, Database& to,
                                          bool to_postgres) {
        return copy_database(*from.connect(Database::Use::read), from_postgres,
                             *to.connect(Database::Use::write), to_postgres,
                             [this](const CopiedTable& table) { heard.push_back(table.name); });
    }
    /// The answer of a copy into a database that spoils rows of `table`: the table that differs, or what else it says.
    std::string differs(const std::string& table, Unfaithful::Spoil spoil) {
        Unfaithful to(other->connect(Database::Use::write), table, std::move(spoil));
        const auto copied = copy_database(*sqlite->connect(Database::Use::read), false, to, place.is_postgres(),
                                          [](const CopiedTable&) {});
        if (copied) return "copied";
        if (copied.error().code != copy_differs.code) return copied.error().code;
        for (const auto& [name, value] : copied.error().facts)
            if (name == "table") return value;
        return "";
    }
    std::int64_t things_in(Database& database) {
        return Reader(*database.connect(Database::Use::read)).value<std::int64_t>(count_things).value();
    }

    std::filesystem::path folder;
    DatabaseForTest place;
    std::unique_ptr<Database> sqlite, other;
    std::vector<std::string> heard;
};

TEST_F(Copying, brings_every_row_there_and_back) {
    fill(*sqlite, 5'000);
    const auto there = copy(*sqlite, false, *other, place.is_postgres());
    ASSERT_TRUE(there);
    EXPECT_EQ(heard, (std::vector<std::string>{"events", "things", "parts"}));
    EXPECT_EQ((*there)[1].rows, 5'000);
    EXPECT_EQ(things_in(*other), 5'000);

    const auto third = open_sqlite((folder / "b.sqlite").string(), Durability::none);
    ASSERT_TRUE(migrate(*third->connect(Database::Use::write), schema, Instant{}));
    const auto back = copy(*other, place.is_postgres(), *third, false);
    ASSERT_TRUE(back);
    for (std::size_t i = 0; i < there->size(); ++i)
        EXPECT_EQ((*back)[i].digest, (*there)[i].digest) << (*back)[i].name;
}

TEST_F(Copying, tells_rows_apart_that_differ_in_one_value) {
    fill(*sqlite, 3);
    fill(*other, 4);
    const auto third = open_sqlite((folder / "c.sqlite").string(), Durability::none);
    ASSERT_TRUE(migrate(*third->connect(Database::Use::write), schema, Instant{}));
    const auto fourth = open_sqlite((folder / "d.sqlite").string(), Durability::none);
    ASSERT_TRUE(migrate(*fourth->connect(Database::Use::write), schema, Instant{}));
    const auto three = copy(*sqlite, false, *third, false);
    const auto four = copy(*other, place.is_postgres(), *fourth, false);
    EXPECT_NE((*three)[1].digest, (*four)[1].digest);
    EXPECT_EQ((*three)[0].digest, (*four)[0].digest);
}

TEST_F(Copying, leaves_a_database_alone_that_holds_something) {
    fill(*sqlite, 10);
    fill(*other, 1);
    const auto refused = copy(*sqlite, false, *other, place.is_postgres());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "copy_target_used");
    EXPECT_EQ(things_in(*other), 1);
}

TEST_F(Copying, wants_the_same_schema_on_both_sides) {
    fill(*sqlite, 10);
    sqlite->connect(Database::Use::write)->execute(spoil_digest, {});
    const auto refused = copy(*sqlite, false, *other, place.is_postgres());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "copy_of_other_program");
    EXPECT_EQ(things_in(*other), 0);
}

/// Whatever arrives changed is found by its count or its digest, named by its table, and nothing of the copy stays.
TEST_F(Copying, finds_a_row_that_arrived_changed) {
    fill(*sqlite, 2'500);
    using Rows = std::vector<Arguments>;
    const std::map<std::string, Unfaithful::Spoil> spoils{
        {"one letter", [](Rows& rows) { value_of(rows[3], "name") = "名称 x"; }},
        {"NULL for an empty text", [](Rows& rows) { value_of(rows[7], "name") = ""; }},
        {"the last bit of a real", [](Rows& rows) {
             auto& weight = std::get<double>(value_of(rows[8], "weight"));
             weight = std::nextafter(weight, 1e9);
         }},
        {"a number", [](Rows& rows) { std::get<std::int64_t>(value_of(rows.back(), "number")) += 900'000; }},
        {"two rows that exchange a value", [](Rows& rows) {
             std::swap(value_of(rows[1], "name"), value_of(rows[2], "name"));
         }},
        {"a row of the last page only", [](Rows& rows) {
             if (rows.size() < 2'000) value_of(rows[0], "weight") = -1.0;
         }},
        {"a lost row", [](Rows& rows) { rows.pop_back(); }},
        {"a row too many", [](Rows& rows) {
             rows.push_back(rows.back());
             std::get<std::int64_t>(value_of(rows.back(), "number")) += 900'000;
         }}};
    for (const auto& [what, spoil] : spoils) {
        EXPECT_EQ(differs("things", spoil), "things") << what;
        EXPECT_EQ(things_in(*other), 0) << what << ": nothing of it stays";
    }
    EXPECT_EQ(differs("parts", [](Rows& rows) { value_of(rows[0], "id") = std::int64_t{2}; }), "parts");
    EXPECT_EQ(things_in(*other), 0) << "nor of the tables before it";
    EXPECT_EQ(differs("things", [](Rows& rows) { std::swap(rows.front(), rows.back()); }), "copied")
        << "the order in which rows arrive says nothing";
    EXPECT_EQ(things_in(*other), 2'500);
}

}  // namespace copy_test
}  // namespace jianghui::store
