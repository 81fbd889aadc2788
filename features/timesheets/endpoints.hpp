#pragma once
// The API calls of timesheets; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/timesheets/model.hpp"

namespace jianghui::timesheets {

Result<TimesheetView> record_work(app::Command& command, const RecordTimesheet& input);
Result<TimesheetView> change_work(app::Command& command, const ChangeTimesheet& input);
Result<TimesheetView> submit_work(app::Command& command, const FindTimesheet& input);
Result<TimesheetView> approve_work(app::Command& command, const FindTimesheet& input);
Result<TimesheetView> return_work(app::Command& command, const TimesheetReason& input);
Result<TimesheetView> dispute_work(app::Command& command, const TimesheetReason& input);
Result<TimesheetView> decide_work(app::Command& command, const DecideTimesheet& input);
Result<TimesheetView> show(app::Query& query, const FindTimesheet& input);
Result<app::Page<TimesheetView>> list_all(app::Query& query, const ListTimesheets& input);

}  // namespace jianghui::timesheets
