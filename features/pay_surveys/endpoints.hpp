#pragma once
// The API calls of pay surveys; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/pay_surveys/model.hpp"

namespace jianghui::pay_surveys {

Result<app::Page<SurveyView>> list_surveys(app::Query& query, const FindSurveys& input);
Result<SurveyView> show_survey(app::Query& query, const FindSurvey& input);
Result<MethodView> show_method(app::Query& query, const FindSurvey& input);
Result<app::Page<CellView>> list_cells(app::Query& query, const FindCells& input);
Result<CostsView> list_costs(app::Query& query, const FindSurvey& input);
Result<http::Reply> download_guide(app::Query& query, const FindFile& input);
Result<app::Page<CompanyView>> list_companies(app::Query& query, const FindCompanies& input);

Result<SurveyView> open_survey(app::Command& command, const NewSurvey& input);
/// These three read much outside the write lane and keep what came of it in a short command.
Result<SheetReport> send_frame(app::Query& query, const SendFrame& input, const std::string& body);
Result<SurveyView> draw_sample(app::Query& query, const DrawSample& input);
Result<SurveyView> compute_guide(app::Query& query, const FindSurvey& input);
/// Asks an official's account, of any place, to judge this survey's answers at the layer of experts. Fails with
/// pay_survey_status, pay_survey_elsewhere, pay_expert_unfit.
Result<SurveyView> name_expert(app::Command& command, const NameExpert& input);
Result<SurveyView> publish_guide(app::Command& command, const FindSurvey& input);

Result<app::Page<AnswerView>> list_answers(app::Query& query, const FindAnswers& input);
Result<AnswerView> show_answer(app::Query& query, const FindAnswer& input);
Result<RowsView> list_own_rows(app::Query& query, const FindAnswer& input);
Result<http::Reply> download_template(app::Query& query, const app::Empty& input);

Result<AnswerView> write_rows(app::Command& command, const WriteRows& input);
Result<AnswerView> write_cost(app::Command& command, const WriteCost& input);
Result<SheetReport> send_sheet(app::Query& query, const SendSheet& input,
                               const std::string& body);
Result<AnswerView> explain(app::Command& command, const Explain& input);
Result<AnswerView> submit_answer(app::Command& command, const FindAnswer& input);
Result<RowsView> open_rows(app::Query& query, const OpenRows& input);
Result<AnswerView> approve_answer(app::Command& command, const FindAnswer& input);
Result<AnswerView> send_answer_back(app::Command& command, const SendBack& input);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::pay_surveys
