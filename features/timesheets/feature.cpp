#include "engine/app/feature.hpp"

#include "features/timesheets/endpoints.hpp"
#include "features/timesheets/errors.hpp"
#include "features/timesheets/events.hpp"
#include "features/timesheets/inbox.hpp"
#include "features/timesheets/personal_data.hpp"

namespace jianghui::timesheets {

app::Feature feature() {
    using app::Role;
    const app::Roles recorders{Role::agency, Role::worker};
    const app::Roles employer{Role::employer};
    const app::Roles worker{Role::worker};
    const app::Roles authorities{Role::official, Role::inspector};
    const app::Roles parties{Role::agency, Role::employer, Role::worker, Role::official,
                             Role::inspector};
    app::Feature feature;
    feature.name = "timesheets";
    feature.routes = {
        app::command("POST /seats/{seat}/timesheets", recorders, "timesheets.record",
                     {"填报工时", "Record work"}, record_work),
        app::command("PATCH /timesheets/{timesheet}", recorders, "timesheets.record",
                     {"修改工时单", "Change a timesheet"}, change_work),
        app::command("POST /timesheets/{timesheet}/submit", recorders, "timesheets.record",
                     {"提交工时单", "Submit a timesheet"}, submit_work)
            .changes(),
        app::command("POST /timesheets/{timesheet}/approve", employer, "timesheets.approve",
                     {"核准工时单", "Approve a timesheet"}, approve_work)
            .changes(),
        app::command("POST /timesheets/{timesheet}/return", employer, "timesheets.approve",
                     {"退回工时单", "Return a timesheet"}, return_work)
            .changes(),
        app::command("POST /timesheets/{timesheet}/dispute", worker, "timesheets.dispute",
                     {"对工时提出异议", "Dispute a timesheet"}, dispute_work)
            .changes(),
        app::command("POST /timesheets/{timesheet}/decide", authorities, "timesheets.decide",
                     {"裁定工时", "Decide a timesheet"}, decide_work)
            .changes(),
        app::query("GET /timesheets", parties, "timesheets.list", {"工时单列表", "List timesheets"},
                   list_all),
        app::query("GET /timesheets/{timesheet}", parties, "timesheets.read",
                   {"查看工时单", "Show a timesheet"}, show),
    };
    feature.inbox = inbox_sources();
    feature.errors = {&seat_not_worked,         &share_is_settled,         &timesheet_dates,
                      &timesheet_month,         &timesheet_overlap,        &quantity_too_large,
                      &decision_below_approved, &timesheet_status_conflict};
    feature.events = {&timesheet_recorded, &timesheet_changed,  &timesheet_submitted,
                      &timesheet_approved, &timesheet_returned, &timesheet_disputed,
                      &timesheet_decided};
    feature.personal_data = personal_data();
    return feature;
}

}  // namespace jianghui::timesheets
