#include "tests/simulation/sqlite_memory.hpp"

#include <malloc.h>
#include <sqlite3.h>

#include <array>
#include <cstdlib>
#include <cstring>

namespace jianghui::simulation {
namespace sqlite_memory {
namespace {

constexpr int grain = 32;
constexpr int largest = 16 * 1024;  // A page and its header fit many times.

/// What stands before each piece; a free piece says where the next one is.
struct alignas(16) Head {
    int size = 0;
    Head* next = nullptr;
};

// Not destroyed at the thread's end: what is static may still be given back then.
thread_local std::array<Head*, largest / grain + 1> lists{};

Head* head_of(void* piece) { return static_cast<Head*>(piece) - 1; }

int rounded(int size) { return (size + grain - 1) / grain * grain; }

void* allocate(int wanted) {
    const int size = rounded(wanted);
    if (size <= largest) {
        auto*& first = lists[static_cast<std::size_t>(size / grain)];
        if (first != nullptr) {
            auto* head = first;
            first = head->next;
            return head + 1;
        }
    }
    auto* head = static_cast<Head*>(std::malloc(sizeof(Head) + static_cast<std::size_t>(size)));
    if (head == nullptr) return nullptr;
    head->size = size;
    return head + 1;
}

void give_back(void* piece) {
    if (piece == nullptr) return;
    auto* head = head_of(piece);
    if (head->size > largest) return std::free(head);
    auto*& first = lists[static_cast<std::size_t>(head->size / grain)];
    head->next = first;
    first = head;
}

int size_of(void* piece) { return piece == nullptr ? 0 : head_of(piece)->size; }

void* grow(void* piece, int wanted) {
    if (piece != nullptr && wanted <= size_of(piece)) return piece;
    void* larger = allocate(wanted);
    if (larger == nullptr || piece == nullptr) return larger;
    std::memcpy(larger, piece, static_cast<std::size_t>(size_of(piece)));
    give_back(piece);
    return larger;
}

int begin(void* /*data*/) { return SQLITE_OK; }
void end(void* /*data*/) {}

}  // namespace
}  // namespace sqlite_memory

void take_memory_from_lists() {
    namespace own = sqlite_memory;
    static sqlite3_mem_methods methods{own::allocate, own::give_back, own::grow, own::size_of,
                                       own::rounded,  own::begin,     own::end,  nullptr};
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    // The C library keeps what it has, too.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);  // More it does not take.
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

}  // namespace jianghui::simulation
