#pragma once
// Rows on their way into a shelf, packed one after the other (engine/matching only).

#include <memory>

#include "engine/matching/block.hpp"

namespace jianghui::matching {

template <class Row>
class Staging {
  public:
    void add(std::uint64_t key, const Row& row, std::span<const std::byte> lists) {
        std::byte* at = room(sizeof(Row) + lists.size());
        Row* kept = new (at) Row(row);
        kept->lists = 0;
        if (!lists.empty()) std::memcpy(at + sizeof(Row), lists.data(), lists.size());
        rows_.push_back({key, kept, at + sizeof(Row), static_cast<std::uint32_t>(lists.size()),
                         no_block});
    }
    /// They point into this staging.
    [[nodiscard]] std::vector<StagedRow<Row>>& rows() { return rows_; }

  private:
    std::byte* room(std::size_t size) {
        constexpr std::size_t piece = std::size_t{1} << 16U;
        size = (size + alignof(Row) - 1) / alignof(Row) * alignof(Row);
        if (size > left_) {
            left_ = std::max(piece, size);
            pieces_.push_back(std::make_unique_for_overwrite<std::byte[]>(left_));
            next_ = pieces_.back().get();
        }
        std::byte* at = next_;
        next_ += size;
        left_ -= size;
        return at;
    }

    std::vector<std::unique_ptr<std::byte[]>> pieces_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
    std::vector<StagedRow<Row>> rows_;
};

}  // namespace jianghui::matching
