// SQLite on files in memory keeps its word as on a disk: one writer, readers that see one moment, a log
// that is taken over into the database.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "engine/store/database_for_test.hpp"
#include "tests/simulation/memory_files.hpp"
#include "tests/simulation/notes.hpp"

namespace jianghui::simulation {
namespace memory_files_test {

using store::Database;

constexpr store::Statement insert{"memory.insert", "INSERT INTO words (word) VALUES (:word)"};
constexpr store::Statement count{"memory.count", "SELECT COUNT(*) FROM words"};

struct MemoryFiles : testing::Test {
    void SetUp() override {
        if (const char* url = std::getenv("JIANGHUI_TEST_DB"); url != nullptr && *url != '\0')
            GTEST_SKIP() << "on SQLite";
        keep_files_in_memory();
        take_notes();
        place = std::make_unique<store::DatabaseForTest>();
        database = place->open();
        writer = database->connect(Database::Use::write);
        writer->script("CREATE TABLE words (word TEXT NOT NULL)");
    }
    static std::int64_t words(store::Connection& connection) {
        return store::Reader(connection).value<std::int64_t>(count).value_or(-1);
    }
    void add(int times) {
        writer->begin();
        for (int i = 0; i < times; ++i) writer->execute(insert, store::arguments("word", std::string(500, 'w')));
        writer->commit();
    }
    std::unique_ptr<store::DatabaseForTest> place;
    std::unique_ptr<Database> database;
    std::unique_ptr<store::Connection> writer;
};

TEST_F(MemoryFiles, NothingIsOnTheDisk) {
    add(10);
    EXPECT_FALSE(std::filesystem::exists(place->where()));
    EXPECT_FALSE(std::filesystem::exists(place->where() + "-wal"));
    EXPECT_EQ(words(*database->connect(Database::Use::read)), 10);
}

TEST_F(MemoryFiles, AReaderSeesOneMomentWhileOthersWrite) {
    const auto reader = database->connect(Database::Use::read);
    add(1);
    reader->begin();
    EXPECT_EQ(words(*reader), 1);
    add(1);
    EXPECT_EQ(words(*reader), 1);
    reader->rollback();
    EXPECT_EQ(words(*reader), 2);
}

TEST_F(MemoryFiles, WhatIsUndoneIsNotThere) {
    writer->begin();
    writer->execute(insert, store::arguments("word", "undone"));
    writer->rollback();
    EXPECT_EQ(words(*writer), 0);
}

TEST_F(MemoryFiles, ThereIsOneWriterAtATime) {
    const auto other = database->connect(Database::Use::write);
    other->script("PRAGMA busy_timeout=0");
    writer->begin();
    EXPECT_THROW(other->begin(), store::StoreFailure);
    writer->rollback();
    other->begin();
    other->rollback();
}

TEST_F(MemoryFiles, ALongLogIsTakenOverIntoTheDatabase) {
    const auto reader = database->connect(Database::Use::read);
    for (int i = 1; i <= 60; ++i) {
        add(1000);
        ASSERT_EQ(words(*reader), 1000 * i);
    }
    const auto later = database->connect(Database::Use::read);
    EXPECT_EQ(words(*later), 60'000);
}

TEST_F(MemoryFiles, AnotherConnectionFindsItWhenTheFirstHasGone) {
    add(3);
    const auto other = database->connect(Database::Use::write);
    EXPECT_EQ(words(*other), 3);
    writer.reset();
    EXPECT_EQ(words(*database->connect(Database::Use::read)), 3);
}

TEST_F(MemoryFiles, ChangesAreNotedWhoeverMakesThem) {
    writer->script("CREATE TRIGGER noted AFTER INSERT ON words BEGIN SELECT audit_note(3, length(NEW.word), 2); END");
    add(2);
    const auto other = database->connect(Database::Use::write);
    other->execute(insert, store::arguments("word", "four"));
    const auto notes = Notes::of(place->where());
    notes->add({3, 4, 8});
    EXPECT_EQ(notes->take(), (std::vector<Notes::Note>{{3, 4, 2 + 8}, {3, 500, 2}}));
    EXPECT_TRUE(notes->take().empty());
}

}  // namespace memory_files_test
}  // namespace jianghui::simulation
