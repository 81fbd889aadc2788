#include "features/timesheets/personal_data.hpp"

#include "features/timesheets/api.hpp"
#include "features/timesheets/queries.hpp"
#include "features/timesheets/store.hpp"
#include "features/timesheets/view.hpp"

namespace jianghui::timesheets {
namespace {

std::vector<TimesheetRow> timesheets_of(const store::Reader& reader, PersonId person) {
    return reader.all<TimesheetRow>(sql::timesheets_of_person,
                                    store::arguments("person", person));
}

codec::json::array copy(const app::AboutPerson& about) {
    std::vector<TimesheetView> all;
    for (const auto& row : timesheets_of(about.db, about.person))
        all.push_back(view(about.db, about.services, about.caller, row));
    return app::documents(all);
}

std::vector<app::Hindrance> hindrances(const app::AboutPerson& about) {
    std::int64_t count = 0;
    for (const auto& row : timesheets_of(about.db, about.person))
        if (row.status == TimesheetStatus::submitted ||
            row.status == TimesheetStatus::disputed ||
            row.status == TimesheetStatus::returned ||
            (row.status == TimesheetStatus::open && row.quantity_hundredths > 0))
            ++count;
    if (count == 0) return {};
    return {{"timesheet_undecided",
             {"您还有工时没有核准：工时单未提交、被退回，或在等用人单位核准、人社部门裁定。",
              "Hours of yours are not approved: sheets not handed in, sent back, or waiting for the "
              "employer or an official."},
             count}};
}

/// A timesheet with the words that were said about it.
struct KeptTimesheet {
    TimesheetId timesheet;
    SeatId seat;
    OrganisationId employer;
    Date from_on;
    Date to_on;
    orders::PayUnit unit = orders::PayUnit::day;
    std::int64_t quantity_hundredths = 0;
    Fen rate_fen;
    Fen pay_fen;
    TimesheetStatus status = TimesheetStatus::open;
    std::vector<Step> steps;
};
BOOST_DESCRIBE_STRUCT(KeptTimesheet, (),
                      (timesheet, seat, employer, from_on, to_on, unit, quantity_hundredths,
                       rate_fen, pay_fen, status, steps))

std::vector<app::Kept> keeps(const app::AboutPerson& about) {
    std::vector<KeptTimesheet> kept;
    std::optional<Date> last;
    for (const auto& row : timesheets_of(about.db, about.person)) {
        kept.push_back({row.id, row.seat_id, row.employer, row.from_on, row.to_on, row.unit,
                        row.quantity_hundredths, row.rate_fen, row.pay_fen, row.status,
                        steps_of(about.db, row.id)});
        last = std::max(last.value_or(row.to_on), row.to_on);
    }
    if (kept.empty()) return {};
    return {{app::RetentionClass::wages, last, app::documents(kept)}};
}

/// Hours and amounts stay: they are the employer's and the agency's books, too, and name nobody.
void empty(app::Command& command, PersonId person) {
    command.db.execute(sql::empty_steps, store::arguments("person", person));
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "timesheets";
    part.title = {"工时单", "Timesheets"};
    part.copy = copy;
    part.hindrances = hindrances;
    part.keeps = keeps;
    part.empty = empty;
    return part;
}

}  // namespace jianghui::timesheets
