#include "features/duties/rules.hpp"

#include <algorithm>

namespace jianghui::duties {
namespace {


int share(std::int64_t part, std::int64_t of) {
    return static_cast<int>((part * 2 * whole + of) / (2 * of));
}

bool in_time(const Duty& duty) {
    return duty.status == DutyStatus::confirmed && duty.reported_at &&
           date_of(*duty.reported_at) <= duty.due_on;
}

ScoreLine line_of(const ScoreRule& rule, const Counted& counted, Date today) {
    ScoreLine line{rule.counts, rule.title, rule.weight, 0, {}};
    std::int64_t sum = 0;
    if (rule.counts == Counts::remedied) {
        for (const auto& finding : counted.findings) {
            const Date when = finding.remedied_at ? date_of(*finding.remedied_at) : today;
            if (finding.status == FindingStatus::open && when <= finding.due_on) continue;
            ++line.of;
            if (finding.status != FindingStatus::open && when <= finding.due_on) sum += whole;
        }
    } else {
        for (const auto& duty : counted.duties) {
            if (rule.counts == Counts::proved && !duty.proof_asked) continue;
            ++line.of;
            if (rule.counts == Counts::progress) sum += duty.progress;
            if (rule.counts == Counts::in_time && in_time(duty)) sum += whole;
            if (rule.counts == Counts::proved && duty.proved) sum += whole;
        }
    }
    if (line.of > 0) line.per_mille = share(sum, line.of * whole);
    return line;
}

}  // namespace

Result<DutyStatus> next_status(DutyStatus from, DutyAct act, int progress) {
    using enum DutyStatus;
    switch (act) {
        case DutyAct::report:
            if (from == open) return progress == whole ? reported : open;
            break;
        case DutyAct::confirm:
            if (from == reported) return confirmed;
            break;
        case DutyAct::send_back:
            if (from == reported) return open;
            break;
        case DutyAct::withdraw:
            if (from == open || from == reported) return withdrawn;
            break;
        case DutyAct::visit:
            if (from == open || from == reported) return from;
            break;
    }
    return refuse(duty_status_conflict);
}

Result<AssessmentStatus> next_status(AssessmentStatus from, AssessmentAct act) {
    using enum AssessmentStatus;
    switch (act) {
        case AssessmentAct::agree:
            if (from == proposed) return told;
            break;
        case AssessmentAct::appeal:
            if (from == told) return appealed;
            break;
        case AssessmentAct::decide:
            if (from == appealed) return decided;
            break;
        case AssessmentAct::publish:
            if (from == told || from == decided) return published;
            break;
    }
    return refuse(duty_status_conflict);
}

Result<Done> in_window(const Assessment& assessment, AssessmentAct act, Date today) {
    const bool open = assessment.appeal_until && today <= *assessment.appeal_until;
    if (act == AssessmentAct::appeal && !open) return refuse(assessment_window);
    if (act == AssessmentAct::publish && assessment.status == AssessmentStatus::told && open)
        return refuse(assessment_window);
    return Done{};
}

int expected_progress(Date starts_on, Date due_on, Date today) {
    if (today >= due_on) return whole;
    if (today <= starts_on) return 0;
    return days_between(starts_on, today) * whole / days_between(starts_on, due_on);
}

Lit light_of(const Duty& duty, std::optional<Date> finding_due, Date today,
             const Limits& limits) {
    const bool open = duty.status == DutyStatus::open;
    if (!open && !(duty.status == DutyStatus::reported && finding_due)) return {};
    Lit lit{Light::green, {}};
    const auto say = [&](Light light, LightReason reason) {
        lit.light = std::max(lit.light, light);
        lit.reasons.push_back(reason);
    };
    if (open && today > duty.due_on) say(Light::red, LightReason::overdue);
    if (finding_due && today > *finding_due) say(Light::red, LightReason::finding_overdue);
    const int lag = expected_progress(duty.starts_on, duty.due_on, today) - duty.progress;
    if (open && today <= duty.due_on) {
        if (lag >= limits.red_lag) say(Light::red, LightReason::far_behind);
        else if (lag >= limits.yellow_lag) say(Light::yellow, LightReason::behind);
        if (days_between(today, duty.due_on) <= limits.yellow_days)
            say(Light::yellow, LightReason::due_soon);
        const Date last = std::max(duty.starts_on, date_of(duty.reported_at.value_or(duty.made_at)));
        if (days_between(last, today) > limits.silent_days)
            say(Light::yellow, LightReason::silent);
    }
    if (finding_due && today <= *finding_due) say(Light::yellow, LightReason::finding_open);
    return lit;
}

std::vector<ScoreLine> score(const Counted& counted, const std::vector<ScoreRule>& rules,
                             Date today) {
    std::vector<ScoreLine> lines;
    for (const auto& rule : rules) lines.push_back(line_of(rule, counted, today));
    return lines;
}

int points_of(const std::vector<ScoreLine>& lines) {
    std::int64_t sum = 0;
    std::int64_t weights = 0;
    for (const auto& line : lines) {
        if (!line.per_mille) continue;
        sum += static_cast<std::int64_t>(line.weight) * *line.per_mille;
        weights += line.weight;
    }
    return weights > 0 ? static_cast<int>((2 * sum + weights) / (2 * weights)) : 0;
}

}  // namespace jianghui::duties
