#pragma once
// Writes CSV that a spreadsheet program opens as it is meant: UTF-8 with a byte-order mark, and no
// cell that it would take for a formula.

#include <string>
#include <string_view>
#include <vector>

namespace jianghui::imports {

/// Appends one row with CRLF. Cells that begin with = + - @ or a tab get an apostrophe before them
/// (OWASP: CSV injection), numbers apart.
void append_csv_row(std::string& out, const std::vector<std::string>& cells);

/// The byte-order mark that makes Excel read UTF-8.
inline constexpr std::string_view csv_mark = "\xEF\xBB\xBF";

}  // namespace jianghui::imports
