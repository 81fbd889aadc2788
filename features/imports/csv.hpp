#pragma once
// Reads comma-separated values as RFC 4180 defines them, row by row, and survives what people's
// files really contain: a byte-order mark, GB18030, semicolons or tabs, bare quotes inside a cell,
// a quote that is never closed. No row is lost: what cannot be cut into cells is handed out as a
// row with a fault.

#include <string>

#include "features/imports/table.hpp"

namespace jianghui::imports {

/// A CSV file, one row at a time. Besides RFC 4180 it accepts CR or LF alone as line ends, blanks
/// after a closing quote, and quotes inside a cell that does not begin with one (taken literally,
/// as spreadsheet programs do).
///
/// A row is handed out with a fault instead of cells that can be trusted when text follows a
/// closing quote (stray_after_quote), a quote is not closed within `cell_bytes_max`
/// (unterminated_quote; reading goes on in the next line of the file, so that one forgotten quote
/// costs one row), a cell is too long or there are too many columns.
class CsvReader final : public TableReader {
  public:
    /// Decodes the text, finds the delimiter in the first row (the one of , ; tab that occurs most
    /// outside quotes; a first line `sep=;` decides). Fails with file_empty, unknown_encoding or
    /// damaged_utf8.
    [[nodiscard]] static Result<CsvReader> open(std::string bytes, const TableLimits& limits);

    [[nodiscard]] Result<std::optional<TableRow>> next() override;
    [[nodiscard]] const TableForm& form() const override { return form_; }
    [[nodiscard]] int progress_per_mille() const override {
        return text_.empty() ? 1000 : static_cast<int>(1000 * at_ / text_.size());
    }

  private:
    CsvReader(std::string text, TableForm form, const TableLimits& limits, std::size_t start)
        : text_(std::move(text)), form_(std::move(form)), limits_(limits), at_(start) {}

    TableRow read_row();
    bool read_quoted(TableRow& row, std::string& cell);
    void read_plain(TableRow& row, std::string& cell);
    void skip_line_end();
    [[nodiscard]] bool at_cell_end() const;

    std::string text_;
    TableForm form_;
    TableLimits limits_;
    std::size_t at_ = 0;
    std::int64_t number_ = 0;
    std::int64_t handed_out_ = 0;
};

}  // namespace jianghui::imports
