#pragma once
// The folder that holds everything of one installation:
//   jianghui.sqlite  the database (with -wal and -shm while it is open)
//                    (none when the database is a PostgreSQL one: --db)
//   keys             the key file, mode 600 (engine/crypto)
//   lock             held by the one server that may use the folder

#include <string>

#include "engine/base/base.hpp"

namespace jianghui::main {

/// A path with names for what is in it. Makes nothing.
class DataFolder {
  public:
    /// `url`: a PostgreSQL database that is used instead of the folder's file.
    explicit DataFolder(std::string path, std::string url = "")
        : path_(std::move(path)), url_(std::move(url)) {}
    [[nodiscard]] const std::string& path() const { return path_; }
    /// Path of the file, or URL: what store::open_database takes. May hold a password.
    [[nodiscard]] std::string database() const {
        return url_.empty() ? path_ + "/jianghui.sqlite" : url_;
    }
    [[nodiscard]] bool is_postgres() const { return !url_.empty(); }
    [[nodiscard]] std::string keys() const { return path_ + "/keys"; }
    [[nodiscard]] std::string lock() const { return path_ + "/lock"; }
    /// Whether there is a database in it: a file, or a schema that was migrated. Throws StoreFailure
    /// when a PostgreSQL server cannot be reached.
    [[nodiscard]] bool has_database() const;

  private:
    std::string path_;
    std::string url_;
};

/// The right to be the only server on a data folder, until destroyed; the system takes it back when
/// the process ends in whatever way.
class FolderLock {
  public:
    /// Makes the folder (mode 700) when it is not there. Fails with data_folder_unusable or
    /// data_folder_in_use.
    [[nodiscard]] static Result<FolderLock> take(const DataFolder& folder);
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;

  private:
    explicit FolderLock(int file) : file_(file) {}
    int file_;
};

}  // namespace jianghui::main
