#pragma once
// The API calls of quarter reports; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/quarter_reports/model.hpp"

namespace jianghui::quarter_reports {

Result<app::Page<ReportView>> list_reports(app::Query& query, const FindReports& input);
Result<ReportView> show_report(app::Query& query, const FindReport& input);
Result<TablesView> show_tables(app::Query& query, const FindReport& input);
Result<DocumentView> show_document(app::Query& query, const FindReport& input);
Result<statistics::RecordsView> list_row_records(app::Query& query, const FindRowRecords& input);
Result<http::Reply> download_report(app::Query& query, const FindFile& input);

/// These two count outside the write lane and keep what was counted in a short command.
Result<ReportView> compile_report(app::Query& query, const CompileReport& input);
Result<ReportView> compile_anew(app::Query& query, const FindReport& input);
Result<ReportView> submit_report(app::Command& command, const FindReport& input);
Result<ReportView> send_report_back(app::Command& command, const SendReportBack& input);
Result<ReportView> publish_report(app::Command& command, const FindReport& input);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::quarter_reports
