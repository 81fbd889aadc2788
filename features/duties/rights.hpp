#pragma once
// Who sees duties and assessments, and who may do what: commands are refused and views offer by these.

#include "features/duties/sight.hpp"

namespace jianghui::duties {

/// Whether it is the own place of an official: who is above it does not report, remedy or appeal for it.
[[nodiscard]] bool has_it(const app::Caller& caller, const PlaceCode& place);
/// Whether the caller's office has it, set it, or is above either; inspectors too.
[[nodiscard]] bool oversees(const app::Caller& caller, const PlaceCode& place,
                            const PlaceCode& set_place);

/// The duty, if the caller oversees it. Fails with not_found.
[[nodiscard]] Result<Duty> find_visible(const Sight& sight, DutyId id);
/// The same for an assessment; a published one is for everybody.
[[nodiscard]] Result<Assessment> find_visible(const Sight& sight, AssessmentId id);

/// Whether the caller may do that to the duty now; `findings`, all of it, are looked at for `confirm`
/// alone. Fails with duty_not_yours, duty_status_conflict (also with a finding that is not closed),
/// duty_four_eyes.
[[nodiscard]] Result<Done> may_do(const Sight& sight, const Duty& duty,
                                  const std::vector<Finding>& findings, DutyAct act);

enum class FindingAct { remedy, close };
/// Whether the caller may do that to a finding of the duty. Fails with duty_status_conflict,
/// duty_not_yours, duty_four_eyes, in this order.
[[nodiscard]] Result<Done> may_do(const Sight& sight, const Duty& duty, const Finding& finding,
                                  FindingAct act);

/// Whether the caller may do that to the assessment now. Fails with duty_not_yours,
/// duty_status_conflict, assessment_window, duty_four_eyes.
[[nodiscard]] Result<Done> may_do(const Sight& sight, const Assessment& assessment,
                                  AssessmentAct act);

}  // namespace jianghui::duties
