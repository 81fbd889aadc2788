#pragma once
// The API calls of imports; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/imports/model.hpp"

namespace jianghui::imports {

inline constexpr std::size_t upload_bytes_max = std::size_t{64} << 20U;

/// POST imports: the file is opened, and its header understood, before the write lane is asked.
[[nodiscard]] app::Route upload_route();

Result<app::Page<ImportView>> list_all(app::Query& query, const ListImports& input);
Result<ImportView> show(app::Query& query, const FindImport& input);
Result<app::Page<RowView>> rows(app::Query& query, const ListRows& input);
Result<RowView> choose(app::Command& command, const ChooseForRow& input);
Result<ImportView> apply(app::Command& command, const ApplyImport& input);
/// All rows that were not imported, with what is wrong, as CSV for a spreadsheet program.
Result<http::Reply> errors_csv(app::Query& query, const FindImport& input);
/// An empty list with every column and one example row, as CSV.
Result<http::Reply> list_template(app::Query& query, const AskTemplate& input);

}  // namespace jianghui::imports
