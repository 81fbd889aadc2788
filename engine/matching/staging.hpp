#pragma once
// Rows on their way into a shelf, packed one after the other (engine/matching only). What is sorted is 16
// bytes a row, so that millions are brought into order without touching the rows themselves.

#include <algorithm>
#include <limits>
#include <memory>

#include "engine/matching/block.hpp"
#include "engine/matching/shelf_key.hpp"

namespace jianghui::matching {

/// A row's key, and where it lies.
struct PlacedRow {
    std::uint64_t key;
    std::uint32_t at;
    std::uint32_t lists_size;
};
/// By key alone, those of equal keys as they were. For many: in a third of the time of comparing.
void sort_by_digits(std::vector<PlacedRow>& rows);

template <class Row>
class Staging {
  public:
    void add(std::uint64_t key, const Row& row, std::span<const std::byte> lists) {
        const std::uint32_t at = room(sizeof(Row) + lists.size());
        Row* kept = new (address(at)) Row(row);
        kept->lists = 0;
        if (!lists.empty()) std::memcpy(reinterpret_cast<std::byte*>(kept) + sizeof(Row), lists.data(), lists.size());
        rows_.push_back({key, at, static_cast<std::uint32_t>(lists.size())});
        ascending_ = ascending_ && row.id >= last_id_;
        last_id_ = row.id;
    }
    /// All of them by key, then id; they point into this staging. Once.
    [[nodiscard]] std::vector<StagedRow<Row>> sorted() {
        sort();
        std::vector<StagedRow<Row>> sorted;
        sorted.reserve(rows_.size());
        for (const PlacedRow& one : rows_) {
            const Row* row = row_of(one);
            sorted.push_back({one.key, row, reinterpret_cast<const std::byte*>(row + 1), one.lists_size, no_block});
        }
        rows_ = {};
        return sorted;
    }

  private:
    static constexpr std::size_t unit = alignof(Row);
    static constexpr unsigned piece_bits = 13;
    static constexpr std::size_t piece = std::size_t{1} << piece_bits;  ///< units; 64 KB
    static constexpr std::size_t many = 20'000;

    /// Room for so many bytes, counted in units; a piece of its own for what is larger than one.
    std::uint32_t room(std::size_t size) {
        size = (size + unit - 1) / unit;
        if (size > left_) {
            left_ = std::max(piece, size);
            next_ = 0;
            pieces_.push_back(std::make_unique_for_overwrite<std::byte[]>(left_ * unit));
            ASSERT(pieces_.size() <= std::size_t{1} << (32U - piece_bits));
        }
        const std::size_t at = (pieces_.size() - 1) << piece_bits | next_;
        next_ += size;
        left_ -= size;
        return static_cast<std::uint32_t>(at);
    }
    [[nodiscard]] std::byte* address(std::uint32_t at) const {
        return pieces_[at >> piece_bits].get() + (at & (piece - 1)) * unit;
    }
    [[nodiscard]] const Row* row_of(const PlacedRow& one) const {
        return reinterpret_cast<const Row*>(address(one.at));
    }
    void sort() {
        const auto by_id = [&](const PlacedRow& a, const PlacedRow& b) { return row_of(a)->id < row_of(b)->id; };
        if (rows_.size() < many) {
            std::sort(rows_.begin(), rows_.end(), [&](const PlacedRow& a, const PlacedRow& b) {
                return a.key != b.key ? a.key < b.key : by_id(a, b);
            });
            return;
        }
        sort_by_digits(rows_);
        if (ascending_) return;  // They came by id, as a database reads them, and those of equal keys still stand so.
        for (auto from = rows_.begin(); from != rows_.end();) {
            const auto to = std::find_if(from + 1, rows_.end(),
                                         [&](const PlacedRow& one) { return one.key != from->key; });
            if (to - from > 1) std::sort(from, to, by_id);
            from = to;
        }
    }

    std::vector<std::unique_ptr<std::byte[]>> pieces_;
    std::size_t next_ = 0;
    std::size_t left_ = 0;
    std::vector<PlacedRow> rows_;
    std::int64_t last_id_ = std::numeric_limits<std::int64_t>::min();
    bool ascending_ = true;  ///< by id, as they were added
};

/// Rows by class of occupations, each class with a staging of its own: for filling a shelf class by class, so that
/// what the rows of one took on their way is free for the blocks of the next. Most of what filling costs is memory
/// that nobody had before.
template <class Row>
class StagedClasses {
  public:
    void add(std::uint64_t key, const Row& row, std::span<const std::byte> lists) {
        const std::size_t at = rank_in(key) >> 14U;  // two levels
        if (at >= classes_.size()) classes_.resize(at + 1);
        if (!classes_[at]) classes_[at] = std::make_unique<Staging<Row>>();
        classes_[at]->add(key, row, lists);
        ++size_;
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    /// Calls `use(sorted rows)` for each class in the order of the keys, and forgets them.
    template <class F>
    void take_each(F use) {
        for (auto& one : classes_) {
            if (one) use(one->sorted());
            one.reset();
        }
    }

  private:
    std::vector<std::unique_ptr<Staging<Row>>> classes_;
    std::size_t size_ = 0;
};

}  // namespace jianghui::matching
