#pragma once
// Decisions about engagements: how a price becomes steps, who may do what to a step, what is due
// when.

#include "features/engagements/errors.hpp"
#include "features/engagements/model.hpp"

namespace jianghui::engagements {

/// Whether the plan's percentages add up to 100 and its days do not go back. Fails with
/// plan_not_whole.
[[nodiscard]] Result<Done> whole(const Plan& plan);

/// One step of an agreement.
struct NewStep {
    std::string title;
    Fen amount;
    Date due_on;
    bool operator==(const NewStep&) const = default;
};
/// The plan as amounts and days: each its percentage rounded down, the last what is left, so that
/// they add up to the price. Requires a whole plan.
[[nodiscard]] std::vector<NewStep> steps_of(const Plan& plan, Fen price, Date agreed_on);

/// Fails with steps_not_price unless the amounts add up to the price, and there is a step.
[[nodiscard]] Result<Done> adds_up(const std::vector<NewStep>& steps, Fen price);

/// Whose act it is.
[[nodiscard]] Side side_of(StepAct act);

/// What a step becomes. Fails with step_status_conflict.
[[nodiscard]] Result<StepStatus> after(StepStatus status, StepAct act);

/// What the side may do to a step that has that status, in an engagement of that status; `in_turn`:
/// every step before it was delivered.
[[nodiscard]] std::vector<StepAct> acts_of(Side side, StepStatus status,
                                           EngagementStatus engagement, bool in_turn);

/// Whether a step counts as delivered for those after it.
[[nodiscard]] bool was_delivered(StepStatus status);

/// Days that each side has (parameters engagement_*_days).
struct ActDays {
    int accept = 10;
    int pay = 30;
    int confirm = 7;
};
/// By when the next act on a step is due; nothing at its end.
[[nodiscard]] std::optional<Date> act_by(StepStatus status, Date due_on, Date today,
                                         const ActDays& days);

struct LateDays {
    int yellow = 1;
    int orange = 7;
    int red = 15;
};
[[nodiscard]] LateLevel level_on(Date act_by_on, Date today, const LateDays& days);

/// Moves an amount between the stages of an engagement. Requires that it is in the first one.
void move_amount(EngagementRow& engagement, StepStatus from, StepStatus to, Fen amount);

/// Mean of `count` ratings that come to `stars` together, in tenths, halves away from zero.
[[nodiscard]] Rating rating_from(int count, int stars);

}  // namespace jianghui::engagements
