#pragma once
// What happens to a quarter report.

#include "engine/journal/journal.hpp"

namespace jianghui::quarter_reports {

inline constexpr journal::EventKind report_compiled{"quarter_report.compiled", "编制季度报告",
                                                    "Quarter report compiled"};
inline constexpr journal::EventKind report_submitted{"quarter_report.submitted", "季度报告送审",
                                                     "Quarter report submitted"};
inline constexpr journal::EventKind report_returned{"quarter_report.returned", "季度报告退回",
                                                    "Quarter report sent back"};
inline constexpr journal::EventKind report_published{"quarter_report.published", "季度报告发布",
                                                     "Quarter report published", true};

}  // namespace jianghui::quarter_reports
