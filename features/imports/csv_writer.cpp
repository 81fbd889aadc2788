#include "features/imports/csv_writer.hpp"

#include <algorithm>
#include <array>

namespace jianghui::imports {

namespace {
/// What spreadsheet programs begin a formula with (OWASP, CSV injection); where Chinese or Japanese is set,
/// the full-width forms too.
constexpr std::array<std::string_view, 8> formula_beginnings{"=", "+", "-", "@", "＝", "＋", "－", "＠"};

bool looks_like_a_formula(std::string_view cell) {
    if (cell.starts_with('\t')) return true;
    cell.remove_prefix(std::min(cell.find_first_not_of("\r\n"), cell.size()));
    const bool begins = std::any_of(formula_beginnings.begin(), formula_beginnings.end(),
                                    [&](std::string_view each) { return cell.starts_with(each); });
    if (!begins) return false;
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
