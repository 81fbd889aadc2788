#include "engine/app/feature.hpp"
#include "engine/app/slow_change.hpp"

#include "features/quarter_reports/endpoints.hpp"
#include "features/quarter_reports/errors.hpp"
#include "features/quarter_reports/events.hpp"

namespace jianghui::quarter_reports {
namespace {

std::vector<app::Route> routes() {
    const app::Roles officials{app::Role::official};
    return {
        app::query("GET /quarter-reports", app::anybody, "quarter_reports.list",
                   {"季度报告", "Quarter reports"}, list_reports),
        app::query("GET /quarter-reports/{report}", app::anybody, "quarter_reports.read",
                   {"查看季度报告", "Show a quarter report"}, show_report),
        app::query("GET /quarter-reports/{report}/tables", app::anybody, "quarter_reports.tables",
                   {"季度报告的标准表", "Tables of a quarter report"}, show_tables),
        app::query("GET /quarter-reports/{report}/document", app::anybody,
                   "quarter_reports.document", {"季度报告的文字", "A quarter report in sentences"},
                   show_document),
        app::query("GET /quarter-reports/{report}/tables/{table}/records", app::anybody,
                   "quarter_reports.records", {"一行的明细", "What a row was counted from"},
                   list_row_records)
            .runs_slow(),
        app::query("GET /quarter-reports/{report}/file", app::anybody, "quarter_reports.download",
                   {"下载季度报告", "Download a quarter report"}, download_report)
            .runs_slow()
            .costs(25),
        app::slow_change("POST /quarter-reports", officials, "quarter_reports.compile",
                         {"编制季度报告", "Compile a quarter report"}, 201, compile_report),
        app::slow_change("POST /quarter-reports/{report}/compile", officials,
                         "quarter_reports.compile", {"重新编制", "Compile a quarter report anew"},
                         200, compile_anew),
        app::command("POST /quarter-reports/{report}/submit", officials, "quarter_reports.submit",
                     {"送审", "Submit a quarter report"}, submit_report)
            .changes(),
        app::command("POST /quarter-reports/{report}/send-back", officials,
                     "quarter_reports.publish", {"退回季度报告", "Send a quarter report back"},
                     send_report_back)
            .changes(),
        app::command("POST /quarter-reports/{report}/publish", officials,
                     "quarter_reports.publish", {"发布季度报告", "Publish a quarter report"},
                     publish_report)
            .changes(),
    };
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "quarter_reports";
    feature.routes = routes();
    feature.errors = {&report_status_conflict, &report_four_eyes,  &report_open_already,
                      &report_elsewhere,       &report_not_begun,  &report_too_small,
                      &report_row_merged,      &report_row_closed, &report_file_failed};
    feature.events = {&report_compiled, &report_submitted, &report_returned, &report_published};
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::quarter_reports
