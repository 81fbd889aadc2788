#include "tests/simulation/memory_files.hpp"

#include <sqlite3.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "tests/simulation/sqlite_memory.hpp"

namespace jianghui::simulation {
namespace memory_files {
namespace {

struct Handle;

/// Bytes that grow and never move: SQLite's readers look at the pages of a database where they lie.
class Bytes {
  public:
    Bytes() {
        void* const room = mmap(nullptr, largest, PROT_READ | PROT_WRITE,
                                MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (room == MAP_FAILED) throw std::bad_alloc();
        begin_ = static_cast<char*>(room);
    }
    ~Bytes() { munmap(begin_, largest); }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;

    [[nodiscard]] char* data() { return begin_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    /// New bytes are 0. False when there is no room for so many.
    [[nodiscard]] bool resize(std::size_t size) {
        if (size > largest) return false;
        if (size < size_) std::memset(begin_ + size, 0, size_ - size);
        size_ = size;
        return true;
    }

  private:
    static constexpr std::size_t largest = std::size_t{1} << 30;  // Reserved: what is not written takes nothing.
    char* begin_;
    std::size_t size_ = 0;
};

/// A file, with the locks of those who have it open and what they share of its log's index.
struct Content {
    std::mutex mutex;
    Bytes bytes;
    int readers = 0;  ///< handles with a lock of any level
    const Handle* reserved = nullptr;
    const Handle* pending = nullptr;  ///< or exclusive: nobody begins to read
    std::vector<std::unique_ptr<char[]>> regions;
    std::array<int, SQLITE_SHM_NLOCK> sharing{};
    std::array<const Handle*, SQLITE_SHM_NLOCK> excluding{};
};

/// SQLite makes the room for it, of `szOsFile` bytes.
struct Handle : sqlite3_file {
    std::shared_ptr<Content> content;
    int level = SQLITE_LOCK_NONE;
    unsigned sharing = 0, excluding = 0;  ///< its locks of the log's index, a bit each
};

Handle& handle_of(sqlite3_file* file) { return *static_cast<Handle*>(file); }

/// All files that somebody has open, by their paths.
class Folder {
  public:
    static Folder& the() {
        static auto* const folder = new Folder;  // Connections may outlive what is static.
        return *folder;
    }
    std::shared_ptr<Content> open(const std::string& path, bool is_database) {
        const std::lock_guard lock(mutex_);
        auto& known = files_[path];
        if (auto there = known.lock()) return there;
        auto made = std::make_shared<Content>();
        if (is_database) {
            std::ifstream on_disk(path, std::ios::binary | std::ios::ate);
            const auto size = on_disk ? static_cast<std::streamsize>(on_disk.tellg()) : 0;
            if (!made->bytes.resize(static_cast<std::size_t>(size))) throw std::bad_alloc();
            on_disk.seekg(0).read(made->bytes.data(), size);
        }
        known = made;
        return made;
    }
    bool has(const std::string& path) {
        const std::lock_guard lock(mutex_);
        const auto found = files_.find(path);
        return found != files_.end() && !found->second.expired();
    }
    void remove(const std::string& path) {
        const std::lock_guard lock(mutex_);
        files_.erase(path);
        std::erase_if(files_, [](const auto& file) { return file.second.expired(); });
    }

  private:
    std::mutex mutex_;
    std::map<std::string, std::weak_ptr<Content>> files_;
};

bool is_ours(const char* path) {
    if (path == nullptr) return false;
    const std::string_view all(path);
    const auto slash = all.rfind('/');
    return all.substr(slash == std::string_view::npos ? 0 : slash + 1).starts_with("jianghui.sqlite");
}

// Reading and writing.

int read(sqlite3_file* file, void* to, int count, sqlite3_int64 from) {
    auto& content = *handle_of(file).content;
    const std::lock_guard lock(content.mutex);
    const auto size = static_cast<sqlite3_int64>(content.bytes.size());
    const auto there = std::clamp<sqlite3_int64>(size - from, 0, count);
    if (there > 0) std::memcpy(to, content.bytes.data() + from, static_cast<std::size_t>(there));
    if (there == count) return SQLITE_OK;
    std::memset(static_cast<char*>(to) + there, 0, static_cast<std::size_t>(count - there));
    return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 to) {
    auto& content = *handle_of(file).content;
    const std::lock_guard lock(content.mutex);
    const auto end = static_cast<std::size_t>(to) + static_cast<std::size_t>(count);
    if (content.bytes.size() < end && !content.bytes.resize(end)) return SQLITE_FULL;
    std::memcpy(content.bytes.data() + to, from, static_cast<std::size_t>(count));
    return SQLITE_OK;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    auto& content = *handle_of(file).content;
    const std::lock_guard lock(content.mutex);
    if (static_cast<std::size_t>(size) < content.bytes.size())
        (void)content.bytes.resize(static_cast<std::size_t>(size));
    return SQLITE_OK;
}

int sync(sqlite3_file* /*file*/, int /*how*/) { return SQLITE_OK; }

int size_of(sqlite3_file* file, sqlite3_int64* size) {
    auto& content = *handle_of(file).content;
    const std::lock_guard lock(content.mutex);
    *size = static_cast<sqlite3_int64>(content.bytes.size());
    return SQLITE_OK;
}

/// Where a page of the database lies, for who only reads it: what SQLite would map of a file on a disk.
int fetch(sqlite3_file* file, sqlite3_int64 from, int count, void** page) {
    auto& content = *handle_of(file).content;
    const std::lock_guard lock(content.mutex);
    const bool there = from + count <= static_cast<sqlite3_int64>(content.bytes.size());
    *page = there ? content.bytes.data() + from : nullptr;
    return SQLITE_OK;
}

int give_back(sqlite3_file* /*file*/, sqlite3_int64 /*from*/, void* /*page*/) { return SQLITE_OK; }

// The locks of a database, as https://sqlite.org/lockingv3.html has them.

int lock(sqlite3_file* file, int level) {
    auto& handle = handle_of(file);
    auto& content = *handle.content;
    const std::lock_guard guard(content.mutex);
    if (handle.level >= level) return SQLITE_OK;
    const auto others = [&](const Handle* who) { return who != nullptr && who != &handle; };
    if (others(content.pending) || (level > SQLITE_LOCK_SHARED && others(content.reserved)))
        return SQLITE_BUSY;
    if (level == SQLITE_LOCK_SHARED) ++content.readers;
    if (level == SQLITE_LOCK_RESERVED) content.reserved = &handle;
    if (level == SQLITE_LOCK_EXCLUSIVE) {
        content.pending = &handle;
        handle.level = SQLITE_LOCK_PENDING;
        if (content.readers > 1) return SQLITE_BUSY;
    }
    handle.level = level;
    return SQLITE_OK;
}

int unlock(sqlite3_file* file, int level) {
    auto& handle = handle_of(file);
    auto& content = *handle.content;
    const std::lock_guard guard(content.mutex);
    if (handle.level <= level) return SQLITE_OK;
    if (content.pending == &handle) content.pending = nullptr;
    if (content.reserved == &handle) content.reserved = nullptr;
    if (level == SQLITE_LOCK_NONE) --content.readers;
    handle.level = level;
    return SQLITE_OK;
}

int is_reserved(sqlite3_file* file, int* answer) {
    auto& content = *handle_of(file).content;
    const std::lock_guard guard(content.mutex);
    *answer = content.reserved != nullptr || content.pending != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int control(sqlite3_file* /*file*/, int /*what*/, void* /*with*/) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file* /*file*/) { return 4096; }
int characteristics(sqlite3_file* /*file*/) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

// The index of the log, which its connections share, and its locks.

int map_region(sqlite3_file* file, int number, int size, int extends, void volatile** region) {
    auto& content = *handle_of(file).content;
    const std::lock_guard guard(content.mutex);
    const auto at = static_cast<std::size_t>(number);
    while (extends != 0 && content.regions.size() <= at)
        content.regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    *region = at < content.regions.size() ? content.regions[at].get() : nullptr;
    return SQLITE_OK;
}

void release(Handle& handle, unsigned bits) {
    auto& content = *handle.content;
    for (std::size_t i = 0; i < SQLITE_SHM_NLOCK; ++i) {
        const unsigned bit = bits & (1U << i);
        if ((handle.sharing & bit) != 0) --content.sharing[i];
        if ((handle.excluding & bit) != 0) content.excluding[i] = nullptr;
    }
    handle.sharing &= ~bits;
    handle.excluding &= ~bits;
}

int lock_regions(sqlite3_file* file, int from, int count, int how) {
    auto& handle = handle_of(file);
    auto& content = *handle.content;
    const std::lock_guard guard(content.mutex);
    const auto bits = (1U << static_cast<unsigned>(from + count)) - (1U << static_cast<unsigned>(from));
    if ((how & SQLITE_SHM_UNLOCK) != 0) {
        release(handle, bits);
        return SQLITE_OK;
    }
    const bool shares = (how & SQLITE_SHM_SHARED) != 0;
    for (auto i = static_cast<std::size_t>(from); i < static_cast<std::size_t>(from + count); ++i) {
        const bool own = (handle.sharing & (1U << i)) != 0;
        if (content.excluding[i] != nullptr && content.excluding[i] != &handle) return SQLITE_BUSY;
        if (!shares && content.sharing[i] > (own ? 1 : 0)) return SQLITE_BUSY;
    }
    for (auto i = static_cast<std::size_t>(from); i < static_cast<std::size_t>(from + count); ++i) {
        const unsigned bit = 1U << i;
        if (shares && (handle.sharing & bit) == 0) ++content.sharing[i];
        if (!shares) content.excluding[i] = &handle;
        (shares ? handle.sharing : handle.excluding) |= bit;
    }
    return SQLITE_OK;
}

void fence(sqlite3_file* /*file*/) { std::atomic_thread_fence(std::memory_order_seq_cst); }

int unmap(sqlite3_file* file, int /*remove*/) {
    auto& handle = handle_of(file);
    const std::lock_guard guard(handle.content->mutex);
    release(handle, ~0U);
    return SQLITE_OK;
}

int close(sqlite3_file* file) {
    unmap(file, 0);
    unlock(file, SQLITE_LOCK_NONE);
    handle_of(file).~Handle();
    return SQLITE_OK;
}

constexpr sqlite3_io_methods methods{
    .iVersion = 3, .xClose = close, .xRead = read, .xWrite = write, .xTruncate = truncate, .xSync = sync,
    .xFileSize = size_of, .xLock = lock, .xUnlock = unlock, .xCheckReservedLock = is_reserved,
    .xFileControl = control, .xSectorSize = sector_size, .xDeviceCharacteristics = characteristics,
    .xShmMap = map_region, .xShmLock = lock_regions, .xShmBarrier = fence, .xShmUnmap = unmap,
    .xFetch = fetch, .xUnfetch = give_back};

// Where files are found: ours here, all others where they always were.

sqlite3_vfs* on_disk = nullptr;

int open(sqlite3_vfs* /*own*/, const char* path, sqlite3_file* file, int flags, int* flags_now) {
    if (!is_ours(path)) return on_disk->xOpen(on_disk, path, file, flags, flags_now);
    auto* handle = new (file) Handle;
    handle->pMethods = &methods;
    handle->content = Folder::the().open(path, (flags & SQLITE_OPEN_MAIN_DB) != 0);
    if (flags_now != nullptr) *flags_now = flags;
    return SQLITE_OK;
}

int remove(sqlite3_vfs* /*own*/, const char* path, int sync_folder) {
    if (!is_ours(path)) return on_disk->xDelete(on_disk, path, sync_folder);
    Folder::the().remove(path);  // A journal has gone already when it was closed.
    return SQLITE_OK;
}

int may_access(sqlite3_vfs* /*own*/, const char* path, int how, int* answer) {
    if (!is_ours(path)) return on_disk->xAccess(on_disk, path, how, answer);
    *answer = Folder::the().has(path) ? 1 : 0;
    return SQLITE_OK;
}

}  // namespace
}  // namespace memory_files

void keep_files_in_memory() {
    static const bool done = [] {
        take_memory_from_lists();
        auto* const on_disk = memory_files::on_disk = sqlite3_vfs_find(nullptr);
        static sqlite3_vfs in_memory = *on_disk;
        in_memory.zName = "simulation";
        in_memory.szOsFile = std::max<int>(on_disk->szOsFile, sizeof(memory_files::Handle));
        in_memory.pNext = nullptr;
        in_memory.xOpen = memory_files::open;
        in_memory.xDelete = memory_files::remove;
        in_memory.xAccess = memory_files::may_access;
        return sqlite3_vfs_register(&in_memory, 1) == SQLITE_OK;
    }();
    (void)done;
}

}  // namespace jianghui::simulation
