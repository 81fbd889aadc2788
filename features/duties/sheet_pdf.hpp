#pragma once
// The score sheet of an assessment as a printed document.

#include "features/duties/model.hpp"
#include "features/papers/api.hpp"

namespace jianghui::duties {

/// Lines with weight, count, share and points, the sum, appeal and decision as the view has them; its end says where it is
/// found (`link`). The points of the lines are rounded one by one; the sum is what was computed. Fails with sheet_failed.
[[nodiscard]] Result<std::string> pdf_of(const AssessmentView& sheet, const papers::PaperLink& link);
[[nodiscard]] std::string title_of(const AssessmentView& sheet);

}  // namespace jianghui::duties
