#include "engine/store/sqlite/gathered_log.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <list>
#include <new>
#include <vector>

namespace jianghui::store {
namespace gathered {
namespace {

/// SQLite's own files take at most 131,071 bytes a call: a commit of 64 grabs, some 400 KB of frames, is four of these.
constexpr std::size_t most_bytes = 128'000;

/// Of a commit that is longer the disk is told to begin with each piece as it is written, so that the sync has less to wait for.
constexpr sqlite3_int64 long_commit = 1 << 20;

/// What a file of SQLite's is here: SQLite hands out this much memory and, behind it, what the file system below asks for.
struct File : sqlite3_file {
    std::vector<std::byte>* bytes;  ///< not yet written; null until the first write
    sqlite3_int64 at;               ///< where in the file they begin
    sqlite3_int64 written;          ///< bytes since the last sync
    int descriptor;                 ///< of the file, to tell the disk; -1: it is not told
};
constexpr std::size_t size_of_file = (sizeof(File) + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);

File& ours(sqlite3_file* file) { return *static_cast<File*>(file); }

sqlite3_file* below(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<std::byte*>(file) + size_of_file);
}

int write_out(sqlite3_file* file) {
    auto& log = ours(file);
    if (log.bytes == nullptr || log.bytes->empty()) return SQLITE_OK;
    const auto size = static_cast<sqlite3_int64>(log.bytes->size());
    const int code = below(file)->pMethods->xWrite(below(file), log.bytes->data(), static_cast<int>(size), log.at);
    log.bytes->clear();  // Also when it failed: the commit is taken back, and a later one begins at the same place.
    log.written += size;
    if (code == SQLITE_OK && log.written > long_commit && log.descriptor >= 0)
        (void)::sync_file_range(log.descriptor, log.at, size, SYNC_FILE_RANGE_WRITE);  // Says nothing of durability: the sync does.
    return code;
}

int sync(sqlite3_file* file, int flags) {
    const int code = write_out(file);
    ours(file).written = 0;
    return code != SQLITE_OK ? code : below(file)->pMethods->xSync(below(file), flags);
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) try {
    auto& log = ours(file);
    if (log.bytes == nullptr) {
        log.bytes = new std::vector<std::byte>;
        log.bytes->reserve(most_bytes);
    }
    const bool goes_on = at == log.at + static_cast<sqlite3_int64>(log.bytes->size());
    const auto amount = static_cast<std::size_t>(size);
    if (!goes_on || log.bytes->size() + amount > most_bytes)
        if (const int code = write_out(file); code != SQLITE_OK) return code;
    if (log.bytes->empty()) log.at = at;
    const auto* const begin = static_cast<const std::byte*>(data);
    log.bytes->insert(log.bytes->end(), begin, begin + amount);
    return SQLITE_OK;
} catch (const std::bad_alloc&) {
    return SQLITE_IOERR_NOMEM;
}

/// A call that goes to the file below once it holds everything.
template <auto method, class... Arguments>
int written_first(sqlite3_file* file, Arguments... arguments) {
    const int code = write_out(file);
    return code != SQLITE_OK ? code : (below(file)->pMethods->*method)(below(file), arguments...);
}

template <auto method, class... Arguments>
int passed_on(sqlite3_file* file, Arguments... arguments) {
    return (below(file)->pMethods->*method)(below(file), arguments...);
}

int close(sqlite3_file* file) {
    const int written = write_out(file);
    delete ours(file).bytes;
    if (ours(file).descriptor >= 0) ::close(ours(file).descriptor);  // SQLite's locks are on other files.
    const int closed = below(file)->pMethods->xClose(below(file));
    return written != SQLITE_OK ? written : closed;
}

using Methods = sqlite3_io_methods;
constexpr Methods methods{
    .iVersion = 1,
    .xClose = close,
    .xRead = written_first<&Methods::xRead, void*, int, sqlite3_int64>,
    .xWrite = write,
    .xTruncate = written_first<&Methods::xTruncate, sqlite3_int64>,
    .xSync = sync,
    .xFileSize = written_first<&Methods::xFileSize, sqlite3_int64*>,
    .xLock = passed_on<&Methods::xLock, int>,
    .xUnlock = passed_on<&Methods::xUnlock, int>,
    .xCheckReservedLock = passed_on<&Methods::xCheckReservedLock, int*>,
    .xFileControl = passed_on<&Methods::xFileControl, int, void*>,
    .xSectorSize = passed_on<&Methods::xSectorSize>,
    .xDeviceCharacteristics = passed_on<&Methods::xDeviceCharacteristics>,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr};

struct FileSystem : sqlite3_vfs {
    explicit FileSystem(sqlite3_vfs& real) : sqlite3_vfs(real), below(real) {}
    sqlite3_vfs& below;
};

int open(sqlite3_vfs* self, const char* path, sqlite3_file* file, int flags, int* flags_now) {
    auto& real = static_cast<FileSystem*>(self)->below;
    if ((flags & SQLITE_OPEN_WAL) == 0) return real.xOpen(&real, path, file, flags, flags_now);
    auto* const log = new (file) File{};
    log->descriptor = -1;
    const int code = real.xOpen(&real, path, below(file), flags, flags_now);
    if (code != SQLITE_OK) return code;
    log->pMethods = &methods;
    log->descriptor = ::open(path, O_WRONLY | O_CLOEXEC);
    return code;
}

}  // namespace
}  // namespace gathered

void gather_log(sqlite3_vfs& below, const char* name) {
    static std::list<gathered::FileSystem> made;  // SQLite keeps their addresses.
    auto& system = made.emplace_back(below);
    system.szOsFile = static_cast<int>(gathered::size_of_file) + below.szOsFile;
    system.pNext = nullptr;
    system.zName = name;
    system.xOpen = gathered::open;
    sqlite3_vfs_register(&system, 0);
}

const char* gathered_log() {
    static const char* const name = [] {
        gather_log(*sqlite3_vfs_find(nullptr), "gathered-log");
        return "gathered-log";
    }();
    return name;
}

}  // namespace jianghui::store
