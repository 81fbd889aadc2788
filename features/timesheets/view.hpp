#pragma once
// A timesheet for the eyes of a caller.

#include "features/timesheets/model.hpp"

namespace jianghui::timesheets {

/// With names as the caller may see them and the history in words.
[[nodiscard]] TimesheetView view(const store::Reader& reader, const app::Services& services,
                                 const app::Caller& caller, const TimesheetRow& timesheet);

}  // namespace jianghui::timesheets
