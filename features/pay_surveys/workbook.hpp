#pragma once
// An XLSX file as bytes.

#include <functional>
#include <string>
#include <vector>

#include "engine/base/base.hpp"

struct lxw_workbook;
struct lxw_worksheet;

namespace jianghui::pay_surveys {

/// The workbook that `write` fills. Fails with pay_file_failed when the disk or the library refuses.
[[nodiscard]] Result<std::string> workbook_of(const std::function<void(lxw_workbook*)>& write);

/// One row of texts in bold, from the first column.
void write_header(lxw_workbook* book, lxw_worksheet* sheet, const std::vector<std::string>& texts);
/// One row of texts.
void write_texts(lxw_worksheet* sheet, std::uint32_t row, const std::vector<std::string>& texts);

}  // namespace jianghui::pay_surveys
