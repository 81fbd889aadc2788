#pragma once
// The sheet 人工成本 of the workbook that companies fill in: one item a line.

#include <xlsxwriter.h>

#include "features/pay_surveys/labour_cost.hpp"
#include "features/imports/api.hpp"

namespace jianghui::pay_surveys {

struct ReadCost {
    std::optional<LabourCost> cost;  ///< none when there is no such sheet, it is empty, or it has faults
    std::vector<imports::RowFault> faults;
};
/// Reads the sheet of an XLSX or ODS file, items in any order, amounts in yuan. A CSV has none. `form` is how the file
/// was understood when its rows were read (`read_rows`). Fails as imports::open_table does.
[[nodiscard]] Result<ReadCost> read_cost(const std::string& bytes, const imports::TableForm& form);

/// Adds the sheet with its items to the template.
void write_cost_sheet(lxw_workbook* book);

}  // namespace jianghui::pay_surveys
