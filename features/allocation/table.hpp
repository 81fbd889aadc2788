#pragma once
// A CSV file (RFC 4180) read row by row from memory, as fast as millions of rows ask, with every
// fault named by file, row and column.

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::allocation {

/// The columns of a table: the first `required` of them must be in its header.
struct Columns {
    std::vector<std::string_view> names;
    std::size_t required = 0;
};

/// One table, from the header on. Takes a byte-order mark, CRLF, LF or CR, quoted cells, blank
/// lines, spaces around unquoted cells, and the columns in any order.
class Table {
  public:
    /// Reads the header. Fails with table_malformed: no header, a column missing, unknown or twice, bytes
    /// that are no UTF-8.
    [[nodiscard]] static Result<Table> open(std::string name, std::string text, Columns columns);

    /// Goes to the next row; false after the last. Fails with table_malformed for a quote that does
    /// not end, another number of cells than the header has, or bytes that are no UTF-8.
    [[nodiscard]] Result<bool> next();
    /// A cell of the row, by its place in Columns::names; empty where the file has no such column.
    /// Valid as long as the table.
    [[nodiscard]] std::string_view cell(std::size_t column) const {
        return places_[column] < 0 ? std::string_view{}
                                   : cells_[static_cast<std::size_t>(places_[column])];
    }
    /// The line in the file at which the row begins; the header's is 1 unless blank lines precede.
    [[nodiscard]] std::int64_t row() const { return row_; }
    /// Bytes of the file, for a guess at the number of rows.
    [[nodiscard]] std::size_t size() const { return text_->size(); }

    /// table_malformed about a cell: where, what it says, and what is wrong with it.
    [[nodiscard]] Error fault(std::size_t column, const Text& what) const;
    [[nodiscard]] Error fault(std::int64_t row, std::size_t column, std::string_view value,
                              const Text& what) const;

  private:
    Table() = default;
    [[nodiscard]] bool skip_blank();
    [[nodiscard]] Result<Done> read_cells();
    [[nodiscard]] Result<Done> read_quoted();
    void read_plain();
    void end_line();
    /// About the column at a position of the row: its name, or its number when it has none.
    [[nodiscard]] Error fault_at(std::size_t position, const Text& what) const;

    std::string name_;
    std::shared_ptr<const std::string> text_;  ///< shared so that moving keeps the cells valid
    Columns columns_;
    std::vector<int> places_;  ///< where each column stands in a row; −1: nowhere
    std::vector<std::string_view> cells_;
    std::shared_ptr<std::deque<std::string>> unquoted_;  ///< cells that had "" in them
    std::size_t width_ = 0;
    std::size_t at_ = 0;
    std::size_t damaged_at_ = 0;  ///< the first byte that is no UTF-8, or the end
    std::int64_t line_ = 1;
    std::int64_t row_ = 0;
};

}  // namespace jianghui::allocation
