#pragma once
// A column whose cells are short lists, kept in one array (engine/matching only).

#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::matching {

/// Lists of T by row. A list that grows moves to the end of the array; the array is written anew
/// when more than half of it is abandoned, so memory stays within about twice the need.
template <class T>
class ListColumn {
  public:
    [[nodiscard]] std::size_t size() const { return cells_.size(); }
    [[nodiscard]] std::span<const T> operator[](std::size_t row) const {
        const Cell& cell = cells_[row];
        return {values_.data() + cell.begin, cell.size};
    }

    /// A new last row with an empty list.
    void grow() { cells_.emplace_back(); }

    /// Replaces the row's list. Amortised O(list). The list must not lie in this column.
    void set(std::size_t row, std::span<const T> list) {
        ASSERT(list.size() < (1U << 16U));
        if (list.size() > cells_[row].capacity) {
            abandoned_ += cells_[row].capacity;
            cells_[row].capacity = 0;
            if (abandoned_ > 1024 && abandoned_ > values_.size() / 2) compact();
            ASSERT(values_.size() + list.size() < (std::uint64_t{1} << 32U));
            cells_[row].begin = static_cast<std::uint32_t>(values_.size());
            cells_[row].capacity = static_cast<std::uint16_t>(list.size());
            values_.resize(values_.size() + list.size());
        }
        Cell& cell = cells_[row];
        cell.size = static_cast<std::uint16_t>(list.size());
        std::copy(list.begin(), list.end(), values_.begin() + cell.begin);
    }

    /// Puts the last row in the place of `row` and drops the last row.
    void remove(std::size_t row) {
        abandoned_ += cells_[row].capacity;
        cells_[row] = cells_.back();
        cells_.pop_back();
    }

    /// Elements held in memory, abandoned ones included.
    [[nodiscard]] std::size_t footprint() const { return values_.size(); }

  private:
    struct Cell {
        std::uint32_t begin = 0;
        std::uint16_t size = 0;
        std::uint16_t capacity = 0;
    };

    void compact() {
        std::vector<T> kept;
        kept.reserve(values_.size() - abandoned_);
        for (Cell& cell : cells_) {
            const auto begin = static_cast<std::uint32_t>(kept.size());
            const auto from = values_.begin() + cell.begin;
            const std::size_t length = cell.capacity == 0 ? 0 : cell.size;
            kept.insert(kept.end(), from, from + static_cast<std::ptrdiff_t>(length));
            cell = {begin, static_cast<std::uint16_t>(length), static_cast<std::uint16_t>(length)};
        }
        values_ = std::move(kept);
        abandoned_ = 0;
    }

    std::vector<Cell> cells_;
    std::vector<T> values_;
    std::size_t abandoned_ = 0;
};

}  // namespace jianghui::matching
