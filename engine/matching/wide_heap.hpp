#pragma once
// A heap of keys that all differ, of which the least is asked for and replaced (engine/matching only): wide
// enough that the children of a key are one line of memory. Heaps of many orders do not fit the cache together, so
// what a step down costs is the line, and of eleven steps of a heap of two branches three are left.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace jianghui::matching {

template <class Key>
class WideHeap {
  public:
    static constexpr std::size_t branches = 64 / sizeof(Key);
    /// The children of the least key, then those of the first key of it, of the second …: of key `k` of row `r`
    /// the row `r · branches + k + 1`.
    struct alignas(64) Row {
        std::array<Key, branches> keys;
    };
    static constexpr std::size_t rows_for(std::size_t keys) { return (keys + branches - 2) / branches; }

    /// Over the least key and the rows of the others, which it does not own. What no key has yet must be greater
    /// than every key.
    WideHeap(Key& least, std::span<Row> rows) : least_(least), rows_(rows) {}

    /// The key that came as the `place`-th, from 0; till `arrange` these are in no order.
    Key& at(std::size_t place) { return place == 0 ? least_ : rows_[(place - 1) / branches].keys[(place - 1) % branches]; }
    /// Makes a heap of keys in any order. Requires that each row has one.
    void arrange() {
        for (std::size_t row = rows_.size(); row-- > 1;) {
            Key& above = rows_[(row - 1) / branches].keys[(row - 1) % branches];
            settle(above, row, above);
        }
        settle(least_, 0, least_);
    }
    void replace_least(Key key) { settle(least_, 0, key); }

  private:
    /// Puts the key there or, as long as less stands below, farther down; `row` are the children.
    void settle(Key& there, std::size_t row, Key key) {
        Key* to = &there;
        while (row < rows_.size()) {
            auto& children = rows_[row].keys;
            const Key least = least_of(children);
            if (key < least) break;
            const auto at = place_of(children, least);
            *to = least;
            to = &children[at];
            row = row * branches + at + 1;
        }
        *to = key;
    }
    // Without branches, which nobody could foretell: loops that the compiler makes a few steps on whole registers.
    static Key least_of(const std::array<Key, branches>& keys) {
        Key least = keys[0];
        for (const Key key : keys) least = key < least ? key : least;
        return least;
    }
    static std::size_t place_of(const std::array<Key, branches>& keys, Key sought) {
        std::uint32_t place = 0;
        for (std::uint32_t i = 0; i < branches; ++i) place += keys[i] == sought ? i : 0;
        return place;
    }

    Key& least_;
    std::span<Row> rows_;
};

}  // namespace jianghui::matching
