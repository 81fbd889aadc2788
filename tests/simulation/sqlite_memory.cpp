#include "tests/simulation/sqlite_memory.hpp"

#include <malloc.h>
#include <sqlite3.h>

#include "tests/simulation/pieces.hpp"

namespace jianghui::simulation {
namespace sqlite_memory {
namespace {

void* take(int wanted) { return pieces::take(static_cast<std::size_t>(wanted)); }

int size_of(void* piece) { return piece == nullptr ? 0 : static_cast<int>(pieces::size_of(piece)); }

int rounded(int size) { return static_cast<int>(pieces::rounded(static_cast<std::size_t>(size))); }

void* grow(void* piece, int wanted) {
    if (piece != nullptr && wanted <= size_of(piece)) return piece;
    void* larger = take(wanted);
    if (larger == nullptr || piece == nullptr) return larger;
    std::memcpy(larger, piece, pieces::size_of(piece));
    pieces::give_back(piece);
    return larger;
}

int begin(void* /*data*/) { return SQLITE_OK; }
void end(void* /*data*/) {}

}  // namespace
}  // namespace sqlite_memory

void take_memory_from_lists() {
    namespace own = sqlite_memory;
    static sqlite3_mem_methods methods{own::take,    pieces::give_back, own::grow, own::size_of,
                                       own::rounded, own::begin,        own::end,  nullptr};
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    // Writers, too, look at pages where they lie: whenever another process has written they forget all that they knew.
    constexpr sqlite3_int64 looked_at = 1 << 28;
    sqlite3_config(SQLITE_CONFIG_MMAP_SIZE, looked_at, looked_at);
    // The C library keeps what it has, too.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);  // More it does not take.
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

}  // namespace jianghui::simulation
