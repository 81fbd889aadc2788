#pragma once
// The API calls of targets; see feature.cpp for who may make them.

#include "features/targets/model.hpp"

namespace jianghui::targets {

Result<std::vector<TargetSet>> list_sets(app::Query& query, const app::Empty& input);
Result<BoardView> show_board(app::Query& query, const FindBoard& input);
Result<ComparisonView> compare(app::Query& query, const FindComparison& input);
Result<app::Page<ReportView>> list_reports(app::Query& query, const FindReports& input);
Result<ReportView> report(app::Command& command, const ReportTarget& input);

}  // namespace jianghui::targets
