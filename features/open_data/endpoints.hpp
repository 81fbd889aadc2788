#pragma once
// The API calls of open data: for everybody.

#include "features/open_data/model.hpp"

namespace jianghui::open_data {

/// Every table, of a theme, that a text names.
Result<TableList> list_tables(app::Query& query, const FindTables& input);
/// One table: metadata, columns, first rows, versions. Fails with not_found.
Result<TableDetail> show_table(app::Query& query, const FindTable& input);
Result<app::Page<VersionView>> list_versions(app::Query& query, const FindVersions& input);
/// The same bytes for ever; 304 to who has them. Fails with not_found.
Result<http::Reply> version_csv(app::Query& query, const FindVersion& input);
Result<http::Reply> version_json(app::Query& query, const FindVersion& input);
/// The newest version's bytes. Fails with not_found.
Result<http::Reply> newest_csv(app::Query& query, const FindTable& input);
Result<http::Reply> newest_json(app::Query& query, const FindTable& input);
/// The catalogue for machines.
Result<http::Reply> show_catalogue(app::Query& query, const app::Empty& input);

}  // namespace jianghui::open_data
