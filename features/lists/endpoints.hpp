#pragma once
// The API calls of lists; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/lists/model.hpp"

namespace jianghui::lists {

Result<app::Page<ListView>> list_lists(app::Query& query, const FindLists& input);
Result<app::Page<ListView>> follow_lists(app::Query& query, const FollowLists& input);
Result<ListView> show_list(app::Query& query, const FindList& input);
Result<app::Page<LineView>> list_lines(app::Query& query, const FindLines& input);
Result<ChangesView> show_changes(app::Query& query, const FindList& input);
Result<statistics::RecordsView> list_line_records(app::Query& query,
                                                  const FindLineRecords& input);
Result<http::Reply> download_list(app::Query& query, const FindFile& input);

Result<ListView> compile_list(app::Query& query, const CompileList& input);
Result<ListView> compile_anew(app::Query& query, const FindList& input);
Result<ListView> submit_list(app::Command& command, const FindList& input);
Result<ListView> send_list_back(app::Command& command, const SendBack& input);
Result<ListView> freeze_list(app::Command& command, const FindList& input);
Result<ListView> publish_list(app::Command& command, const FindList& input);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::lists
