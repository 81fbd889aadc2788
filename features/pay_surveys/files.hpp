#pragma once
// The guide as a file: XLSX, PDF, JSON, each with how it was made.

#include "engine/app/context.hpp"
#include "features/papers/api.hpp"
#include "features/pay_surveys/model.hpp"

namespace jianghui::pay_surveys {

/// The file as a download; a printed one says where it is found, below the recorded public address.
/// Fails with pay_file_failed.
[[nodiscard]] Result<http::Reply> file_of(const GuideDocument& document, FileForm form,
                                          const store::Reader& reader);
/// The same as a printed table; its end says where it is found. Fails with pay_file_failed.
[[nodiscard]] Result<std::string> pdf_of(const GuideDocument& document,
                                         const papers::PaperLink& link);
/// What stands in the place of the numbers of a cell that is not told: neither 0 nor unknown.
inline const std::string hidden_text = "隐去";

/// "宜宾市 2025 年企业工资价位".
[[nodiscard]] std::string title_of(const SurveyView& survey);
/// What is said beside the cells: names and values, in Chinese.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> facts_of(const GuideDocument& document);
/// How the guide was made, for whoever wants to count again: names and values, in Chinese.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> method_of(const GuideDocument& document);
/// "12.3%" of 123; what may not be told is a dash.
[[nodiscard]] std::string percent_of(const std::optional<std::int64_t>& per_mille);

}  // namespace jianghui::pay_surveys
