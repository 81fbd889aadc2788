#include "features/quarter_reports/row_records.hpp"

#include <algorithm>

#include "engine/app/page.hpp"
#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"
#include "features/quarter_reports/facts.hpp"

namespace jianghui::quarter_reports {
namespace {

using statistics::RecordRow;

std::string employer_kind(const app::Query& query, const RecordRow& record) {
    const auto order = orders::find(query.db, OrderId{record.subject});
    const auto employer = order ? organisations::find(query.db, order->employer) : std::nullopt;
    return group_of(query.services.get<codes::Tables>(), list_of(TableName::employer_kind),
                    employer ? employer->credit_code.text.substr(0, 2) : "");
}

std::string or_code(const std::string& code, const char* otherwise) {
    return code.empty() ? otherwise : code;
}

/// The group of a table in which a record is counted. Requires a table that opens.
std::string group_in(const app::Query& query, const ReportRow& report, TableName table,
                     const RecordRow& record) {
    const std::string industry = record.industry.substr(0, 1);
    switch (table) {
        case TableName::sector:
            return group_of(query.services.get<codes::Tables>(), list_of(table), industry);
        case TableName::industry: return or_code(industry, unstated_code);
        case TableName::employer_kind: return employer_kind(query, record);
        case TableName::occupation_class:
            return or_code(statistics::class_of_occupation(record.occupation), any_code);
        case TableName::gaps:
        case TableName::surpluses: return record.occupation;
        default: return report.place ? record.place.text : city_of(record.place).text;
    }
}

/// Whether the row is there to be opened by who sees it.
Result<Done> may_open(const app::Query& query, const ReportRow& report,
                      const FindRowRecords& asked, const statistics::Measure& measure) {
    const Audience audience = audience_of(query.caller, report);
    if (audience == Audience::everybody &&
        statistics::withholds_small(query.services.get<statistics::Measures>(), measure.id.text))
        return refuse(statistics::for_the_office);
    if (asked.row.text == "total") return Done{};
    if (!opens(asked.table)) return refuse(report_row_closed);
    for (const auto& row : rows(query.db, report, audience)) {
        if (row.table_name != asked.table || row.code != asked.row.text) continue;
        if (!row.members.empty()) return refuse(report_row_merged);
        return Done{};
    }
    return refuse(not_found);
}

}  // namespace

Result<statistics::RecordsView> row_records(const app::Query& query, const ReportRow& report,
                                            const FindRowRecords& asked) {
    TRY(const MeasurePair measures, measures_of(query.services, report));
    const auto& measure = asked.side == Side::demand ? *measures.demand : *measures.supply;
    TRY_DO(may_open(query, report, asked, measure));
    const std::size_t limit = app::limit_of(asked.limit);
    statistics::RecordsView found;
    std::int64_t last = 0;
    for (const auto& record : records_of(query.db, measure, report)) {
        if (asked.row.text != "total" &&
            group_in(query, report, asked.table, record) != asked.row.text)
            continue;
        found.amount += record.amount;
        ++found.facts;
        if (asked.cursor && record.position >= asked.cursor->value) continue;
        if (!statistics::sees(query.caller, measure, record)) continue;
        if (found.items.size() == limit) {
            found.next = std::to_string(last);
            continue;
        }
        last = record.position;
        found.items.push_back(statistics::view(query.db, query.services, measure, record));
    }
    return found;
}

}  // namespace jianghui::quarter_reports
