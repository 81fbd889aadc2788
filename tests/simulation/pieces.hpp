#pragma once
// Memory for the simulator: a world lives on one thread and asks for the same sizes again and again. The C
// library's own lists end at 1 kB, below the pages of SQLite.

#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace jianghui::simulation::pieces {

inline constexpr std::size_t grain = 32;
inline constexpr std::size_t largest = 16 * 1024;

/// What stands before each piece; of a free one it says where the next is.
struct alignas(16) Head {
    std::size_t size = 0;
    Head* next = nullptr;
};

/// The free pieces of this thread by their size. Not destroyed at its end: what is static may still be given
/// back then.
inline constinit thread_local std::array<Head*, largest / grain + 1> free_pieces{};

[[nodiscard]] inline std::size_t rounded(std::size_t size) { return (size + grain - 1) / grain * grain; }

[[nodiscard]] inline std::size_t size_of(const void* piece) { return (static_cast<const Head*>(piece) - 1)->size; }

/// A piece of at least that size, aligned to 16; null when there is no memory. O(1).
[[nodiscard]] inline void* take(std::size_t wanted) {
    const std::size_t size = rounded(wanted);
    if (size <= largest) {
        auto*& first = free_pieces[size / grain];
        if (first != nullptr) {
            auto* head = first;
            first = head->next;
            return head + 1;
        }
    }
    auto* head = static_cast<Head*>(std::malloc(sizeof(Head) + size));
    if (head == nullptr) return nullptr;
    head->size = size;
    return head + 1;
}

/// Gives back what `take` gave, on whatever thread; null is nothing. O(1).
inline void give_back(void* piece) {
    if (piece == nullptr) return;
    auto* head = static_cast<Head*>(piece) - 1;
    if (head->size > largest) return std::free(head);
    auto*& first = free_pieces[head->size / grain];
    head->next = first;
    first = head;
}

}  // namespace jianghui::simulation::pieces
