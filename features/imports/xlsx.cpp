#include "features/imports/xlsx.hpp"

#include <algorithm>
#include <map>

#include "features/imports/archive.hpp"
#include "features/imports/ods_parts.hpp"
#include "features/imports/xlsx_parts.hpp"

namespace jianghui::imports {

namespace {
using Parts = std::map<std::string, std::string>;

/// The XML parts that cells may be in; pictures, drawings, pivots, macros and notes stay packed.
bool is_wanted(std::string_view name) {
    if (!name.ends_with(".xml") && !name.ends_with(".rels")) return false;
    for (const std::string_view other :
         {"drawings/", "pivot", "tables/", "theme/", "charts/", "comments", "customXml/", "docProps/",
          "externalLinks/", "revisions/", "worksheets/_rels/", "ctrlProps/", "Configurations2/"})
        if (name.find(other) != std::string_view::npos) return false;
    return true;
}

const std::string* find(const Parts& parts, const std::string& name) {
    const auto found = parts.find(name);
    return found == parts.end() ? nullptr : &found->second;
}

std::string folder_of(const std::string& name) {
    const auto slash = name.rfind('/');
    return slash == std::string::npos ? std::string() : name.substr(0, slash + 1);
}

struct XlsxFile {
    Workbook workbook;
    std::vector<Relation> relations;
    CellContext context;
};

Result<XlsxFile> read_frame(const Parts& parts) {
    XlsxFile file;
    std::string workbook_name = "xl/workbook.xml";
    if (const auto* root = find(parts, "_rels/.rels")) {
        TRY(const auto relations, read_relations(*root, ""));
        for (const auto& relation : relations)
            if (relation.type == "officeDocument") workbook_name = relation.target;
    }
    const auto* workbook = find(parts, workbook_name);
    const auto folder = folder_of(workbook_name);
    const auto* relations =
        find(parts, folder + "_rels/" + workbook_name.substr(folder.size()) + ".rels");
    if (workbook == nullptr || relations == nullptr) return refuse(table_unreadable);
    TRY(file.workbook, read_workbook(*workbook));
    TRY(file.relations, read_relations(*relations, folder));
    file.context.epoch_1904 = file.workbook.epoch_1904;
    for (const auto& relation : file.relations) {
        const auto* part = find(parts, relation.target);
        if (part == nullptr) continue;
        if (relation.type == "sharedStrings") {
            TRY(file.context.strings, read_shared_strings(*part));
        } else if (relation.type == "styles") {
            TRY(file.context.styles, read_styles(*part));
        }
    }
    return file;
}

const std::string* sheet_part(const XlsxFile& file, const SheetEntry& sheet, const Parts& parts) {
    for (const auto& relation : file.relations)
        if (relation.id == sheet.relation && relation.type == "worksheet")
            return find(parts, relation.target);
    return nullptr;
}

tl::unexpected<Error> no_such_sheet(const std::vector<std::string>& names) {
    std::vector<std::string> near(names.begin(), names.begin() + std::min<std::ptrdiff_t>(
                                                     10, static_cast<std::ptrdiff_t>(names.size())));
    return refuse(error(sheet_unknown).near(std::move(near)));
}

TableForm form_of(std::string_view format, const std::string& sheet,
                  const std::vector<std::string>& names) {
    TableForm form;
    form.format = format;
    form.sheet = sheet;
    for (const auto& name : names)
        if (name != sheet) form.other_sheets.push_back(name);
    return form;
}

Result<SheetReader> open_xlsx(const Parts& parts, const TableOptions& options) {
    TRY(XlsxFile file, read_frame(parts));
    std::vector<std::string> names;
    for (const auto& sheet : file.workbook.sheets) names.push_back(sheet.name);
    for (const auto& sheet : file.workbook.sheets) {
        const bool named = !options.sheet.empty();
        if (named ? sheet.name != options.sheet : sheet.hidden) continue;
        const auto* part = sheet_part(file, sheet, parts);
        if (part == nullptr) continue;
        SheetCells cells(options.limits);
        TRY_DO(read_sheet(*part, file.context, cells));
        if (cells.empty() && !named) continue;
        if (cells.empty()) return refuse(file_empty);
        return SheetReader(form_of("xlsx", sheet.name, names), std::move(cells));
    }
    if (!options.sheet.empty()) return no_such_sheet(names);
    return refuse(file_empty);
}

Result<SheetReader> open_ods(const std::string& content, const TableOptions& options) {
    TRY(std::vector<OdsTable> tables, read_ods(content, options.limits));
    std::vector<std::string> names;
    for (const auto& table : tables) names.push_back(table.name);
    for (auto& table : tables) {
        const bool named = !options.sheet.empty();
        if (named && table.name != options.sheet) continue;
        if (table.cells.empty() && !named) continue;
        if (table.cells.empty()) return refuse(file_empty);
        return SheetReader(form_of("ods", table.name, names), std::move(table.cells));
    }
    if (!options.sheet.empty()) return no_such_sheet(names);
    return refuse(file_empty);
}
}  // namespace

Result<SheetReader> open_spreadsheet(std::string_view bytes, const TableOptions& options) {
    TRY(std::vector<ArchivePart> unpacked, unpack(bytes, options.limits, is_wanted));
    Parts parts;
    for (auto& part : unpacked) parts[part.name] = std::move(part.content);
    if (const auto* content = find(parts, "content.xml")) return open_ods(*content, options);
    return open_xlsx(parts, options);
}

}  // namespace jianghui::imports
