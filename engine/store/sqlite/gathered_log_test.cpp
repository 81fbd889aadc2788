#include "engine/store/sqlite/gathered_log.hpp"

#include <unistd.h>

#include <filesystem>
#include <random>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace jianghui::store_test {
namespace {

namespace fs = std::filesystem;

/// A file system that counts what is written to write-ahead logs, and whose logs can be full.
struct Counted {
    sqlite3_vfs* real = nullptr;
    sqlite3_io_methods methods{};
    const sqlite3_io_methods* below = nullptr;
    int writes = 0;
    bool full = false;
} counted;

int counted_write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
    ++counted.writes;
    return counted.full ? SQLITE_FULL : counted.below->xWrite(file, data, size, at);
}

int counted_open(sqlite3_vfs* /*own*/, const char* path, sqlite3_file* file, int flags, int* flags_now) {
    const int code = counted.real->xOpen(counted.real, path, file, flags, flags_now);
    if (code != SQLITE_OK || (flags & SQLITE_OPEN_WAL) == 0) return code;
    counted.below = file->pMethods;
    counted.methods = *counted.below;
    counted.methods.xWrite = counted_write;
    file->pMethods = &counted.methods;
    return SQLITE_OK;
}

const char* counted_files() {
    static const char* const name = [] {
        counted.real = sqlite3_vfs_find(nullptr);
        static sqlite3_vfs files = *counted.real;
        files.zName = "counted";
        files.pNext = nullptr;
        files.xOpen = counted_open;
        store::gather_log(files, "gathered-counted");
        return "gathered-counted";
    }();
    return name;
}

class GatheredLog : public ::testing::Test {
  protected:
    GatheredLog() {
        fs::create_directories(folder_);
        writer_ = open();
        run(writer_, "CREATE TABLE pages (id INTEGER PRIMARY KEY, content BLOB)");
        counted.writes = 0;
        counted.full = false;
    }
    ~GatheredLog() override {
        counted.full = false;
        sqlite3_close(writer_);
        fs::remove_all(folder_);
    }
    GatheredLog(const GatheredLog&) = delete;
    GatheredLog& operator=(const GatheredLog&) = delete;

    sqlite3* open() {
        sqlite3* handle = nullptr;
        EXPECT_EQ(sqlite3_open_v2((folder_ / "x.sqlite").c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, counted_files()),
                  SQLITE_OK);
        EXPECT_EQ(run(handle, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0"), SQLITE_OK);
        return handle;
    }
    static int run(sqlite3* handle, const std::string& sql) { return sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr); }
    static std::string one(sqlite3* handle, const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
        std::string text = "no row";
        if (sqlite3_step(statement) == SQLITE_ROW) text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        sqlite3_finalize(statement);
        return text;
    }
    /// Rows whose content fills a page each.
    static std::string rows(int count) {
        return fmt::format("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {}) "
                           "INSERT INTO pages (content) SELECT randomblob(3500) FROM n", count);
    }
    const fs::path folder_ = fs::temp_directory_path() / fmt::format("gathered-log-{}", ::getpid());
    sqlite3* writer_ = nullptr;
};

TEST_F(GatheredLog, WritesTheFramesOfACommitAtOnce) {
    ASSERT_EQ(run(writer_, rows(20)), SQLITE_OK);
    EXPECT_EQ(counted.writes, 1);
    EXPECT_EQ(one(writer_, "SELECT count(*) FROM pages"), "20");
}

TEST_F(GatheredLog, WritesALargeCommitInPieces) {
    ASSERT_EQ(run(writer_, rows(1000)), SQLITE_OK);
    EXPECT_GE(counted.writes, 1000 * 4096 / 131'071);
    EXPECT_LE(counted.writes, 1100 * 4120 / 120'000);
    EXPECT_EQ(one(writer_, "PRAGMA integrity_check"), "ok");
}

TEST_F(GatheredLog, WhatIsCommittedIsReadByOthersAtOnce) {
    sqlite3* const reader = open();
    for (int i = 1; i <= 20; ++i) {
        ASSERT_EQ(run(writer_, rows(3)), SQLITE_OK);
        EXPECT_EQ(one(reader, "SELECT count(*) FROM pages"), std::to_string(3 * i));
    }
    EXPECT_EQ(one(reader, "PRAGMA integrity_check"), "ok");
    sqlite3_close(reader);
}

TEST_F(GatheredLog, AFullDiskTakesTheCommitBackAndNothingElse) {
    ASSERT_EQ(run(writer_, rows(10)), SQLITE_OK);
    counted.full = true;
    EXPECT_EQ(run(writer_, rows(50)), SQLITE_FULL);
    counted.full = false;
    EXPECT_EQ(one(writer_, "SELECT count(*) FROM pages"), "10");
    ASSERT_EQ(run(writer_, rows(5)), SQLITE_OK);
    sqlite3* const reader = open();
    EXPECT_EQ(one(reader, "SELECT count(*) FROM pages"), "15");
    EXPECT_EQ(one(reader, "PRAGMA integrity_check"), "ok");
    sqlite3_close(reader);
}

// The log as it lies on the disk is all that a crash leaves: a copy of both files, opened anew, has what was committed.
TEST_F(GatheredLog, TheFilesHoldWhatWasCommittedWhenTheCallReturns) {
    ASSERT_EQ(run(writer_, rows(7)), SQLITE_OK);
    ASSERT_EQ(run(writer_, "BEGIN; UPDATE pages SET content = x'00'"), SQLITE_OK);  // begun only
    const auto copy = folder_ / "copy.sqlite";
    fs::copy_file(folder_ / "x.sqlite", copy);
    fs::copy_file(folder_ / "x.sqlite-wal", folder_ / "copy.sqlite-wal");
    ASSERT_EQ(run(writer_, "ROLLBACK"), SQLITE_OK);
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(copy.c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(one(handle, "SELECT count(*) FROM pages WHERE length(content) = 3500"), "7");
    EXPECT_EQ(one(handle, "PRAGMA integrity_check"), "ok");
    sqlite3_close(handle);
}

// With a cache of ten pages SQLite writes pages before the commit, overwrites them in the log and reads them back.
TEST_F(GatheredLog, PagesThatSpillBeforeTheCommitAreReadBack) {
    ASSERT_EQ(run(writer_, "PRAGMA cache_size=10"), SQLITE_OK);
    std::mt19937 random(5);
    int kept = 0;
    for (int round = 0; round < 40; ++round) {
        const bool keep = random() % 3 != 0;
        ASSERT_EQ(run(writer_, "BEGIN"), SQLITE_OK);
        ASSERT_EQ(run(writer_, rows(60)), SQLITE_OK);
        ASSERT_EQ(run(writer_, "SAVEPOINT part; UPDATE pages SET content = randomblob(3000) WHERE id % 7 = 0"), SQLITE_OK);
        ASSERT_EQ(run(writer_, random() % 2 != 0 ? "ROLLBACK TO part" : "RELEASE part"), SQLITE_OK);
        ASSERT_EQ(run(writer_, keep ? "COMMIT" : "ROLLBACK"), SQLITE_OK);
        kept += keep ? 60 : 0;
        if (round % 10 == 9) {
            ASSERT_EQ(run(writer_, "PRAGMA wal_checkpoint(RESTART)"), SQLITE_OK);
        }
    }
    EXPECT_EQ(one(writer_, "SELECT count(*) FROM pages"), std::to_string(kept));
    EXPECT_EQ(one(writer_, "PRAGMA integrity_check"), "ok");
}

}  // namespace
}  // namespace jianghui::store_test
