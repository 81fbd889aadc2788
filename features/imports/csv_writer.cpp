#include "features/imports/csv_writer.hpp"

namespace jianghui::imports {

namespace {
bool looks_like_a_formula(std::string_view cell) {
    if (cell.empty() || std::string_view("=+-@\t").find(cell[0]) == std::string_view::npos)
        return false;
    return cell.find_first_not_of("0123456789.+-") != std::string_view::npos || cell.size() == 1;
}

void append_cell(std::string& out, std::string_view cell) {
    const bool quoted = cell.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) out += '"';
    if (looks_like_a_formula(cell)) out += '\'';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
}
}  // namespace

void append_csv_row(std::string& out, const std::vector<std::string>& cells) {
    bool first = true;
    for (const auto& cell : cells) {
        if (!first) out += ',';
        first = false;
        append_cell(out, cell);
    }
    out += "\r\n";
}

}  // namespace jianghui::imports
