#include "engine/store/sqlite/log_copier.hpp"

#include <algorithm>
#include <utility>

namespace jianghui::store {

LogCopier::LogCopier(std::string path, const char* files, Limits limits)
    : path_(std::move(path)), files_(files), limits_(limits), thread_([this] { run(); }) {}

LogCopier::~LogCopier() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    wakes_.notify_one();
    thread_.join();
}

void LogCopier::committed(sqlite3* writer, int pages) {
    if (pages < length_) asked_at_ = length_ = 0;  // The log has begun anew.
    const int commit = pages - std::exchange(length_, pages);
    if (pages >= limits_.most) {
        const std::lock_guard alone(copying_);  // Two at once: the second would be refused.
        sqlite3_wal_checkpoint_v2(writer, "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    } else if (pages - asked_at_ >= worth_copying(commit)) {
        asked_at_ = pages;
        {
            const std::lock_guard lock(mutex_);
            wanted_ = true;
        }
        wakes_.notify_one();
    }
}

/// Near the end of the log little is to be left for the writer.
int LogCopier::worth_copying(int commit) const {
    const int of_commits = limits_.commits * commit;
    return length_ + of_commits < limits_.most ? std::max(limits_.pages, of_commits) : limits_.pages;
}

void LogCopier::run() {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            wakes_.wait(lock, [this] { return closing_ || wanted_; });
            if (closing_) break;
            wanted_ = false;
        }
        if (open()) copy();
    }
    sqlite3_close_v2(handle_);
}

bool LogCopier::open() {
    if (handle_ != nullptr) return true;
    // The mode is that of the file; asking for it makes the connection look at the log.
    if (sqlite3_open_v2(path_.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, files_) == SQLITE_OK &&
        sqlite3_exec(handle_, "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0",
                     nullptr, nullptr, nullptr) == SQLITE_OK)
        return true;
    sqlite3_close_v2(handle_);
    handle_ = nullptr;
    return false;
}

void LogCopier::copy() {
    const std::lock_guard alone(copying_);
    sqlite3_wal_checkpoint_v2(handle_, "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    // While commits go on SQLite syncs the pages when the last of the log is copied, which the writer does: then few are left.
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(handle_, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK && file != nullptr && file->pMethods != nullptr)
        (void)file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
}

}  // namespace jianghui::store
