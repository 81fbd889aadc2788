#pragma once
// The score sheet of an assessment as a printed document.

#include "features/duties/model.hpp"

namespace jianghui::duties {

/// Lines with weight, count, share and points, the sum, appeal and decision as the view has them; a QR code leads to `address`. The
/// points of the lines are rounded one by one; the sum is what was computed. Fails with sheet_failed.
[[nodiscard]] Result<std::string> pdf_of(const AssessmentView& sheet, const std::string& address);
[[nodiscard]] std::string title_of(const AssessmentView& sheet);

}  // namespace jianghui::duties
