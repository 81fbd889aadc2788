#include "features/duties/view.hpp"

#include "features/duties/store.hpp"

namespace jianghui::duties {
namespace {

Limits limits_of(const codes::Tables& tables, Date on) {
    const Limits usual;
    const auto limit = [&](std::string_view name, int otherwise) {
        return static_cast<int>(tables.parameter_or(name, on, otherwise));
    };
    return {limit("duty_yellow_days", usual.yellow_days),
            limit("duty_yellow_lag_per_mille", usual.yellow_lag),
            limit("duty_red_lag_per_mille", usual.red_lag),
            limit("duty_silent_days", usual.silent_days)};
}

std::string name_of(const Sight& sight, const PlaceCode& place) {
    const auto* found = sight.services.get<codes::Tables>().find_place(place);
    return found != nullptr ? found->name : place.text;
}

bool is_official(const Sight& sight) { return sight.caller.is(app::Role::official); }

std::vector<DutyAct> acts_of(const Sight& sight, const Duty& duty,
                             const std::vector<Finding>& findings) {
    std::vector<DutyAct> acts;
    if (!is_official(sight)) return acts;
    const bool sets = set_it(sight.caller, duty.set_place);
    for (const auto act : {DutyAct::report, DutyAct::confirm, DutyAct::send_back, DutyAct::visit,
                           DutyAct::withdraw}) {
        if (!next_status(duty.status, act)) continue;
        if (act == DutyAct::report ? !has_it(sight.caller, duty.place) : !sets) continue;
        if (act == DutyAct::confirm &&
            (duty.reported_by == sight.caller.account || !all_closed(findings)))
            continue;
        acts.push_back(act);
    }
    return acts;
}

std::vector<AssessmentAct> acts_of(const Sight& sight, const Assessment& assessment) {
    std::vector<AssessmentAct> acts;
    if (!is_official(sight)) return acts;
    const Date today = date_of(sight.now);
    for (const auto act : {AssessmentAct::agree, AssessmentAct::appeal, AssessmentAct::decide,
                           AssessmentAct::publish}) {
        if (!next_status(assessment.status, act) || !in_window(assessment, act, today)) continue;
        const bool side = act == AssessmentAct::appeal
                              ? has_it(sight.caller, assessment.place)
                              : set_it(sight.caller, assessment.set_place);
        const bool eyes = (act != AssessmentAct::agree && act != AssessmentAct::decide) ||
                          assessment.made_by != sight.caller.account;
        if (side && eyes) acts.push_back(act);
    }
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
    shown.may_remedy = is_official(sight) && finding.status == FindingStatus::open &&
                       has_it(sight.caller, duty.place);
    shown.may_close = is_official(sight) && finding.status == FindingStatus::remedied &&
                      set_it(sight.caller, duty.set_place) &&
                      finding.remedied_by != sight.caller.account;
    return shown;
}

}  // namespace

bool has_it(const app::Caller& caller, const PlaceCode& place) { return caller.place == place; }

bool set_it(const app::Caller& caller, const PlaceCode& set_place) {
    return caller.acts_in(set_place);
}

Result<Duty> find_visible(const Sight& sight, DutyId id) {
    auto duty = find(sight.db, id);
    if (!duty || !(sight.caller.supervises(duty->place) || sight.caller.supervises(duty->set_place)))
        return refuse(not_found);
    return std::move(*duty);
}

Result<Assessment> find_visible(const Sight& sight, AssessmentId id) {
    auto found = find(sight.db, id);
    if (!found) return refuse(not_found);
    if (found->status != AssessmentStatus::published && !sight.caller.supervises(found->place) &&
        !sight.caller.supervises(found->set_place))
        return refuse(not_found);
    return std::move(*found);
}

DutyView view(const Sight& sight, const Duty& duty, const std::vector<Finding>& findings) {
    const Date today = date_of(sight.now);
    DutyView shown;
    shown.id = duty.id;
    shown.place = duty.place;
    shown.place_name = name_of(sight, duty.place);
    shown.office = duty.office;
    shown.set_place = duty.set_place;
    shown.set_place_name = name_of(sight, duty.set_place);
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
    auto lit = light_of(duty, open_finding(findings), today,
                        limits_of(sight.services.get<codes::Tables>(), today));
    shown.light = lit.light;
    shown.reasons = std::move(lit.reasons);
    shown.reported_at = duty.reported_at;
    shown.confirmed_at = duty.confirmed_at;
    shown.acts = acts_of(sight, duty, findings);
    return shown;
}

DutyDetail detail(const Sight& sight, const Duty& duty) {
    const auto findings = findings_of(sight.db, duty.id);
    DutyDetail shown{view(sight, duty, findings), {}, {}};
    for (const auto& report : reports_of(sight.db, duty.id)) {
        DutyReportView one{report.id, report.progress, report.said, {}, report.at};
        if (report.proof) one.proof = proofs::find_view(sight.db, *report.proof);
        shown.reports.push_back(std::move(one));
    }
    for (const auto& finding : findings) shown.findings.push_back(view(sight, duty, finding));
    return shown;
}

AssessmentView view(const Sight& sight, const Assessment& assessment) {
    AssessmentView shown;
    shown.id = assessment.id;
    shown.place = assessment.place;
    shown.place_name = name_of(sight, assessment.place);
    shown.year = assessment.year;
    shown.status = assessment.status;
    shown.lines = assessment.score_lines;
    shown.points = assessment.points;
    shown.adjusted = assessment.adjusted;
    shown.appeal_until = assessment.appeal_until;
    const bool office = sight.caller.supervises(assessment.place) ||
                        sight.caller.supervises(assessment.set_place);
    if (office) shown.appeal = assessment.appeal;
    shown.decision = assessment.decision;
    shown.published_at = assessment.published_at;
    shown.acts = acts_of(sight, assessment);
    return shown;
}

}  // namespace jianghui::duties
