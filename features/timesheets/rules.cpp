#include "features/timesheets/rules.hpp"

#include <algorithm>

namespace jianghui::timesheets {
namespace {

using Status = TimesheetStatus;

/// What a timesheet can come to: more than any work is worth.
constexpr std::int64_t pay_fen_max = 10'000'000'000;

/// The last day that can be recorded: the seat's own end, or its last planned day.
Date last_day(const seats::SeatRow& seat, Date today) {
    return std::min(std::chrono::sys_days(seat.ended_on.value_or(seat.ends_on)),
                    std::chrono::sys_days(today));
}

}  // namespace

Result<TimesheetStatus> next_status(TimesheetStatus status, Act act) {
    const bool draft = status == Status::open || status == Status::returned;
    switch (act) {
        case Act::change:
            if (draft) return status;
            break;
        case Act::submit:
            if (draft) return Status::submitted;
            break;
        case Act::approve:
            if (status == Status::submitted) return Status::approved;
            break;
        case Act::send_back:
            if (status == Status::submitted) return Status::returned;
            break;
        case Act::dispute:
            if (status == Status::submitted || status == Status::returned ||
                status == Status::approved)
                return Status::disputed;
            break;
        case Act::decide:
            if (status == Status::disputed) return Status::decided;
            break;
    }
    return refuse(error(timesheet_status_conflict)
                      .with("status", std::string(codec::enum_text(status)))
                      .with("act", std::string(codec::enum_text(act))));
}

Fen pay_of(Fen rate, std::int64_t quantity_hundredths) {
    return multiply(rate, quantity_hundredths, 100);
}

Result<Done> days_fit(const seats::SeatRow& seat, Date from_on, Date to_on, Date today) {
    if (!seat.started_on) return refuse(seat_not_worked);
    if (to_on < from_on || from_on < *seat.started_on)
        return refuse(
            error(timesheet_dates).with("started_on", date_text(*seat.started_on)).at("/from_on"));
    const Date last = last_day(seat, today);
    if (to_on > last)
        return refuse(error(timesheet_dates).with("last_day", date_text(last)).at("/to_on"));
    if (from_on.year() != to_on.year() || from_on.month() != to_on.month())
        return refuse(error(timesheet_month).at("/to_on"));
    return Done{};
}

Result<Done> quantity_fits(const TimesheetRow& timesheet, std::int64_t others_of_month) {
    const std::int64_t days = days_between(timesheet.from_on, timesheet.to_on) + 1;
    std::int64_t max = DecidedQuantity{9'999'999};
    switch (timesheet.unit) {
        case orders::PayUnit::hour:
            max = days * 2400;
            break;
        case orders::PayUnit::day:
            max = days * 100;
            break;
        case orders::PayUnit::month:
            max = std::max<std::int64_t>(0, 100 - others_of_month);
            break;
        case orders::PayUnit::piece:
            if (timesheet.rate_fen > Fen{0})
                max = std::min(max, pay_fen_max * 100 / timesheet.rate_fen.value);
            break;
    }
    if (timesheet.quantity_hundredths <= max) return Done{};
    return refuse(error(quantity_too_large)
                      .with("max_hundredths", std::to_string(max))
                      .at("/quantity_hundredths"));
}

bool over_hours(const TimesheetRow& timesheet, const AllowedHours& allowed, std::int64_t others_of_month,
                int working_days) {
    if (timesheet.unit != orders::PayUnit::hour) return false;
    const std::int64_t days = days_between(timesheet.from_on, timesheet.to_on) + 1;
    const auto of_days = days * (allowed.standard_of_day + allowed.overtime_of_day);
    const auto of_month = working_days * allowed.standard_of_day + allowed.overtime_of_month;
    return timesheet.quantity_hundredths > of_days * 10 ||
           timesheet.quantity_hundredths + others_of_month > of_month * 10;
}

Result<Done> may_decide(const TimesheetRow& timesheet, std::int64_t quantity) {
    if (timesheet.disputed_from == Status::approved && quantity < timesheet.quantity_hundredths)
        return refuse(
            error(decision_below_approved)
                .with("approved_hundredths", std::to_string(timesheet.quantity_hundredths))
                .at("/quantity_hundredths"));
    return Done{};
}

std::optional<OrganisationId> lost_by(const TimesheetRow& disputed, std::int64_t decided) {
    const bool more = decided > disputed.quantity_hundredths;
    if (disputed.disputed_from == Status::submitted && more) return disputed.agency;
    if (disputed.disputed_from == Status::approved && more) return disputed.employer;
    if (disputed.disputed_from == Status::returned && decided >= disputed.quantity_hundredths)
        return disputed.employer;
    return std::nullopt;
}

}  // namespace jianghui::timesheets
