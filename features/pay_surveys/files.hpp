#pragma once
// The guide as a file: XLSX, PDF, JSON, each with how it was made.

#include "engine/app/context.hpp"
#include "features/pay_surveys/model.hpp"

namespace jianghui::pay_surveys {

/// The file as a download. Fails with pay_file_failed.
[[nodiscard]] Result<http::Reply> file_of(const GuideDocument& document, FileForm form,
                                          const http::Request& request);
/// The same as a printed table; the QR code holds `address`. Fails with pay_file_failed.
[[nodiscard]] Result<std::string> pdf_of(const GuideDocument& document,
                                         const std::string& address);
/// "宜宾市 2025 年企业工资价位".
[[nodiscard]] std::string title_of(const SurveyView& survey);
/// What is said beside the cells: names and values, in Chinese.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> facts_of(
    const GuideDocument& document);

}  // namespace jianghui::pay_surveys
