#include "features/imports/table.hpp"

#include "features/imports/csv.hpp"
#include "features/imports/xlsx.hpp"

namespace jianghui::imports {

Result<std::unique_ptr<TableReader>> open_table(std::string bytes, const TableOptions& options) {
    const std::string_view view = bytes;
    if (view.starts_with("\xD0\xCF\x11\xE0")) return refuse(old_excel_file);
    if (view.starts_with("PK\x03\x04")) {
        TRY(SheetReader reader, open_spreadsheet(view, options));
        return std::make_unique<SheetReader>(std::move(reader));
    }
    TRY(CsvReader reader, CsvReader::open(std::move(bytes), options.limits));
    return std::make_unique<CsvReader>(std::move(reader));
}

}  // namespace jianghui::imports
