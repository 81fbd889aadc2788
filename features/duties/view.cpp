#include "features/duties/view.hpp"

#include "features/duties/rights.hpp"
#include "features/duties/store.hpp"

namespace jianghui::duties {
namespace {

std::vector<DutyAct> acts_of(const Sight& sight, const Duty& duty,
                             const std::vector<Finding>& findings) {
    std::vector<DutyAct> acts;
    for (const auto act : {DutyAct::report, DutyAct::confirm, DutyAct::send_back, DutyAct::visit,
                           DutyAct::withdraw})
        if (may_do(sight, duty, findings, act)) acts.push_back(act);
    return acts;
}

std::vector<AssessmentAct> acts_of(const Sight& sight, const Assessment& assessment) {
    std::vector<AssessmentAct> acts;
    for (const auto act : {AssessmentAct::agree, AssessmentAct::appeal, AssessmentAct::decide,
                           AssessmentAct::publish})
        if (may_do(sight, assessment, act)) acts.push_back(act);
    return acts;
}

FindingView view(const Sight& sight, const Duty& duty, const Finding& finding) {
    FindingView shown;
    shown.id = finding.id;
    shown.visited_on = finding.visited_on;
    shown.found = finding.found;
    shown.due_on = finding.due_on;
    shown.status = finding.status;
    shown.overdue =
        finding.status == FindingStatus::open && date_of(sight.now) > finding.due_on;
    shown.remedy = finding.remedy;
    if (finding.proof) shown.proof = proofs::find_view(sight.db, *finding.proof);
    shown.may_remedy = may_do(sight, duty, finding, FindingAct::remedy).has_value();
    shown.may_close = may_do(sight, duty, finding, FindingAct::close).has_value();
    return shown;
}

}  // namespace

DutyView view(const Sight& sight, const Duty& duty, const std::vector<Finding>& findings) {
    const auto& tables = sight.services.get<codes::Tables>();
    const Date today = date_of(sight.now);
    DutyView shown;
    shown.id = duty.id;
    shown.place = duty.place;
    shown.place_name = tables.place_name(duty.place);
    shown.office = duty.office;
    shown.set_place = duty.set_place;
    shown.set_place_name = tables.place_name(duty.set_place);
    shown.title = duty.title;
    shown.what = duty.what;
    shown.plan_row = duty.plan_row;
    shown.measure = duty.measure;
    shown.proof_asked = duty.proof_asked;
    shown.starts_on = duty.starts_on;
    shown.due_on = duty.due_on;
    shown.status = duty.status;
    shown.progress = duty.progress;
    shown.expected = expected_progress(duty.starts_on, duty.due_on, today);
    shown.note = duty.note;
    auto lit = light_of(duty, open_finding(findings), today, sight.limits);
    shown.light = lit.light;
    shown.reasons = std::move(lit.reasons);
    shown.reported_at = duty.reported_at;
    shown.confirmed_at = duty.confirmed_at;
    shown.acts = acts_of(sight, duty, findings);
    return shown;
}

DutyDetail detail(const Sight& sight, const Duty& duty) {
    const auto findings = findings_of(sight.db, duty.id);
    DutyDetail shown{view(sight, duty, findings), {}, {}, {}};
    for (const auto& report : reports_of(sight.db, duty.id)) {
        DutyReportView one{report.id, report.progress, report.said, {}, report.at};
        if (report.proof) one.proof = proofs::find_view(sight.db, *report.proof);
        shown.reports.push_back(std::move(one));
    }
    for (const auto& finding : findings) shown.findings.push_back(view(sight, duty, finding));
    for (const auto& visit : visits_of(sight.db, duty.id))
        shown.visits.push_back({visit.id, visit.visited_on, visit.saw});
    return shown;
}

AssessmentView view(const Sight& sight, const Assessment& assessment) {
    AssessmentView shown;
    shown.id = assessment.id;
    shown.place = assessment.place;
    shown.place_name = sight.services.get<codes::Tables>().place_name(assessment.place);
    shown.year = assessment.year;
    shown.status = assessment.status;
    shown.lines = assessment.score_lines;
    shown.points = assessment.points;
    shown.adjusted = assessment.adjusted;
    shown.appeal_until = assessment.appeal_until;
    if (oversees(sight.caller, assessment.place, assessment.set_place))
        shown.appeal = assessment.appeal;
    shown.decision = assessment.decision;
    shown.published_at = assessment.published_at;
    shown.acts = acts_of(sight, assessment);
    return shown;
}

}  // namespace jianghui::duties
