#pragma once
// A quarter report and its tables as people see them.

#include "features/quarter_reports/columns.hpp"
#include "features/quarter_reports/store.hpp"

namespace jianghui::quarter_reports {

/// Whether the caller works in an office that the report is of: the region's is everybody's.
[[nodiscard]] bool is_office_of(const app::Caller& caller, const ReportRow& report);
/// Whose rows the caller sees.
[[nodiscard]] Audience audience_of(const app::Caller& caller, const ReportRow& report);
/// The report, when the caller may see it: published, or of the caller's office. Fails with not_found.
[[nodiscard]] Result<ReportRow> find_visible(const store::Reader& reader,
                                             const app::Caller& caller, ReportId id);

/// The name of a row's group.
[[nodiscard]] std::string group_name(const codes::Tables& tables, TableName table,
                                     const std::string& code);

[[nodiscard]] ReportView view(const store::Reader& reader, const app::Services& services,
                              const app::Caller& caller, const ReportRow& report);
/// The thirteen tables in the order of data.
[[nodiscard]] std::vector<TableView> tables_of(const store::Reader& reader,
                                               const app::Services& services,
                                               const ReportRow& report, Audience audience);

}  // namespace jianghui::quarter_reports
