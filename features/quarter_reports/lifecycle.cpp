// What compiles a report and moves it on: draft → review → published.

#include <algorithm>

#include "engine/access/covering.hpp"
#include "engine/app/slow_change.hpp"
#include "features/quarter_reports/endpoints.hpp"
#include "features/quarter_reports/events.hpp"
#include "features/quarter_reports/facts.hpp"
#include "features/quarter_reports/rules.hpp"
#include "features/quarter_reports/shown.hpp"
#include "features/quarter_reports/view.hpp"

namespace jianghui::quarter_reports {
namespace {

/// Why a place is left out that nothing was ever counted in.
constexpr const char* no_data = "平台上还没有该地区的数据";
/// Why the region's report leaves out a city: what the others told of all would tell of its people.
constexpr const char* too_few = "该地区人数未达到公布的最少人数";

bool is_computed(const Excluded& one) {
    return one.reason.text == no_data || one.reason.text == too_few;
}

void record(app::Command& command, const journal::EventKind& kind, const ReportRow& report) {
    command.record(kind, {report.city, "quarter_report", report.id.number, {}, {}, {}},
                   ReportEvent{report.period, report.place, report.status, report.version,
                               report.position, report.demand, report.supply, report.digest});
}

/// The report that the caller may see and act on.
Result<ReportRow> find_own(const store::Reader& reader, const app::Caller& caller, ReportId id) {
    TRY(ReportRow report, find_visible(reader, caller, id));
    TRY_DO(access::check_office(caller, report.place, report_elsewhere));
    return report;
}

/// Which places the report is of; those without any figure up to its position are excluded, and said so.
void divide_places(const app::Query& query, const MeasurePair& measures, ReportRow& report) {
    report.included.clear();
    auto counted = statistics::cities_counted(query.db, *measures.demand, report.position);
    for (auto& city : statistics::cities_counted(query.db, *measures.supply, report.position))
        counted.push_back(std::move(city));
    std::vector<PlaceCode> places;
    if (report.place) places = {report.place};
    else
        for (const auto* place : query.services.get<codes::Tables>().region())
            places.push_back(place->code);
    for (const auto& place : places) {
        if (std::any_of(report.excluded.begin(), report.excluded.end(),
                        [&](const Excluded& one) { return one.place == place; }))
            continue;
        if (std::find(counted.begin(), counted.end(), place) == counted.end())
            report.excluded.push_back({place, {no_data}});
        else
            report.included.push_back(place);
    }
}

/// Leaves out cities of the region's report.
Result<Done> exclude(ReportRow& report, const Exclusions& excluded, const codes::Tables& tables) {
    for (std::size_t i = 0; i < excluded.size(); ++i) {
        const auto& place = excluded[i].place;
        if (report.place || city_of(place) != place || tables.find_place(place) == nullptr)
            return refuse(error(unknown_code)
                              .at("/excluded/" + std::to_string(i) + "/place")
                              .near(tables.nearest_places(place.text)));
    }
    report.excluded = excluded;
    return Done{};
}

/// What is told of people elsewhere in the quarter. A city of too few is left out of the region's report.
Together tell_together(const app::Query& query, const MeasurePair& measures, ReportRow& report) {
    const auto told = query.services.get<statistics::KeptTold>().of(
        query.db, query.services,
        {*measures.supply, period_of(report), report.position, report.included, report.persons_min});
    auto cities = *told;
    for (const auto& [city, of_city] : *told) {
        if (of_city.anybody || report.place) continue;
        std::erase(report.included, city);
        report.excluded.push_back({city, {too_few}});
        cities.erase(city);
    }
    return together_in(cities, !report.place);
}

std::optional<ReportId> earlier(const store::Reader& reader, const ReportRow& report, int back) {
    const auto found = newest_published(
        reader, report.place,
        statistics::period_text(statistics::PeriodKind::quarter, period_of(report) - back));
    return found ? std::optional(found->id) : std::nullopt;
}

/// A report with its rows, counted and not yet kept.
struct CountedReport {
    ReportRow report;
    std::vector<TableRow> office;
    std::vector<TableRow> everybody;
};

/// Counts the rows as of now. Reads all that was counted of the quarter: not for the write lane.
Result<CountedReport> counted(const app::Query& query, ReportRow report) {
    TRY(const MeasurePair measures, measures_now(query.services));
    const auto& tables = query.services.get<codes::Tables>();
    const Date today = date_of(query.now);
    report.demand_formula = measures.demand->version.value;
    report.supply_formula = measures.supply->version.value;
    report.position = std::min(statistics::counted_to(query.db, *measures.demand),
                               statistics::counted_to(query.db, *measures.supply));
    // Of a quarter that has ended, everything that tells of people is as of its end.
    if (const auto cut_off = statistics::cut_off_of(query.db, statistics::PeriodKind::quarter,
                                                    period_of(report), query.now))
        report.position = std::min(report.position, *cut_off);
    report.left_out = statistics::events_left_out(query.db, *measures.demand) +
                      statistics::events_left_out(query.db, *measures.supply);
    report.persons_min = statistics::published_people_of(query.services, period_of(report));
    report.firms_min = tables.parameter_or("quarter_firms_min", today, 3);
    divide_places(query, measures, report);
    const Together together = tell_together(query, measures, report);
    report.quarter_before = earlier(query.db, report, 1);
    report.year_before = earlier(query.db, report, 4);
    const Tally tally = tally_of(query.db, query.services, measures, report);
    const Bag total = tally.total();
    report.demand = total.demand;
    report.supply = total.supply;
    auto office = office_rows(tables, tally);
    auto everybody = public_rows(tables, tally, {report.persons_min, report.firms_min}, together);
    return CountedReport{std::move(report), std::move(office), std::move(everybody)};
}

statistics::Publication publication_of(const store::Reader& reader, const ReportRow& report,
                                       const std::vector<TableRow>& shown) {
    statistics::Publication publication;
    publication.measure = "supply";
    publication.period = period_of(report);
    publication.position = report.position;
    publication.figures = people_of(shown);
    for (const auto& earlier : versions(reader, report))
        publication.earlier.push_back(people_of(rows(reader, earlier, Audience::everybody)));
    return publication;
}

Result<ReportView> save(app::Command& command, ReportRow& report, ReportAct act,
                        const journal::EventKind& kind) {
    const ReportStatus from = report.status;
    TRY(report.status, next_status(from, act));
    report.changed_at = command.now;
    if (!update(command.db, report, from)) return refuse(report_status_conflict);
    record(command, kind, report);
    return view(command.db, command.services, command.caller, report);
}

/// The place and quarter that were asked for, checked.
Result<ReportRow> new_report(const app::Query& query, const CompileReport& input) {
    ReportRow report;
    report.place = input.place.value_or(PlaceCode{});
    const auto& tables = query.services.get<codes::Tables>();
    if (report.place && (tables.find_place(report.place) == nullptr ||
                         city_of(report.place) != report.place))
        return refuse(
            error(unknown_code).at("/place").near(tables.nearest_places(report.place.text)));
    TRY_DO(access::check_office(query.caller, report.place, report_elsewhere));
    const auto quarter = statistics::PeriodKind::quarter;
    const auto period = statistics::parse_period(quarter, input.period.text);
    if (!period) return refuse(error(statistics::period_malformed).at("/period"));
    if (*period > statistics::period_of(quarter, query.now))
        return refuse(error(report_not_begun).at("/period"));
    report.city = report.place;
    report.period = input.period.text;
    if (input.excluded) TRY_DO(exclude(report, *input.excluded, tables));
    return report;
}

}  // namespace

Result<ReportView> compile_report(app::Query& query, const CompileReport& input) {
    TRY(ReportRow wanted, new_report(query, input));
    wanted.made_by = query.caller.account;
    wanted.made_at = wanted.changed_at = query.now;
    TRY(const CountedReport made, counted(query, std::move(wanted)));
    return app::in_lane<ReportView>(query, [&](app::Command& command) -> Result<ReportView> {
        ReportRow report = made.report;
        report.id = command.next_id<ReportId>();
        if (!insert(command.db, report)) return refuse(report_open_already);
        replace_rows(command.db, report, made.office, made.everybody);
        record(command, report_compiled, report);
        return view(command.db, command.services, command.caller, report);
    });
}

Result<ReportView> compile_anew(app::Query& query, const FindReport& input) {
    TRY(ReportRow known, find_own(query.db, query.caller, input.report));
    TRY_DO(next_status(known.status, ReportAct::compile));
    const Instant changed_at = known.changed_at;
    // What was excluded for want of data or people is looked at again.
    std::erase_if(known.excluded, is_computed);
    known.made_by = query.caller.account;
    known.made_at = query.now;
    TRY(const CountedReport made, counted(query, std::move(known)));
    return app::in_lane<ReportView>(query, [&](app::Command& command) -> Result<ReportView> {
        TRY(const ReportRow now, find_own(command.db, command.caller, input.report));
        if (now.changed_at != changed_at) return refuse(report_status_conflict);
        ReportRow report = made.report;
        replace_rows(command.db, report, made.office, made.everybody);
        return save(command, report, ReportAct::compile, report_compiled);
    });
}

Result<ReportView> submit_report(app::Command& command, const FindReport& input) {
    TRY(ReportRow report, find_own(command.db, command.caller, input.report));
    report.submitted_by = command.caller.account;
    report.note.clear();
    return save(command, report, ReportAct::submit, report_submitted);
}

Result<ReportView> send_report_back(app::Command& command, const SendReportBack& input) {
    TRY(ReportRow report, find_own(command.db, command.caller, input.report));
    report.note = input.reason.text;
    report.submitted_by.reset();
    return save(command, report, ReportAct::send_back, report_returned);
}

Result<ReportView> publish_report(app::Command& command, const FindReport& input) {
    TRY(ReportRow report, find_own(command.db, command.caller, input.report));
    TRY_DO(next_status(report.status, ReportAct::publish));
    TRY_DO(may_publish(report, command.caller.account));
    const auto shown = rows(command.db, report, Audience::everybody);
    if (shown.empty()) return refuse(report_too_small);
    TRY_DO(statistics::may_publish(command, publication_of(command.db, report, shown)));
    report.digest = digest_of(shown);
    report.version = next_version(command.db, report);
    report.number = number_of(command.services.get<codes::Tables>().place_or_region_name(report.place),
                              report.period, report.version);
    report.published_by = command.caller.account;
    report.published_at = command.now;
    return save(command, report, ReportAct::publish, report_published);
}

}  // namespace jianghui::quarter_reports
