#pragma once
// A report as a file: XLSX with one sheet a table, PDF with sentences, charts and tables, JSON.

#include "engine/app/context.hpp"
#include "features/papers/api.hpp"
#include "features/quarter_reports/model.hpp"

namespace jianghui::quarter_reports {

/// The file as a download; a printed one says where it is found, below the recorded public address.
/// Fails with report_file_failed.
[[nodiscard]] Result<http::Reply> file_of(const WholeReport& whole, FileForm form,
                                          const store::Reader& reader);

/// The workbook's bytes. Fails with report_file_failed when the disk or the library refuses.
[[nodiscard]] Result<std::string> xlsx_of(const WholeReport& whole);
/// Printed; its end says where it is found. Fails with report_file_failed.
[[nodiscard]] Result<std::string> pdf_of(const WholeReport& whole,
                                         const papers::PaperLink& link);

/// What is said beside the tables: names and values, in Chinese.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> facts_of(const ReportView& report);
/// The titles of a table's columns after the group's.
[[nodiscard]] std::vector<std::string> column_titles(const TableView& table);
/// The cells of a row below them as text.
[[nodiscard]] std::vector<std::string> column_texts(const TableView& table, const RowView& row);

}  // namespace jianghui::quarter_reports
