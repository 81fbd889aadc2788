#pragma once
// The report in sentences, made from its tables. Pure: every number in a sentence is a part with the cell
// that it is.

#include "features/quarter_reports/model.hpp"

namespace jianghui::quarter_reports {

/// A cell as text: "123", "15.23%", "1.04", growth and changes without their sign; "—" for what there is not.
[[nodiscard]] std::string cell_text(const RowView& row, Column column);

/// From and up to which ratio, in hundredths, a class of occupations is pointed out.
struct HintRatios {
    std::int64_t short_from = 0;
    std::int64_t surplus_to = 0;
};

/// Sections 总体情况, 行业, 职业, 求职人员, 提示.
[[nodiscard]] DocumentView document_of(const ReportView& report,
                                       const std::vector<TableView>& tables, HintRatios hints);

}  // namespace jianghui::quarter_reports
