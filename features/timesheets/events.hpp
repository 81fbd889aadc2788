#pragma once
// What happens to a timesheet.

#include "engine/journal/journal.hpp"

namespace jianghui::timesheets {

inline constexpr journal::EventKind timesheet_recorded{"timesheet.recorded", "填报工时",
                                                       "Timesheet recorded"};
inline constexpr journal::EventKind timesheet_changed{"timesheet.changed", "修改工时单",
                                                      "Timesheet changed"};
inline constexpr journal::EventKind timesheet_submitted{"timesheet.submitted", "提交工时单",
                                                        "Timesheet submitted"};
inline constexpr journal::EventKind timesheet_approved{"timesheet.approved", "核准工时",
                                                       "Timesheet approved"};
inline constexpr journal::EventKind timesheet_returned{"timesheet.returned", "退回工时单",
                                                       "Timesheet returned"};
inline constexpr journal::EventKind timesheet_disputed{"timesheet.disputed", "工时异议",
                                                       "Timesheet disputed"};
inline constexpr journal::EventKind timesheet_decided{"timesheet.decided", "裁定工时",
                                                      "Timesheet decided"};

}  // namespace jianghui::timesheets
