// The API calls of timesheets.

#include "features/timesheets/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/timesheets/api.hpp"
#include "features/timesheets/queries.hpp"
#include "features/timesheets/view.hpp"

namespace jianghui::timesheets {
namespace {

Result<TimesheetRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                                  TimesheetId id) {
    const auto timesheet = find(reader, id);
    if (!timesheet || !may_see(caller, *timesheet)) return refuse(not_found);
    return *timesheet;
}

/// The agency or the worker: who records the work.
bool records(const app::Caller& caller, const TimesheetRow& timesheet) {
    return (caller.organisation && caller.organisation == timesheet.agency) ||
           (caller.person && caller.person == timesheet.person);
}

/// The timesheet when the caller is its employer. Fails with not_found, not_allowed.
Result<TimesheetRow> find_as_employer(const app::Command& command, TimesheetId id) {
    TRY(const TimesheetRow timesheet, find_visible(command.db, command.caller, id));
    if (command.caller.organisation != timesheet.employer) return refuse(not_allowed);
    return timesheet;
}

/// The timesheet when the caller records its work. Fails with not_found, not_allowed.
Result<TimesheetRow> find_as_recorder(const app::Command& command, TimesheetId id) {
    TRY(const TimesheetRow timesheet, find_visible(command.db, command.caller, id));
    if (!records(command.caller, timesheet)) return refuse(not_allowed);
    return timesheet;
}

Result<TimesheetView> shown(app::Command& command, const Result<TimesheetRow>& timesheet) {
    if (!timesheet) return refuse(timesheet.error());
    return view(command.db, command.services, command.caller, *timesheet);
}

}  // namespace

Sight sight_of(const app::Caller& caller) {
    Sight sight;
    if (caller.is(app::Role::worker)) {
        sight.person = caller.person;
    } else if (caller.is(app::Role::employer) || caller.is(app::Role::agency)) {
        sight.organisation = caller.organisation;
    } else {
        std::tie(sight.place_from, sight.place_to) = codes_within(caller.place);
    }
    return sight;
}

bool may_see(const app::Caller& caller, const TimesheetRow& timesheet) {
    if (caller.person && caller.person == timesheet.person) return true;
    if (caller.organisation &&
        (caller.organisation == timesheet.agency || caller.organisation == timesheet.employer))
        return true;
    return caller.supervises(timesheet.place);
}

Result<TimesheetView> record_work(app::Command& command, const RecordTimesheet& input) {
    const auto seat = seats::find(command.db, input.seat);
    if (!seat || !seats::may_see(command.caller, *seat)) return refuse(not_found);
    const bool agency = command.caller.organisation == seat->agency;
    const bool worker = command.caller.person && command.caller.person == seat->person;
    if (!agency && !worker) return refuse(not_allowed);
    return shown(command, record(command, *seat, input));
}

Result<TimesheetView> change_work(app::Command& command, const ChangeTimesheet& input) {
    TRY(const TimesheetRow timesheet, find_as_recorder(command, input.timesheet));
    return shown(command, change(command, timesheet, input));
}

Result<TimesheetView> submit_work(app::Command& command, const FindTimesheet& input) {
    TRY(const TimesheetRow timesheet, find_as_recorder(command, input.timesheet));
    return shown(command, submit(command, timesheet));
}

Result<TimesheetView> approve_work(app::Command& command, const FindTimesheet& input) {
    TRY(const TimesheetRow timesheet, find_as_employer(command, input.timesheet));
    return shown(command, approve(command, timesheet));
}

Result<TimesheetView> return_work(app::Command& command, const TimesheetReason& input) {
    TRY(const TimesheetRow timesheet, find_as_employer(command, input.timesheet));
    return shown(command, send_back(command, timesheet, input.reason.text));
}

Result<TimesheetView> dispute_work(app::Command& command, const TimesheetReason& input) {
    TRY(const TimesheetRow timesheet, find_visible(command.db, command.caller, input.timesheet));
    if (command.caller.person != timesheet.person) return refuse(not_allowed);
    return shown(command, dispute(command, timesheet, input.reason.text));
}

Result<TimesheetView> decide_work(app::Command& command, const DecideTimesheet& input) {
    TRY(const TimesheetRow timesheet, find_visible(command.db, command.caller, input.timesheet));
    if (!command.caller.supervises(timesheet.place)) return refuse(not_allowed);
    return shown(command,
                 decide(command, timesheet, input.quantity_hundredths.value, input.reason.text));
}

Result<TimesheetView> show(app::Query& query, const FindTimesheet& input) {
    TRY(const TimesheetRow timesheet, find_visible(query.db, query.caller, input.timesheet));
    return view(query.db, query.services, query.caller, timesheet);
}

Result<app::Page<TimesheetView>> list_all(app::Query& query, const ListTimesheets& input) {
    const int limit = app::limit_of(input.limit);
    const Sight sight = sight_of(query.caller);
    const auto rows = query.db.all<TimesheetRow>(
        sql::list_timesheets,
        store::arguments("cursor", input.cursor, "seat", input.seat, "share", input.share, "order",
                         input.order, "status", input.status, "organisation", sight.organisation,
                         "person", sight.person, "place_from", sight.place_from, "place_to",
                         sight.place_to, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) {
        return view(query.db, query.services, query.caller, row);
    });
}

}  // namespace jianghui::timesheets
