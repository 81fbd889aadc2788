#pragma once
// Reads the sheets of XLSX (ECMA-376, transitional and strict) and ODS (OpenDocument 1.2) files.
// Cells come out as the text that a person sees: dates as 2026-03-01, numbers with the words of
// their format, results of formulas, merged cells repeated downwards.

#include <string>

#include "features/imports/sheet_cells.hpp"
#include "features/imports/xml_scan.hpp"

namespace jianghui::imports {

/// The chosen sheet of an unpacked spreadsheet.
class SheetReader final : public TableReader {
  public:
    SheetReader(TableForm form, SheetCells cells)
        : form_(std::move(form)), cells_(std::move(cells)) {}
    [[nodiscard]] Result<std::optional<TableRow>> next() override { return cells_.next(); }
    [[nodiscard]] const TableForm& form() const override { return form_; }
    [[nodiscard]] int progress_per_mille() const override { return cells_.progress_per_mille(); }

  private:
    TableForm form_;
    SheetCells cells_;
};

/// Opens an XLSX or ODS file: the sheet that the options name, else the first visible one that has
/// content. Fails with archive_* (see archive.hpp), sheet_unknown (nearest: the sheets there are),
/// sheet_too_large, file_empty and table_unreadable. O(unpacked bytes).
[[nodiscard]] Result<SheetReader> open_spreadsheet(std::string_view bytes,
                                                   const TableOptions& options);

inline constexpr ErrorCode sheet_unknown{"sheet_unknown", Kind::invalid,
                                         "文件里没有这个工作表。请选用列出的工作表。",
                                         "The file has no such sheet. Use one of those listed."};
inline constexpr ErrorCode sheet_too_large{
    "sheet_too_large", Kind::too_large, "工作表的单元格太多。请删去空白格式或拆成几个文件。",
    "The sheet has too many cells. Clear unused formatting or split the file."};

}  // namespace jianghui::imports
