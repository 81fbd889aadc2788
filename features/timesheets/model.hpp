#pragma once
// The vocabulary of timesheets.

#include "features/seats/api.hpp"

namespace jianghui::timesheets {

enum class TimesheetStatus {
    open,       ///< being written
    submitted,  ///< the employer is to look at it
    approved,   ///< by the employer
    returned,   ///< by the employer, with a reason; to be changed and submitted again
    disputed,   ///< the worker objects; an official decides
    decided     ///< by an official of the place; final here
};
BOOST_DESCRIBE_ENUM(TimesheetStatus, open, submitted, approved, returned, disputed, decided)

/// Whether its pay is owed.
[[nodiscard]] constexpr bool is_owed(TimesheetStatus status) {
    return status == TimesheetStatus::approved || status == TimesheetStatus::decided;
}

/// Hours, days, months or pieces × 100. More than nothing, but for a decision.
using Quantity = Integer<1, 9'999'999>;
using DecidedQuantity = Integer<0, 9'999'999>;

/// A row of `timesheets`.
struct TimesheetRow {
    TimesheetId id = {};
    PlaceCode city = {};
    PlaceCode place = {};  ///< the order's: whose officials decide
    SeatId seat_id = {};
    ShareId share_id = {};
    OrderId order_id = {};
    OrganisationId employer = {};
    OrganisationId agency = {};
    PersonId person = {};
    Date from_on = {};
    Date to_on = {};
    orders::PayUnit unit = orders::PayUnit::day;
    Fen rate_fen = {};
    std::int64_t quantity_hundredths = 0;
    Fen pay_fen = {};
    TimesheetStatus status = TimesheetStatus::open;
    std::optional<TimesheetStatus> disputed_from = {};
    Instant created_at = {};
    Instant changed_at = {};
};
BOOST_DESCRIBE_STRUCT(TimesheetRow, (),
                      (id, city, place, seat_id, share_id, order_id, employer, agency, person,
                       from_on, to_on, unit, rate_fen, quantity_hundredths, pay_fen, status,
                       disputed_from, created_at, changed_at))

/// One line of a timesheet's history, in words.
struct HistoryItem {
    Instant at;
    std::string kind;
    Text text;
    std::optional<std::string> actor;  ///< the role that acted
};
BOOST_DESCRIBE_STRUCT(HistoryItem, (), (at, kind, text, actor))

/// A timesheet as the API shows it.
struct TimesheetView {
    TimesheetId id;
    SeatId seat;
    ShareId share;
    people::Reference person;
    shares::OrderReference order;
    Date from_on;
    Date to_on;
    orders::PayUnit unit = orders::PayUnit::day;
    std::int64_t quantity_hundredths = 0;
    TimesheetStatus status = TimesheetStatus::open;
    Fen rate_fen;
    Fen pay_fen;
    bool over_hours = false;  ///< more hours than the law allows a day or a month: a hint for inspectors
    /// Days on which the gate, asked again, refuses the agency: for inspectors; wages are owed.
    std::vector<shares::BarredDay> barred_days;
    std::vector<HistoryItem> history;
};
BOOST_DESCRIBE_STRUCT(TimesheetView, (),
                      (id, seat, share, person, order, from_on, to_on, unit, quantity_hundredths,
                       status, rate_fen, pay_fen, over_hours, barred_days, history))

/// POST seats/{seat}/timesheets.
struct RecordTimesheet {
    SeatId seat;
    Date from_on;
    Date to_on;
    Quantity quantity_hundredths;
    std::optional<bool> submit;
};
BOOST_DESCRIBE_STRUCT(RecordTimesheet, (), (seat, from_on, to_on, quantity_hundredths, submit))

/// PATCH timesheets/{timesheet}.
struct ChangeTimesheet {
    TimesheetId timesheet;
    std::optional<Date> from_on;
    std::optional<Date> to_on;
    std::optional<Quantity> quantity_hundredths;
    std::optional<bool> submit;
};
BOOST_DESCRIBE_STRUCT(ChangeTimesheet, (), (timesheet, from_on, to_on, quantity_hundredths, submit))

struct FindTimesheet {
    TimesheetId timesheet;
};
BOOST_DESCRIBE_STRUCT(FindTimesheet, (), (timesheet))

struct TimesheetReason {
    TimesheetId timesheet;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(TimesheetReason, (), (timesheet, reason))

struct DecideTimesheet {
    TimesheetId timesheet;
    DecidedQuantity quantity_hundredths;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(DecideTimesheet, (), (timesheet, quantity_hundredths, reason))

/// GET timesheets.
struct ListTimesheets {
    std::optional<SeatId> seat;
    std::optional<ShareId> share;
    std::optional<OrderId> order;
    std::optional<TimesheetStatus> status;
    std::optional<bool> mine;
    std::optional<TimesheetId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListTimesheets, (), (seat, share, order, status, mine, cursor, limit))

/// What the events of a timesheet say. `lost_by`: whose record or refusal a decision overruled.
struct TimesheetChange {
    SeatId seat;
    ShareId share;
    OrderId order;
    TimesheetStatus from = TimesheetStatus::open;
    TimesheetStatus to = TimesheetStatus::open;
    Date from_on;
    Date to_on;
    orders::PayUnit unit = orders::PayUnit::day;
    std::int64_t quantity_hundredths = 0;
    Fen pay_fen;
    std::optional<OrganisationId> lost_by;
};
BOOST_DESCRIBE_STRUCT(TimesheetChange, (),
                      (seat, share, order, from, to, from_on, to_on, unit, quantity_hundredths,
                       pay_fen, lost_by))

}  // namespace jianghui::timesheets
