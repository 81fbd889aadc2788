// What moves a timesheet: the acts of api.hpp.

#include "features/timesheets/api.hpp"
#include "features/timesheets/events.hpp"
#include "features/timesheets/rules.hpp"
#include "features/timesheets/store.hpp"

namespace jianghui::timesheets {
namespace {

void tell(app::Command& command, const journal::EventKind& kind, const TimesheetRow& timesheet,
          TimesheetStatus from, std::optional<OrganisationId> lost_by = {}) {
    command.record(
        kind,
        {timesheet.city, "timesheet", timesheet.id.number, timesheet.agency, timesheet.employer,
         timesheet.person},
        TimesheetChange{timesheet.seat_id, timesheet.share_id, timesheet.order_id, from,
                        timesheet.status, timesheet.from_on, timesheet.to_on, timesheet.unit,
                        timesheet.quantity_hundredths, timesheet.pay_fen, lost_by});
}

Result<Done> fits(const app::Command& command, const TimesheetRow& timesheet) {
    const auto seat = seats::find(command.db, timesheet.seat_id);
    TRY_DO(days_fit(*seat, timesheet.from_on, timesheet.to_on, date_of(command.now)));
    return quantity_fits(timesheet, other_quantity(command.db, timesheet));
}

void make_owed(app::Command& command, const TimesheetRow& timesheet) {
    if (command.services.has<OwedPay>()) command.services.get<OwedPay>().add(command, timesheet);
}

/// Moves the status and writes row, step and event.
Result<TimesheetRow> moved(app::Command& command, const TimesheetRow& before, TimesheetRow after,
                           Act act, const journal::EventKind& kind, std::string_view reason = {}) {
    TRY(after.status, next_status(before.status, act));
    after.changed_at = command.now;
    if (!update(command.db, before, after)) return refuse(timesheet_status_conflict);
    add_step(command, after, kind.name.substr(kind.name.find('.') + 1), reason);
    const auto lost =
        act == Act::decide ? lost_by(before, after.quantity_hundredths) : std::nullopt;
    tell(command, kind, after, before.status, lost);
    if (is_owed(after.status)) make_owed(command, after);
    return after;
}

}  // namespace

Result<TimesheetRow> record(app::Command& command, const seats::SeatRow& seat,
                            const RecordTimesheet& wanted) {
    const auto share = shares::find(command.db, seat.share_id);
    if (!share || share->status == shares::ShareStatus::settled) return refuse(share_is_settled);
    const auto order = orders::find(command.db, seat.order_id);
    TimesheetRow row{.id = command.next_id<TimesheetId>(),
                     .city = seat.city,
                     .place = order->place,
                     .seat_id = seat.id,
                     .share_id = seat.share_id,
                     .order_id = seat.order_id,
                     .employer = seat.employer,
                     .agency = seat.agency,
                     .person = seat.person,
                     .from_on = wanted.from_on,
                     .to_on = wanted.to_on,
                     .unit = seat.pay_unit,
                     .rate_fen = seat.pay_fen,
                     .quantity_hundredths = wanted.quantity_hundredths,
                     .pay_fen = pay_of(seat.pay_fen, wanted.quantity_hundredths),
                     .created_at = command.now,
                     .changed_at = command.now};
    TRY_DO(fits(command, row));
    if (!take_days(command.db, row)) return refuse(error(timesheet_overlap).at("/from_on"));
    insert(command.db, row);
    add_step(command, row, "recorded", {});
    tell(command, timesheet_recorded, row, row.status);
    return wanted.submit.value_or(false) ? submit(command, row) : row;
}

Result<TimesheetRow> change(app::Command& command, const TimesheetRow& before,
                            const ChangeTimesheet& change) {
    TimesheetRow after = before;
    if (change.from_on) after.from_on = *change.from_on;
    if (change.to_on) after.to_on = *change.to_on;
    if (change.quantity_hundredths) after.quantity_hundredths = *change.quantity_hundredths;
    after.pay_fen = pay_of(after.rate_fen, after.quantity_hundredths);
    TRY_DO(next_status(before.status, Act::change));
    TRY_DO(fits(command, after));
    if (!take_days(command.db, after)) return refuse(error(timesheet_overlap).at("/from_on"));
    TRY(const TimesheetRow changed, moved(command, before, after, Act::change, timesheet_changed));
    return change.submit.value_or(false) ? submit(command, changed) : changed;
}

Result<TimesheetRow> submit(app::Command& command, const TimesheetRow& timesheet) {
    TRY_DO(next_status(timesheet.status, Act::submit));
    TRY_DO(fits(command, timesheet));
    return moved(command, timesheet, timesheet, Act::submit, timesheet_submitted);
}

Result<TimesheetRow> approve(app::Command& command, const TimesheetRow& timesheet) {
    TRY_DO(next_status(timesheet.status, Act::approve));
    TRY_DO(fits(command, timesheet));
    return moved(command, timesheet, timesheet, Act::approve, timesheet_approved);
}

Result<TimesheetRow> send_back(app::Command& command, const TimesheetRow& timesheet,
                               std::string_view reason) {
    return moved(command, timesheet, timesheet, Act::send_back, timesheet_returned, reason);
}

Result<TimesheetRow> dispute(app::Command& command, const TimesheetRow& timesheet,
                             std::string_view reason) {
    TimesheetRow after = timesheet;
    after.disputed_from = timesheet.status;
    return moved(command, timesheet, after, Act::dispute, timesheet_disputed, reason);
}

Result<TimesheetRow> decide(app::Command& command, const TimesheetRow& timesheet,
                            std::int64_t quantity, std::string_view reason) {
    TRY_DO(next_status(timesheet.status, Act::decide));
    TRY_DO(may_decide(timesheet, quantity));
    TimesheetRow after = timesheet;
    after.quantity_hundredths = quantity;
    after.pay_fen = pay_of(after.rate_fen, quantity);
    TRY_DO(quantity_fits(after, other_quantity(command.db, after)));
    return moved(command, timesheet, after, Act::decide, timesheet_decided, reason);
}

}  // namespace jianghui::timesheets
