#pragma once
// What a row of a table was counted from.

#include "features/quarter_reports/view.hpp"

namespace jianghui::quarter_reports {

/// One page of the records of one side of a row, newest first, as far as the caller may see them, and the
/// figure itself. Fails with report_row_closed, report_row_merged, for_the_office, not_found (no such row).
/// O(facts of the quarter).
[[nodiscard]] Result<statistics::RecordsView> row_records(const app::Query& query,
                                                          const ReportRow& report,
                                                          const FindRowRecords& asked);

}  // namespace jianghui::quarter_reports
