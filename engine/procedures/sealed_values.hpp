#pragma once
// Values of sealed fields: boxes beside the step, masks among its values.

#include "engine/procedures/case.hpp"
#include "engine/app/services.hpp"

namespace jianghui::procedures {

/// Moves the values of sealed fields into boxes of `step`, and leaves their masks. Requires the
/// step's id.
void seal_values(const app::Services& services, const Fields& fields,
                 const codec::json::object& values, StepRow& step);
/// The values of the step with the boxes opened. Fails as the vault does.
[[nodiscard]] Result<codec::json::object> open_values(const app::Services& services,
                                                      const StepRow& step);

}  // namespace jianghui::procedures
