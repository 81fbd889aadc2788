#pragma once
// The report in sentences, made from its tables. Pure: every number in a sentence is a part with the cell
// that it is.

#include "features/quarter_reports/model.hpp"

namespace jianghui::quarter_reports {

/// A cell as text: "123", "15.23%", "1.04", growth without its sign; "—" for what there is not.
[[nodiscard]] std::string cell_text(const RowView& row, Column column);

/// Sections 总体情况, 行业, 职业, 求职人员, 提示. `hint_ratio`: hundredths from which a class of occupations is
/// pointed out as short.
[[nodiscard]] DocumentView document_of(const ReportView& report,
                                       const std::vector<TableView>& tables,
                                       std::int64_t hint_ratio);

}  // namespace jianghui::quarter_reports
