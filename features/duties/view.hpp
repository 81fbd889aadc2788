#pragma once
// Duties and assessments as a caller may see them.

#include "features/duties/sight.hpp"

namespace jianghui::duties {

/// With what the caller may do to it now; `findings` are all of it.
[[nodiscard]] DutyView view(const Sight& sight, const Duty& duty,
                            const std::vector<Finding>& findings);
[[nodiscard]] DutyDetail detail(const Sight& sight, const Duty& duty);
[[nodiscard]] AssessmentView view(const Sight& sight, const Assessment& assessment);

}  // namespace jianghui::duties
