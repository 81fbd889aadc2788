#pragma once
// A short list that lies unaligned among the bytes of a block (engine/matching only).

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace jianghui::matching {

/// Reads elements in place. The bytes must outlive it.
template <class T>
class PackedList {
  public:
    PackedList() = default;
    PackedList(const std::byte* at, std::size_t size) : at_(at), size_(size) {}
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] T operator[](std::size_t i) const {
        T value;
        std::memcpy(&value, at_ + i * sizeof(T), sizeof(T));
        return value;
    }
    /// Whether the ascending list contains the value.
    [[nodiscard]] bool contains(const T& value) const {
        std::size_t first = 0;
        for (std::size_t last = size_; first < last;) {
            const std::size_t middle = (first + last) / 2;
            if ((*this)[middle] < value) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return first < size_ && (*this)[first] == value;
    }

    class Iterator {
      public:
        Iterator(const PackedList& list, std::size_t i) : list_(&list), i_(i) {}
        T operator*() const { return (*list_)[i_]; }
        Iterator& operator++() {
            ++i_;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return i_ != other.i_; }

      private:
        const PackedList* list_;
        std::size_t i_;
    };
    [[nodiscard]] Iterator begin() const { return {*this, 0}; }
    [[nodiscard]] Iterator end() const { return {*this, size_}; }

  private:
    const std::byte* at_ = nullptr;
    std::size_t size_ = 0;
};

/// Appends the elements' bytes.
template <class T>
void append_packed(std::vector<std::byte>& bytes, std::span<const T> list) {
    const std::size_t before = bytes.size();
    bytes.resize(before + list.size_bytes());
    if (!list.empty()) std::memcpy(bytes.data() + before, list.data(), list.size_bytes());
}

}  // namespace jianghui::matching
