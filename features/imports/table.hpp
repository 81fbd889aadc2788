#pragma once
// A table read row by row, whatever the file it comes from. CSV and spreadsheets differ only in how
// they are opened:
//
//   TRY(auto table, open_table(bytes, {}));
//   while (true) { TRY(auto row, table->next()); if (!row) break; use(*row); }

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/imports/fault.hpp"

namespace jianghui::imports {

/// What one import may cost. A deployment may change them; exceeding a limit is an explained refusal.
struct TableLimits {
    std::int64_t rows_max = 200'000;            ///< rows with content, the header included
    std::size_t columns_max = 256;              ///< cells of one row
    std::size_t cell_bytes_max = 32'768;        ///< UTF-8 bytes of one cell
    std::size_t cells_max = 6'000'000;          ///< filled cells of one sheet
    std::size_t unpacked_bytes_max = 400'000'000;  ///< all parts of a packed file, and its text
    std::size_t ratio_max = 150;                ///< unpacked to packed size of any part over 1 MB
    std::size_t parts_max = 2'000;              ///< files inside a packed file
};

/// How to open a table.
struct TableOptions {
    TableLimits limits;
    std::string sheet;  ///< name of the sheet; empty: the first one that is not empty
};

/// One row as people see it. Rows without any content are not handed out, but counted in `number`.
struct TableRow {
    std::int64_t number = 0;         ///< as a spreadsheet program numbers rows, from 1
    std::vector<std::string> cells;  ///< UTF-8, outer white space kept
    std::optional<RowFault> fault;   ///< set when the row could not be cut into cells
};

/// How the file was understood, to be shown to the person who sent it.
struct TableForm {
    std::string format;    ///< "csv", "xlsx" or "ods"
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE" or "GB18030"; empty for xlsx and ods
    char delimiter = 0;    ///< ',' ';' or tab; 0 for xlsx and ods
    std::string sheet;     ///< the sheet read; empty for csv
    std::vector<std::string> other_sheets;  ///< sheets that were not read
};

/// Hands out rows in order. Not thread-safe.
class TableReader {
  public:
    virtual ~TableReader() = default;
    /// The next row with content, or nothing at the end. Fails with too_many_rows.
    [[nodiscard]] virtual Result<std::optional<TableRow>> next() = 0;
    [[nodiscard]] virtual const TableForm& form() const = 0;
    /// How much of the table has been handed out, 0 … 1000.
    [[nodiscard]] virtual int progress_per_mille() const = 0;
};

/// Opens a CSV, XLSX or ODS file by what it contains (never by its name). Fails with file_empty,
/// old_excel_file, unknown_encoding, damaged_utf8, archive_*, sheet_* and table_unreadable.
[[nodiscard]] Result<std::unique_ptr<TableReader>> open_table(std::string bytes,
                                                              const TableOptions& options);

inline constexpr ErrorCode file_empty{"file_empty", Kind::invalid,
                                      "文件是空的。请上传有表头和数据的文件。",
                                      "The file is empty. Send one with a header and rows."};
inline constexpr ErrorCode too_many_rows{"too_many_rows", Kind::too_large,
                                         "行数超过一次导入的上限。请拆成几个文件。",
                                         "More rows than one import may have. Split the file."};
inline constexpr ErrorCode old_excel_file{
    "old_excel_file", Kind::invalid, "这是旧版或加密的 Excel 文件。请另存为不加密的 .xlsx 或 .csv 后上传。",
    "This is an old or encrypted Excel file. Save it as plain .xlsx or .csv and send that."};

}  // namespace jianghui::imports
