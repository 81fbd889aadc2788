#include "features/timesheets/store.hpp"

#include "features/timesheets/api.hpp"
#include "features/timesheets/queries.hpp"

namespace jianghui::timesheets {

void insert(store::Transaction& transaction, const TimesheetRow& timesheet) {
    transaction.execute(sql::insert_timesheet, store::members(timesheet));
}

bool update(store::Transaction& transaction, const TimesheetRow& before,
            const TimesheetRow& after) {
    return transaction.execute(sql::update_timesheet,
                               store::members_and(after, "before", before.status, "read_at",
                                                  before.changed_at)) == 1;
}

bool take_days(store::Transaction& transaction, const TimesheetRow& timesheet) {
    transaction.execute(sql::free_days, store::arguments("timesheet", timesheet.id));
    for (Date day = timesheet.from_on; day <= timesheet.to_on; day = add_days(day, 1))
        if (transaction.execute(sql::take_day,
                                store::arguments("city", timesheet.city, "seat", timesheet.seat_id,
                                                 "day", day, "timesheet", timesheet.id)) != 1)
            return false;
    return true;
}

std::int64_t other_quantity(const store::Reader& reader, const TimesheetRow& timesheet) {
    return reader
        .value<std::int64_t>(sql::other_quantity,
                             store::arguments("seat", timesheet.seat_id, "timesheet", timesheet.id,
                                              "month", date_text(timesheet.from_on).substr(0, 7)))
        .value_or(0);
}

void add_step(app::Command& command, const TimesheetRow& timesheet, std::string_view step,
              std::string_view reason) {
    const auto number =
        command.db.value<int>(sql::next_step, store::arguments("timesheet", timesheet.id));
    command.db.execute(
        sql::add_step,
        store::arguments("city", timesheet.city, "timesheet", timesheet.id, "number", number, "at",
                         command.now, "step", step, "role", command.caller.role, "account",
                         command.caller.account, "quantity", timesheet.quantity_hundredths,
                         "reason", reason));
}

std::vector<Step> steps_of(const store::Reader& reader, TimesheetId timesheet) {
    return reader.all<Step>(sql::steps_of, store::arguments("timesheet", timesheet));
}

std::optional<TimesheetRow> find(const store::Reader& reader, TimesheetId timesheet) {
    return reader.one<TimesheetRow>(sql::find_timesheet, store::arguments("timesheet", timesheet));
}

}  // namespace jianghui::timesheets
