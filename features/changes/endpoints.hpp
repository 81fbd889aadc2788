#pragma once
// The API calls and clocks of changes; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/changes/api.hpp"

namespace jianghui::changes {

Result<std::vector<VersionView>> list_versions(app::Query& query, const orders::FindOrder& input);
Result<std::vector<AnswerView>> list_answers(app::Query& query, const orders::FindOrder& input);

/// An answer with names and differences.
[[nodiscard]] AnswerView shown(const store::Reader& reader, const AnswerRow& row);

/// Clock: answers that nobody gave in time. At most 100 a run.
Result<bool> run_out_due(app::Command& command);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::changes
