#pragma once
// Decisions about timesheets: pure functions.

#include "features/timesheets/errors.hpp"
#include "features/timesheets/model.hpp"

namespace jianghui::timesheets {

/// Every act that moves a timesheet.
enum class Act { change, submit, approve, send_back, dispute, decide };
BOOST_DESCRIBE_ENUM(Act, change, submit, approve, send_back, dispute, decide)

/// The status after an act. Fails with timesheet_status_conflict.
[[nodiscard]] Result<TimesheetStatus> next_status(TimesheetStatus status, Act act);

/// quantity × rate, rounded half away from zero to the fen (Fen multiply).
[[nodiscard]] Fen pay_of(Fen rate, std::int64_t quantity_hundredths);

/// Whether the days are days of work of this seat, of one month, and over. Fails with
/// seat_not_worked, timesheet_dates, timesheet_month.
[[nodiscard]] Result<Done> days_fit(const seats::SeatRow& seat, Date from_on, Date to_on,
                                    Date today);

/// Whether the days can hold the quantity: 24 hours and one day a day, one month a month together
/// with what the other timesheets of the month say. Pieces: as many as 100 million yuan pay for,
/// so that no sum of a month can overflow. Fails with quantity_too_large (fact `max_hundredths`).
[[nodiscard]] Result<Done> quantity_fits(const TimesheetRow& timesheet,
                                         std::int64_t others_of_month);

/// What the law allows (劳动法 §36, §41), in tenths of an hour.
struct AllowedHours {
    std::int64_t standard_of_day = 80;
    std::int64_t overtime_of_day = 30;
    std::int64_t overtime_of_month = 360;
};
/// Whether the hours are more than that: a day's on average, or the month's with what the seat's other
/// timesheets say of it, when the month has so many working days. They are owed all the same: a hint for the
/// inspector, never a refusal.
[[nodiscard]] bool over_hours(const TimesheetRow& timesheet, const AllowedHours& allowed,
                              std::int64_t others_of_month, int working_days);

/// Whether a decision may set this quantity: who objects to an approved timesheet must not come out
/// with less. Fails with decision_below_approved.
[[nodiscard]] Result<Done> may_decide(const TimesheetRow& timesheet, std::int64_t quantity);

/// Who lost the dispute: the agency when more is due than it submitted, the employer when more is
/// due than it approved, or when what it returned stands. Nobody otherwise.
[[nodiscard]] std::optional<OrganisationId> lost_by(const TimesheetRow& disputed,
                                                    std::int64_t decided);

}  // namespace jianghui::timesheets
