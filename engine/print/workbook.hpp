#pragma once
// An XLSX file as bytes, by libxlsxwriter.

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;

namespace jianghui::print {

inline constexpr const char* workbook_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The workbook that `write` fills; "" when the disk or the library refuses.
[[nodiscard]] std::string workbook_of(const std::function<void(lxw_workbook*)>& write);

/// The first row: texts in bold from the first column, which stay in sight. Printed, the columns have one page's width
/// and the titles stand on every page.
void write_header(lxw_workbook* book, lxw_worksheet* sheet, const std::vector<std::string>& texts);
/// Texts of one row, beginning in the column `from`.
void write_texts(lxw_worksheet* sheet, std::uint32_t row, const std::vector<std::string>& texts,
                 std::size_t from = 0);

/// A sheet of names and what is said of each, from its row 0; long texts flow over lines. Printed on the width of a page.
void write_facts(lxw_workbook* book, lxw_worksheet* sheet, const std::vector<std::pair<std::string, std::string>>& facts);

}  // namespace jianghui::print
