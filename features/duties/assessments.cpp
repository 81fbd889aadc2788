// The yearly assessment: computed, agreed by somebody else, told, appealed, decided, published.

#include <algorithm>

#include "engine/app/page.hpp"
#include "features/duties/endpoints.hpp"
#include "features/duties/events.hpp"
#include "features/duties/queries.hpp"
#include "features/duties/rights.hpp"
#include "features/duties/rules.hpp"
#include "features/duties/score_rules.hpp"
#include "features/duties/sheet_pdf.hpp"
#include "features/duties/store.hpp"
#include "features/duties/view.hpp"

namespace jianghui::duties {
namespace {

constexpr int appeal_days_otherwise = 10;

Result<AssessmentView> save(app::Command& command, Assessment& assessment, AssessmentAct act,
                            const journal::EventKind& kind) {
    const AssessmentStatus from = assessment.status;
    TRY(assessment.status, next_status(from, act));
    assessment.changed_at = command.now;
    if (!update(command.db, assessment, from)) return refuse(duty_status_conflict);
    command.record(kind, {assessment.city, "assessment", assessment.id.number, {}, {}, {}},
                   AssessmentEvent{assessment.place, assessment.year, assessment.status,
                                   assessment.points, assessment.adjusted});
    return view(sight_of(command), assessment);
}

/// The assessment, for who may do that to it now.
Result<Assessment> find_for(const app::Command& command, AssessmentId id, AssessmentAct act) {
    const Sight sight = sight_of(command);
    TRY(Assessment assessment, find_visible(sight, id));
    TRY_DO(may_do(sight, assessment, act));
    return assessment;
}

/// What fell due in the year, up to today; not what the place set for itself.
Counted counted_of(const app::Command& command, const PlaceCode& place, int year) {
    const auto [first, last] = due_in(year);
    const Wanted wanted{place, place, place, std::nullopt, first,
                        std::min(last, date_of(command.now))};
    auto findings = findings_of(command.db, wanted);
    Counted counted;
    for (auto& duty : list(command.db, wanted)) {
        if (duty.status == DutyStatus::withdrawn || duty.set_place == place) continue;
        for (auto& finding : findings[duty.id]) counted.findings.push_back(std::move(finding));
        counted.duties.push_back(std::move(duty));
    }
    return counted;
}

}  // namespace

Result<app::Page<AssessmentView>> list_assessments(app::Query& query,
                                                   const FindAssessments& input) {
    const auto [from, to] = query.caller.seen_range();
    const Sight sight = sight_of(query);
    auto rows = query.db.all<Assessment>(
        sql::list_assessments, store::arguments("year", input.year, "from", from, "to", to));
    if (input.cursor) {
        const auto last_seen = std::find_if(
            rows.begin(), rows.end(), [&](const auto& row) { return row.id == *input.cursor; });
        rows.erase(rows.begin(), last_seen == rows.end() ? last_seen : last_seen + 1);
    }
    const std::size_t limit = app::limit_of(input.limit, 20);
    return app::page_of(rows, limit, [&](const Assessment& row) { return view(sight, row); });
}

Result<AssessmentView> show_assessment(app::Query& query, const FindAssessment& input) {
    const Sight sight = sight_of(query);
    TRY(const auto assessment, find_visible(sight, input.assessment));
    return view(sight, assessment);
}

Result<http::Reply> download_sheet(app::Query& query, const FindAssessment& input) {
    TRY(const auto sheet, show_assessment(query, input));
    TRY(auto bytes, pdf_of(sheet, papers::paper_link(query.db, "/assessments", "扫码查看考核结果")));
    return http::attachment(std::move(bytes), "application/pdf", title_of(sheet) + ".pdf");
}

Result<AssessmentView> assess(app::Command& command, const Assess& input) {
    // Nobody assesses the own place.
    if (!command.caller.acts_in(input.place) || command.caller.place == input.place)
        return refuse(duty_elsewhere);
    const int year = static_cast<int>(input.year.value);
    const auto counted = counted_of(command, input.place, year);
    if (counted.duties.empty()) return refuse(assessment_empty);
    Assessment made;
    made.id = command.next_id<AssessmentId>();
    made.city = city_of(input.place);
    made.place = input.place;
    made.year = year;
    made.set_place = command.caller.place;
    made.score_lines =
        score(counted, command.services.get<ScoreRules>().lines, date_of(command.now));
    made.points = points_of(made.score_lines);
    made.made_by = command.caller.account;
    made.made_at = made.changed_at = command.now;
    if (!insert(command.db, made)) return refuse(assessment_exists);
    command.record(assessment_proposed, {made.city, "assessment", made.id.number, {}, {}, {}},
                   AssessmentEvent{made.place, made.year, made.status, made.points, 0});
    return view(sight_of(command), made);
}

Result<AssessmentView> agree(app::Command& command, const FindAssessment& input) {
    TRY(auto assessment, find_for(command, input.assessment, AssessmentAct::agree));
    const auto& tables = command.services.get<codes::Tables>();
    const Date today = date_of(command.now);
    assessment.agreed_by = command.caller.account;
    assessment.told_at = command.now;
    assessment.appeal_until = tables.working_days().after(
        today,
        static_cast<int>(tables.parameter_or("duty_appeal_days", today, appeal_days_otherwise)));
    return save(command, assessment, AssessmentAct::agree, assessment_told);
}

Result<AssessmentView> appeal(app::Command& command, const Appeal& input) {
    TRY(auto assessment, find_for(command, input.assessment, AssessmentAct::appeal));
    assessment.appeal = input.reason.text;
    return save(command, assessment, AssessmentAct::appeal, assessment_appealed);
}

Result<AssessmentView> decide(app::Command& command, const Decide& input) {
    TRY(auto assessment, find_for(command, input.assessment, AssessmentAct::decide));
    const int points = assessment.points + static_cast<int>(input.adjusted.value);
    if (points < 0 || points > whole) return refuse(error(assessment_points).at("/adjusted"));
    assessment.adjusted = static_cast<int>(input.adjusted.value);
    assessment.decision = input.reason.text;
    assessment.decided_by = command.caller.account;
    return save(command, assessment, AssessmentAct::decide, assessment_decided);
}

Result<AssessmentView> publish(app::Command& command, const FindAssessment& input) {
    TRY(auto assessment, find_for(command, input.assessment, AssessmentAct::publish));
    assessment.published_at = command.now;
    return save(command, assessment, AssessmentAct::publish, assessment_published);
}

}  // namespace jianghui::duties
