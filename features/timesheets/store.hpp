#pragma once
// Typed calls of queries.sql.

#include "features/timesheets/model.hpp"

namespace jianghui::timesheets {

void insert(store::Transaction& transaction, const TimesheetRow& timesheet);
/// Writes `after` unless the row is no longer as `before` was read; then false.
[[nodiscard]] bool update(store::Transaction& transaction, const TimesheetRow& before,
                          const TimesheetRow& after);
/// Takes the timesheet's days, and only those; false when another timesheet of the seat has one
/// (then nothing may be kept: the caller refuses).
[[nodiscard]] bool take_days(store::Transaction& transaction, const TimesheetRow& timesheet);
/// What the seat's other timesheets of the month add up to.
[[nodiscard]] std::int64_t other_quantity(const store::Reader& reader,
                                          const TimesheetRow& timesheet);

/// A row of `timesheet_steps`.
struct Step {
    Instant at;
    std::string step;
    std::string role;
    std::int64_t quantity_hundredths = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Step, (), (at, step, role, quantity_hundredths, reason))
void add_step(app::Command& command, const TimesheetRow& timesheet, std::string_view step,
              std::string_view reason);
[[nodiscard]] std::vector<Step> steps_of(const store::Reader& reader, TimesheetId timesheet);

}  // namespace jianghui::timesheets
