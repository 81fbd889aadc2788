// Any bytes as a spreadsheet: as a whole archive, and as a sheet's XML within a sound frame.
#include "features/imports/ods_parts.hpp"
#include "features/imports/xlsx.hpp"
#include "features/imports/xlsx_parts.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    namespace imports = jianghui::imports;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    imports::TableOptions options;
    options.limits.cells_max = 10'000;
    options.limits.unpacked_bytes_max = 1'000'000;
    if (auto sheet = imports::open_spreadsheet(bytes, options)) {
        while (auto row = sheet->next()) {
            if (!*row) break;
        }
    }
    imports::CellContext context;
    if (auto strings = imports::read_shared_strings(bytes)) context.strings = std::move(*strings);
    if (auto styles = imports::read_styles(bytes)) context.styles = std::move(*styles);
    imports::SheetCells cells(options.limits);
    (void)imports::read_sheet(bytes, context, cells);
    (void)imports::read_ods(bytes, options.limits);
    return 0;
}
