#pragma once
// The cells of one sheet, kept compactly (24 bytes and the text) until they are handed out by row.

#include <string>
#include <string_view>
#include <vector>

#include "features/imports/table.hpp"

namespace jianghui::imports {

/// Rows and columns count from 0. Cells may be added in any order; of two at one place the later
/// one counts.
class SheetCells {
  public:
    explicit SheetCells(const TableLimits& limits) : limits_(limits) {}

    /// Keeps a cell; empty text is ignored. False when the sheet is over its limits (too many cells
    /// or too much text); `rows_used` and the column limit are judged row by row.
    [[nodiscard]] bool add(std::size_t row, std::size_t column, std::string_view text);
    /// Remembers that the cells of a column from `first_row` to `last_row` are one merged cell. At
    /// most 100,000 are remembered.
    void merge(std::size_t first_row, std::size_t last_row, std::size_t column);
    /// Sorts the cells and copies merged ones down, so that each row shows what a person sees in it.
    /// Rows that have no other cell stay empty. False when that goes over the limits.
    [[nodiscard]] bool finish();

    [[nodiscard]] bool empty() const { return cells_.empty(); }

    /// How many of the cells have been handed out, 0 … 1000.
    [[nodiscard]] int progress_per_mille() const {
        return cells_.empty() ? 1000 : static_cast<int>(1000 * at_ / cells_.size());
    }

    /// The next row with content after finish(). Fails with too_many_rows.
    [[nodiscard]] Result<std::optional<TableRow>> next();

  private:
    struct Place {
        std::uint32_t row = 0;
        std::uint32_t column = 0;
        std::uint64_t offset = 0;
        std::uint64_t length = 0;
    };
    struct Merge {
        std::size_t first_row = 0;
        std::size_t last_row = 0;
        std::size_t column = 0;
    };
    [[nodiscard]] std::string_view text(const Place& place) const {
        return std::string_view(text_).substr(place.offset, place.length);
    }
    void sort();

    TableLimits limits_;
    std::vector<Place> cells_;
    std::vector<Merge> merges_;
    std::string text_;
    std::size_t at_ = 0;
    std::int64_t handed_out_ = 0;
};

}  // namespace jianghui::imports
