#pragma once
// A short line in which things wait for their memory to come nearer (engine/matching only): first in,
// first out, at most `size` of them, a power of two; and how memory is asked to bring it.

#include <algorithm>
#include <array>
#include <cstddef>

namespace jianghui::matching {

/// Asks memory for the line in which this lies. A function that does nothing else the compiler takes for one without
/// effect, and leaves out its calls (g++ 12 at -O2): hence something volatile, which is no instruction.
inline void prefetch(const void* at) {
    __builtin_prefetch(at);
    asm volatile("");
}
/// The same for what is longer: for where it begins and where it ends.
inline void prefetch(const void* at, std::size_t size) {
    prefetch(at);
    prefetch(static_cast<const std::byte*>(at) + size);
}
/// The same for things that lie side by side; for the first eight lines of memory and no more when they are many.
template <class T>
void prefetch_lines(const T* begin, const T* end) {
    static_assert(sizeof(T) <= 64);
    constexpr std::ptrdiff_t in_a_line = 64 / sizeof(T);
    const T* const last = begin + std::min<std::ptrdiff_t>(end - begin, 8 * in_a_line);
    for (const T* at = begin; at < last; at += in_a_line) prefetch(at);
    if (begin < last) prefetch(last - 1);
}

template <class T, std::size_t size>
class Line {
  public:
    static_assert((size & (size - 1)) == 0);
    [[nodiscard]] bool is_empty() const { return first_ == end_; }
    [[nodiscard]] bool is_full() const { return end_ - first_ == size; }
    /// Requires that it is not full.
    void put(const T& thing) { things_[end_++ % size] = thing; }
    /// The one that has waited longest. Requires that it is not empty.
    [[nodiscard]] T take() { return things_[first_++ % size]; }

  private:
    std::array<T, size> things_;
    std::size_t first_ = 0;
    std::size_t end_ = 0;
};

}  // namespace jianghui::matching
