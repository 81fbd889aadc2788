#pragma once
// The API calls of shortages; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/shortages/guide.hpp"
#include "features/shortages/warnings.hpp"

namespace jianghui::shortages {

Result<app::Page<CatalogueView>> list_catalogues(app::Query& query, const FindCatalogues& input);
Result<CatalogueView> show_catalogue(app::Query& query, const FindCatalogue& input);
Result<app::Page<EntryView>> list_entries(app::Query& query, const FindEntries& input);
/// As everybody sees the catalogue, whoever asks: what is printed is handed on.
Result<http::Reply> download_catalogue(app::Query& query, const FindCatalogueFile& input);
Result<Guide> show_guide(app::Query& query, const FindCatalogue& input);
Result<http::Reply> download_guide(app::Query& query, const FindCatalogue& input);

Result<CatalogueView> compile_catalogue(app::Query& query, const CompileCatalogue& input);
Result<CatalogueView> compile_catalogue_anew(app::Query& query, const FindCatalogue& input);
Result<CatalogueView> submit_catalogue(app::Command& command, const FindCatalogue& input);
Result<CatalogueView> send_catalogue_back(app::Command& command, const SendCatalogueBack& input);
Result<CatalogueView> publish_catalogue(app::Command& command, const FindCatalogue& input);
Result<CatalogueView> name_expert(app::Command& command, const NameExpert& input);
Result<CatalogueView> give_opinion(app::Command& command, const GiveOpinion& input);

Result<app::Page<WarningView>> list_warnings(app::Query& query, const FindWarnings& input);
Result<WarningView> show_warning(app::Query& query, const FindWarning& input);
Result<HindsightView> show_hindsight(app::Query& query, const AskHindsight& input);
Result<WarningView> issue_warning(app::Command& command, const FindWarning& input);
Result<WarningView> dismiss_warning(app::Command& command, const DismissWarning& input);
Result<WarningView> answer_warning(app::Command& command, const AnswerWarning& input);

Result<FlowsView> show_flows(app::Query& query, const AskFlows& input);
Result<FlowRecordsView> list_flow_records(app::Query& query, const AskFlowRecords& input);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::shortages
