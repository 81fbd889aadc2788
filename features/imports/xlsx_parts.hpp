#pragma once
// The parts of an XLSX file that reading cells needs, each read on its own.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "features/imports/number_format.hpp"
#include "features/imports/sheet_cells.hpp"
#include "features/imports/xml_scan.hpp"

namespace jianghui::imports {

/// One sheet as workbook.xml lists it.
struct SheetEntry {
    std::string name;
    std::string relation;  ///< id in workbook.xml.rels
    bool hidden = false;
};

/// What workbook.xml says.
struct Workbook {
    std::vector<SheetEntry> sheets;
    bool epoch_1904 = false;
};

/// One line of a .rels part.
struct Relation {
    std::string id;
    std::string type;    ///< the last word of its URI: "worksheet", "styles" …
    std::string target;  ///< full name of the part
};

/// All of these fail with table_unreadable when their part is not well formed.
[[nodiscard]] Result<Workbook> read_workbook(const std::string& xml);
/// `base` is the folder that targets are relative to ("xl/").
[[nodiscard]] Result<std::vector<Relation>> read_relations(const std::string& xml,
                                                           const std::string& base);
/// The strings by index, rich text joined, phonetic guides left out.
[[nodiscard]] Result<std::vector<std::string>> read_shared_strings(const std::string& xml);
/// The number style of every cell format by index.
[[nodiscard]] Result<std::vector<NumberStyle>> read_styles(const std::string& xml);

/// What a sheet's cells refer to.
struct CellContext {
    std::vector<std::string> strings;
    std::vector<NumberStyle> styles;
    bool epoch_1904 = false;
};
/// Adds the sheet's cells and merged ranges. Fails also with sheet_too_large.
[[nodiscard]] Result<Done> read_sheet(const std::string& xml, const CellContext& context,
                                      SheetCells& cells);

/// "BC12" → row 11, column 54 (from 0). Nothing when it is not a cell's name.
struct CellName {
    std::size_t row = 0;
    std::size_t column = 0;
};
[[nodiscard]] std::optional<CellName> parse_cell_name(std::string_view name);

}  // namespace jianghui::imports
