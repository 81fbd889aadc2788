#pragma once
// Pure decisions about duties: states, lights, scores.

#include <vector>

#include "features/duties/errors.hpp"
#include "features/duties/model.hpp"

namespace jianghui::duties {

/// Everything, in per mille.
inline constexpr int whole = 1000;

/// The state after an act; a report of less than everything leaves a duty open. Fails with
/// duty_status_conflict.
[[nodiscard]] Result<DutyStatus> next_status(DutyStatus from, DutyAct act, int progress = 0);
/// Fails with duty_status_conflict.
[[nodiscard]] Result<AssessmentStatus> next_status(AssessmentStatus from, AssessmentAct act);
/// Appeals until the last day and with it, publishing after it. Fails with assessment_window.
[[nodiscard]] Result<Done> in_window(const Assessment& assessment, AssessmentAct act, Date today);

/// Parameters of the lights.
struct Limits {
    int yellow_days = 30;
    int yellow_lag = 100;
    int red_lag = 300;
    int silent_days = 90;
};

/// How much of the time from the first to the last day is gone, per mille; 1000 from the last day on.
[[nodiscard]] int expected_progress(Date starts_on, Date due_on, Date today);

struct Lit {
    Light light = Light::none;
    std::vector<LightReason> reasons;
    bool operator==(const Lit&) const = default;
};
/// The light of a duty today; `finding_due` is the earliest last day among its open findings.
[[nodiscard]] Lit light_of(const Duty& duty, std::optional<Date> finding_due, Date today,
                           const Limits& limits);

/// What the score sheet counts of a place and year.
struct Counted {
    std::vector<Duty> duties;      ///< due in the year and by today, set from above, not withdrawn
    std::vector<Finding> findings;  ///< of those
};
/// The lines by the rules: shares in per mille, rounded half up.
[[nodiscard]] std::vector<ScoreLine> score(const Counted& counted,
                                           const std::vector<ScoreRule>& rules, Date today);
/// The weighted sum in per mille: the weight of lines without anything to count is spread over the
/// others; 0 when there are none.
[[nodiscard]] int points_of(const std::vector<ScoreLine>& lines);

}  // namespace jianghui::duties
