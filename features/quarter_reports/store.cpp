#include "features/quarter_reports/store.hpp"

#include "features/quarter_reports/queries.hpp"

namespace jianghui::quarter_reports {
namespace {

void add_rows(store::Transaction& transaction, const ReportRow& report, Audience audience,
              const std::vector<TableRow>& rows) {
    std::vector<store::Arguments> lines;
    for (const auto& row : rows)
        lines.push_back(store::members_and(row, "city", report.city, "report", report.id,
                                           "audience", audience));
    if (!lines.empty()) transaction.execute_all(sql::insert_row, lines);
}

}  // namespace

std::optional<ReportRow> find(const store::Reader& reader, ReportId report) {
    return reader.one<ReportRow>(sql::find_report, store::arguments("report", report));
}

bool insert(store::Transaction& transaction, const ReportRow& report) {
    return transaction.execute(sql::insert_report, store::members(report)) == 1;
}

bool update(store::Transaction& transaction, const ReportRow& report, ReportStatus from) {
    return transaction.execute(sql::update_report, store::members_and(report, "from", from)) == 1;
}

void replace_rows(store::Transaction& transaction, const ReportRow& report,
                  const std::vector<TableRow>& office, const std::vector<TableRow>& everybody) {
    transaction.execute(sql::delete_rows,
                        store::arguments("city", report.city, "report", report.id));
    add_rows(transaction, report, Audience::office, office);
    add_rows(transaction, report, Audience::everybody, everybody);
}

std::vector<TableRow> rows(const store::Reader& reader, const ReportRow& report,
                           Audience audience) {
    return reader.all<TableRow>(sql::rows, store::arguments("city", report.city, "report",
                                                            report.id, "audience", audience));
}

std::optional<ReportRow> newest_published(const store::Reader& reader, const PlaceCode& place,
                                          const std::string& period) {
    return reader.one<ReportRow>(sql::newest_published,
                                 store::arguments("place", place, "period", period));
}

std::vector<ReportRow> versions(const store::Reader& reader, const ReportRow& report) {
    return reader.all<ReportRow>(
        sql::published_versions, store::arguments("place", report.place, "period", report.period));
}

int next_version(const store::Reader& reader, const ReportRow& report) {
    return reader
               .value<int>(sql::newest_version, store::arguments("place", report.place, "period",
                                                                 report.period))
               .value_or(0) +
           1;
}

}  // namespace jianghui::quarter_reports
