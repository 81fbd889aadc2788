#pragma once
// The API calls of duties; see feature.cpp for who may make them.

#include "features/duties/model.hpp"

namespace jianghui::duties {

Result<DutyList> list_duties(app::Query& query, const FindDuties& input);
Result<DutyDetail> show_duty(app::Query& query, const FindDuty& input);
Result<DutyDetail> set_duty(app::Command& command, const SetDuty& input);
Result<DutyDetail> report_progress(app::Command& command, const ReportProgress& input);
Result<DutyDetail> confirm_duty(app::Command& command, const FindDuty& input);
Result<DutyDetail> send_duty_back(app::Command& command, const DutyReason& input);
Result<DutyDetail> withdraw_duty(app::Command& command, const DutyReason& input);
Result<DutyDetail> record_visit(app::Command& command, const RecordVisit& input);
Result<DutyDetail> record_clean_visit(app::Command& command, const RecordCleanVisit& input);
Result<DutyDetail> remedy_finding(app::Command& command, const Remedy& input);
Result<DutyDetail> close_finding(app::Command& command, const FindFinding& input);

Result<app::Page<AssessmentView>> list_assessments(app::Query& query, const FindAssessments& input);
Result<AssessmentView> show_assessment(app::Query& query, const FindAssessment& input);
Result<http::Reply> download_sheet(app::Query& query, const FindAssessment& input);
Result<AssessmentView> assess(app::Command& command, const Assess& input);
Result<AssessmentView> agree(app::Command& command, const FindAssessment& input);
Result<AssessmentView> appeal(app::Command& command, const Appeal& input);
Result<AssessmentView> decide(app::Command& command, const Decide& input);
Result<AssessmentView> publish(app::Command& command, const FindAssessment& input);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::duties
