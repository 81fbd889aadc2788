#include "engine/store/sqlite/log_copier.hpp"

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/store/sqlite/gathered_log.hpp"

namespace jianghui::store_test {
namespace {

namespace fs = std::filesystem;

/// A writer whose log is copied when a hundred pages came, and begins anew at four hundred.
class LogCopying : public ::testing::Test {
  protected:
    LogCopying() {
        fs::create_directories(folder_);
        writer_ = open(file_);
        run(writer_, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE pages (id INTEGER PRIMARY KEY, content BLOB)");
        copier_ = std::make_unique<store::LogCopier>(file_.string(), store::gathered_log(), store::LogCopier::Limits{100, 4, 400});
        sqlite3_wal_hook(
            writer_,
            [](void* copier, sqlite3* handle, const char*, int pages) {
                static_cast<store::LogCopier*>(copier)->committed(handle, pages);
                return SQLITE_OK;
            },
            copier_.get());
    }
    ~LogCopying() override {
        copier_.reset();
        sqlite3_close(writer_);
        fs::remove_all(folder_);
    }
    LogCopying(const LogCopying&) = delete;
    LogCopying& operator=(const LogCopying&) = delete;

    static sqlite3* open(const fs::path& file) {
        sqlite3* handle = nullptr;
        EXPECT_EQ(sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, store::gathered_log()), SQLITE_OK);
        return handle;
    }
    static void run(sqlite3* handle, const std::string& sql) {
        EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    }
    static std::string one(sqlite3* handle, const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) return sqlite3_errmsg(handle);
        std::string text = "no row";
        if (sqlite3_step(statement) == SQLITE_ROW) text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        sqlite3_finalize(statement);
        return text;
    }
    /// A commit of rows that fill a page each.
    void write(int rows) {
        run(writer_, fmt::format("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {}) "
                                 "INSERT INTO pages (content) SELECT randomblob(3500) FROM n", rows));
        written_ += rows;
    }
    std::uintmax_t log_size() const { return fs::file_size(file_.string() + "-wal"); }
    /// The rows that the database has without its log, as a copy of the file shows them.
    std::string rows_without_log() const {
        const auto copy = folder_ / "copy.sqlite";
        fs::remove(copy);
        fs::copy_file(file_, copy);
        sqlite3* const handle = open(copy);
        auto rows = one(handle, "PRAGMA quick_check") == "ok" ? one(handle, "SELECT count(*) FROM pages") : "torn";
        sqlite3_close(handle);
        return rows;
    }
    static bool comes_true(const std::function<bool()>& said) {
        for (int i = 0; i < 500; ++i) {
            if (said()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return false;
    }

    const fs::path folder_ = fs::temp_directory_path() / fmt::format("log-copying-{}", ::getpid());
    const fs::path file_ = folder_ / "x.sqlite";
    sqlite3* writer_ = nullptr;
    std::unique_ptr<store::LogCopier> copier_;
    int written_ = 0;
};

TEST_F(LogCopying, WhatWasCommittedComesIntoTheDatabaseByItself) {
    write(50);
    EXPECT_NE(rows_without_log(), "50");  // Not worth it yet.
    for (int i = 0; i < 6; ++i) write(10);
    const std::set<std::string> some{"80", "90", "100", "110"};  // Those that came until it was asked to, or a little later.
    EXPECT_TRUE(comes_true([&] { return some.count(rows_without_log()) != 0; }));
}

TEST_F(LogCopying, SeveralLongCommitsAreCopiedTogether) {
    for (int i = 0; i < 3; ++i) write(40);
    EXPECT_NE(rows_without_log(), "120");  // More than 100 pages, but four commits of 40 would be worth it.
    for (int i = 0; i < 2; ++i) write(40);
    const std::set<std::string> all{"160", "200"};
    EXPECT_TRUE(comes_true([&] { return all.count(rows_without_log()) != 0; }));
}

TEST_F(LogCopying, TheLogStaysBoundedHoweverFastCommitsCome) {
    for (int i = 0; i < 400; ++i) write(20);
    EXPECT_LE(log_size(), (400 + 2 * 25) * 4'120U);
    EXPECT_EQ(one(writer_, "SELECT count(*) FROM pages"), std::to_string(written_));
    EXPECT_EQ(one(writer_, "PRAGMA integrity_check"), "ok");
}

TEST_F(LogCopying, WhoHoldsOnToAnOldStateReadsItAndTheLogGoesOnAfterwards) {
    write(150);
    sqlite3* const reader = open(file_);
    run(reader, "BEGIN");
    EXPECT_EQ(one(reader, "SELECT count(*) FROM pages"), "150");
    for (int i = 0; i < 60; ++i) write(20);
    EXPECT_GT(log_size(), 800 * 4'096U);  // It cannot begin anew.
    EXPECT_EQ(one(reader, "SELECT count(*) FROM pages"), "150");
    run(reader, "COMMIT");
    const auto longest = log_size();
    for (int i = 0; i < 200; ++i) write(20);
    EXPECT_LE(log_size(), longest + 25 * 4'120U) << "with the next commit it begins anew";
    EXPECT_EQ(one(reader, "SELECT count(*) FROM pages"), std::to_string(written_));
    EXPECT_EQ(one(reader, "PRAGMA integrity_check"), "ok");
    sqlite3_close(reader);
}

}  // namespace
}  // namespace jianghui::store_test
