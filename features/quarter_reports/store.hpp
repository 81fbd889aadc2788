#pragma once
// The rows of quarter reports and their tables.

#include "engine/app/context.hpp"
#include "features/quarter_reports/model.hpp"

namespace jianghui::quarter_reports {

[[nodiscard]] std::optional<ReportRow> find(const store::Reader& reader, ReportId report);
/// False when such a report is being made.
[[nodiscard]] bool insert(store::Transaction& transaction, const ReportRow& report);
/// False when it is no longer in state `from`.
[[nodiscard]] bool update(store::Transaction& transaction, const ReportRow& report,
                          ReportStatus from);

/// Puts these rows in the place of all that it has.
void replace_rows(store::Transaction& transaction, const ReportRow& report,
                  const std::vector<TableRow>& office, const std::vector<TableRow>& everybody);
/// By table and line.
[[nodiscard]] std::vector<TableRow> rows(const store::Reader& reader, const ReportRow& report,
                                         Audience audience);

/// The newest published version of that place and quarter ("2026Q4").
[[nodiscard]] std::optional<ReportRow> newest_published(const store::Reader& reader,
                                                        const PlaceCode& place,
                                                        const std::string& period);
/// The published reports of its place and quarter.
[[nodiscard]] std::vector<ReportRow> versions(const store::Reader& reader, const ReportRow& report);
/// The version that the next report of its place and quarter gets.
[[nodiscard]] int next_version(const store::Reader& reader, const ReportRow& report);

}  // namespace jianghui::quarter_reports
