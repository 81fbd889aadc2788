#include "engine/main/data_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "engine/main/failure.hpp"
#include "engine/main/queries.hpp"
#include "engine/store/store.hpp"

namespace jianghui::main {

namespace {

bool has_schema(const std::string& url) {
    const auto connection =
        store::open_database(url)->connect(store::Database::Use::read);
    return store::Reader(*connection).value<std::int64_t>(sql::has_schema).value_or(0) > 0;
}

}  // namespace

bool DataFolder::has_database() const {
    if (is_postgres()) return has_schema(database());
    std::error_code ignored;
    return std::filesystem::is_regular_file(database(), ignored);
}

Result<FolderLock> FolderLock::take(const DataFolder& folder) {
    namespace fs = std::filesystem;
    const auto unusable = [&](std::string reason) {
        return refuse(error(data_folder_unusable)
                          .with("folder", folder.path())
                          .with("reason", std::move(reason)));
    };
    std::error_code failed;
    if (fs::create_directories(folder.path(), failed))
        fs::permissions(folder.path(), fs::perms::owner_all, failed);
    if (failed) return unusable(failed.message());
    const int file = ::open(folder.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return unusable(std::strerror(errno));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return refuse(error(data_folder_in_use).with("folder", folder.path()));
    }
    return FolderLock(file);
}

FolderLock::~FolderLock() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace jianghui::main
