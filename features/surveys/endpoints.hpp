#pragma once
// The API calls of surveys; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/surveys/model.hpp"

namespace jianghui::surveys {

Result<app::Page<SurveyView>> list_surveys(app::Query& query, const FindSurveys& input);
Result<SurveyView> show_survey(app::Query& query, const FindSurvey& input);
Result<QuestionsView> show_questions(app::Query& query, const FindSurvey& input);
Result<ResultsView> show_results(app::Query& query, const FindSurvey& input);
Result<MethodView> show_method(app::Query& query, const FindSurvey& input);
Result<http::Reply> download_results(app::Query& query, const FindFile& input);
Result<std::vector<VillageView>> list_villages(app::Query& query, const FindSurvey& input);
Result<app::Page<HouseholdView>> list_households(app::Query& query, const FindHouseholds& input);
Result<HouseholdDetail> show_household(app::Query& query, const FindHousehold& input);
Result<VisitsView> list_visits(app::Query& query, const app::Empty& input);

Result<SurveyView> open_survey(app::Command& command, const NewSurvey& input);
Result<SurveyView> write_questions(app::Command& command, const WriteQuestions& input);
/// Unpacks and reads the sheet before it asks the write lane.
Result<FrameReport> send_frame(app::Query& query, const SendFrame& input,
                               const std::string& body);
Result<SurveyView> start_survey(app::Query& query, const StartSurvey& input);
Result<SurveyView> name_collector(app::Command& command, const NameCollector& input);
/// Opens the answers outside the write lane and keeps the results in a short command.
Result<SurveyView> compute_results(app::Query& query, const FindSurvey& input);
Result<SurveyView> publish_results(app::Command& command, const FindSurvey& input);

Result<SentAnswers> send_answers(app::Command& command, const SendAnswers& input);
Result<HouseholdDetail> open_household(app::Query& query, const OpenHousehold& input);
Result<HouseholdDetail> settle_household(app::Command& command, const SettleHousehold& input);
Result<HouseholdDetail> replace_household(app::Command& command, const FindHousehold& input);
Result<HouseholdDetail> empty_household(app::Command& command, const FindHousehold& input);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::surveys
