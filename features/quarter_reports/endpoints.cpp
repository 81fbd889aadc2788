// What is asked about quarter reports.

#include "features/quarter_reports/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/quarter_reports/document.hpp"
#include "features/quarter_reports/files.hpp"
#include "features/quarter_reports/queries.hpp"
#include "features/quarter_reports/row_records.hpp"

namespace jianghui::quarter_reports {
namespace {

/// The report as the caller sees it: its view, document and tables.
WholeReport whole(const app::Query& query, const ReportRow& report) {
    const auto& codes = query.services.get<codes::Tables>();
    WholeReport whole;
    whole.report = view(query.db, query.services, query.caller, report);
    whole.tables = tables_of(query.db, query.services, report, whole.report.audience);
    whole.document = document_of(
        whole.report, whole.tables,
        {codes.parameter_or("warning_yellow_ratio_hundredths", date_of(report.made_at), 150),
         codes.parameter_or("warning_surplus_ratio_hundredths", date_of(report.made_at), 60)});
    return whole;
}

}  // namespace

Result<app::Page<ReportView>> list_reports(app::Query& query, const FindReports& input) {
    const auto [seen_from, seen_to] = query.caller.seen_range();
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<ReportRow>(
        sql::list_reports,
        store::arguments("cursor", input.cursor, "period", input.period, "status", input.status,
                         "seen_from", seen_from, "seen_to", seen_to, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const ReportRow& row) {
        return view(query.db, query.services, query.caller, row);
    });
}

Result<ReportView> show_report(app::Query& query, const FindReport& input) {
    TRY(const ReportRow report, find_visible(query.db, query.caller, input.report));
    return view(query.db, query.services, query.caller, report);
}

Result<TablesView> show_tables(app::Query& query, const FindReport& input) {
    TRY(const ReportRow report, find_visible(query.db, query.caller, input.report));
    return TablesView{
        tables_of(query.db, query.services, report, audience_of(query.caller, report))};
}

Result<DocumentView> show_document(app::Query& query, const FindReport& input) {
    TRY(const ReportRow report, find_visible(query.db, query.caller, input.report));
    return whole(query, report).document;
}

Result<statistics::RecordsView> list_row_records(app::Query& query, const FindRowRecords& input) {
    TRY(const ReportRow report, find_visible(query.db, query.caller, input.report));
    return row_records(query, report, input);
}

Result<http::Reply> download_report(app::Query& query, const FindFile& input) {
    TRY(const ReportRow report, find_visible(query.db, query.caller, input.report));
    WholeReport file = whole(query, report);
    file.report.acts.clear();
    return file_of(file, input.form, query.db);
}

namespace {

std::vector<app::Waiting> waiting_for_office(const app::Query& query, int limit) {
    const auto [from, to] = codes_within(query.caller.place);
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<ReportRow>(
             sql::reports_waiting,
             store::arguments("region", access::region_acted_on(query.caller), "place_from", from,
                              "place_to", to, "account", query.caller.account, "limit", limit)))
        waiting.push_back({"quarter_report.review",
                           {"待审核发布：季度报告 " + row.period,
                            "Quarter report to be published: " + row.period},
                           "quarter_report",
                           row.id.number,
                           std::nullopt,
                           row.changed_at,
                           "/desk/quarter-reports/" + row.id.text()});
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"quarter_reports.office", {app::Role::official}, waiting_for_office}};
}

}  // namespace jianghui::quarter_reports
