#pragma once
// One row of an authority's own register as it is read from a sheet: what it wants, or what is wrong
// with it, cell by cell.

#include "features/entries/sheet.hpp"
#include "features/imports/api.hpp"

namespace jianghui::entries {

/// What is wrong with one cell (or with the row, when `column` is empty).
struct CellFault {
    std::int64_t row = 0;  ///< as a spreadsheet program numbers it
    std::string column;    ///< the header as the file spells it
    std::string code;
    Text message;
    std::vector<std::string> accepted;
};
BOOST_DESCRIBE_STRUCT(CellFault, (), (row, column, code, message, accepted))

/// The columns of a file, by position; nothing for those that mean nothing here.
struct SheetHeader {
    std::vector<std::optional<SheetColumn>> columns;
    std::vector<std::string> ignored;  ///< headers that mean nothing here
};
/// Fails with import_columns_missing and the titles of what is missing: the number, what identifies
/// the subject, and from when it holds.
[[nodiscard]] Result<SheetHeader> read_header(const Register& definition,
                                              const std::vector<std::string>& cells);

/// A row without faults. `values` are checked.
struct SheetRow {
    std::int64_t row = 0;
    registers::NewEntry wanted;
};

/// What rows are read with.
struct RowSight {
    const store::Reader& db;
    const app::Services& services;
    Date today;
};

/// Reads a row. Adds its faults and answers nothing when there are any.
[[nodiscard]] std::optional<SheetRow> read_row(const RowSight& sight,
                                               const Register& definition,
                                               const SheetHeader& header,
                                               const PlaceCode& place,
                                               const imports::TableRow& row,
                                               std::vector<CellFault>& faults);

/// A cell as the value of a field: codes by code or title, lists cut at 、；;| and commas, yuan as
/// fen, dates as 2026-03-01 or 2026年3月1日, 是 or 否. What cannot be read stays as its text, for
/// check_values to say what is wrong. Nothing for an empty cell.
[[nodiscard]] std::optional<codec::json::value> value_of_cell(const store::Reader& reader,
                                                              const app::Services& services,
                                                              const registers::Column& field,
                                                              std::string_view cell);

/// "2026-3-1", "2026/03/01", "2026.3.1", "2026年3月1日".
[[nodiscard]] std::optional<Date> read_day(std::string_view text);

}  // namespace jianghui::entries
