#pragma once
// Reads the tables of an ODS file's content.xml.

#include <string>
#include <vector>

#include "features/imports/sheet_cells.hpp"
#include "features/imports/xml_scan.hpp"

namespace jianghui::imports {

/// One table of an OpenDocument spreadsheet.
struct OdsTable {
    std::string name;
    SheetCells cells;
};

/// Reads every table up to the limits; repeated cells are written out where they have content.
/// Dates come from their stored value, everything else from the text that is shown. Fails with
/// table_unreadable and sheet_too_large. O(text + repeated cells).
[[nodiscard]] Result<std::vector<OdsTable>> read_ods(const std::string& content_xml,
                                                     const TableLimits& limits);

}  // namespace jianghui::imports
