// Copies what SQLite's write-ahead log holds into the database on a thread of its own, so that the commits which made the log long
// do not wait for it.

#pragma once

#include <sqlite3.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace jianghui::store {

/// For the one writer of a database in WAL mode, whose own checkpoints are off. Safe whatever ends the program: it does what a
/// checkpoint of any connection does, and the log is synced before a page is copied.
class LogCopier {
  public:
    /// In pages of the log.
    struct Limits {
        int pages = 4'000;  ///< so many at least came since the thread was asked last,
        int commits = 4;    ///< and as many as so many commits like the last one have: of a page that all of them change one is copied
        /// Then the writer copies what is left and the log begins anew: it does not become longer, however fast commits come, but for
        /// readers who hold on to an old state.
        int most = 66'000;
    };
    /// `files`: the file system of SQLite's through which the writer opened the database, null for the default.
    LogCopier(std::string path, const char* files, Limits limits);
    LogCopier(std::string path, const char* files) : LogCopier(std::move(path), files, Limits()) {}
    ~LogCopier();
    LogCopier(const LogCopier&) = delete;
    LogCopier& operator=(const LogCopier&) = delete;

    /// To be called on the writer's thread after each of its commits, outside of a transaction, with the length of the log.
    void committed(sqlite3* writer, int pages);

  private:
    void run();
    /// So many pages since it was asked last are worth asking again, after a commit of so many.
    [[nodiscard]] int worth_copying(int commit) const;
    /// What can be copied now; failures are left to the next time, as SQLite leaves those of its own checkpoints.
    void copy();
    [[nodiscard]] bool open();

    const std::string path_;
    const char* const files_;
    const Limits limits_;
    // The writer's thread alone:
    int length_ = 0;    ///< of the log after the last commit
    int asked_at_ = 0;  ///< its length then
    sqlite3* handle_ = nullptr;  ///< the copying thread alone
    std::mutex copying_;
    std::mutex mutex_;
    std::condition_variable wakes_;
    bool wanted_ = false;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace jianghui::store
