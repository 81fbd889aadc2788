#include "features/targets/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/targets/board.hpp"
#include "features/targets/events.hpp"
#include "features/targets/queries.hpp"
#include "features/targets/rules.hpp"

namespace jianghui::targets {
namespace {

ReportView view(const store::Reader& reader, const app::Services& services,
                const app::Caller& caller, const Report& report) {
    ReportView shown;
    shown.id = report.id;
    shown.place = report.city;
    shown.place_name = services.get<codes::Tables>().place_name(report.city);
    shown.year = report.year;
    shown.measure = report.measure;
    shown.unit = figures::unit_of(report.measure);
    shown.version = report.version;
    shown.amount = report.amount;
    shown.digest = report.digest;
    shown.at = report.at;
    if (caller.supervises(report.city)) shown.proof = proofs::find_view(reader, report.proof);
    return shown;
}

}  // namespace

Result<std::vector<TargetSet>> list_sets(app::Query& query, const app::Empty& /*input*/) {
    return query.services.get<Sets>().all();
}

Result<BoardView> show_board(app::Query& query, const FindBoard& input) {
    const auto& sets = query.services.get<Sets>();
    const auto* set = input.set ? sets.find(input.set->text) : &sets.newest();
    if (set == nullptr) {
        std::vector<std::string> known;
        for (const auto& one : sets.all()) known.push_back(one.id);
        return refuse(error(unknown_code).at("/set").near(std::move(known)));
    }
    TRY(auto board, board_of(query, *set, figures::year_or_now(input.year, query.now)));
    for (const auto& place : board.places)
        if (query.caller.acts_in(place.place)) board.reporting.push_back(place.place);
    return board;
}

Result<ComparisonView> compare(app::Query& query, const FindComparison& input) {
    const auto& tables = query.services.get<codes::Tables>();
    const auto& sets = query.services.get<Sets>();
    ComparisonView shown;
    shown.measure = input.measure;
    shown.year = figures::year_or_now(input.year, query.now);
    shown.unit = figures::unit_of(input.measure);
    shown.has_data = figures::has_data(query.db, input.measure, shown.year, query.now);
    TRY(const auto amounts, figures::show_map(query, {input.year, input.measure, {}}));
    const auto agencies = figures::agencies_by_city(query.db, input.measure, shown.year);
    const auto least = query.caller.in_office()
                           ? 0
                           : tables.parameter_or("targets_agencies_min", date_of(query.now), 3);
    for (const auto& counted : amounts.items) {
        ComparedPlace row;
        row.place = counted.place;
        row.place_name = counted.place_name;
        row.amount = counted.verified + counted.provisional;
        if (const auto* population = sets.population(row.place)) {
            row.people = population->people;
            row.per_million = per_million(row.amount, population->people);
            shown.people_source = population->source;
            shown.people_mark = population->mark;
            shown.people_year = population->year;
        }
        const auto found = agencies.find(row.place);
        row.agencies = found != agencies.end() ? found->second : 0;
        row.per_agency_thousandths = per_agency_thousandths(row.amount, *row.agencies);
        withhold_agencies(row, least);
        shown.items.push_back(std::move(row));
    }
    rank(shown.items);
    return shown;
}

Result<app::Page<ReportView>> list_reports(app::Query& query, const FindReports& input) {
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<Report>(
        sql::list_reports,
        store::arguments("city", input.place, "year", input.year, "measure", input.measure,
                         "cursor", input.cursor, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const Report& row) {
        return view(query.db, query.services, query.caller, row);
    });
}

Result<ReportView> report(app::Command& command, const ReportTarget& input) {
    if (!command.caller.acts_in(input.place)) return refuse(target_elsewhere);
    if (!has_targets(command.services, input.place)) return refuse(error(unknown_code).at("/place"));
    const int year = static_cast<int>(input.year.value);
    TRY_DO(may_report(input.measure, year, figures::year_of(command.now),
                      figures::has_data(command.db, input.measure, year, command.now)));
    TRY(const auto proof, proofs::usable(command.db, command.caller, input.proof));
    const auto before = newest_report(command.db, input.place, year, input.measure);
    const Report row{command.next_id<ReportId>(),
                     input.place,
                     year,
                     input.measure,
                     before ? before->version + 1 : 1,
                     input.amount.value,
                     proof.id,
                     proof.digest,
                     command.caller.account,
                     command.now};
    if (command.db.execute(sql::insert_report, store::members(row)) != 1)
        return refuse(target_report_raced);
    command.record(target_reported, {row.city, "target_report", row.id.number, {}, {}, {}},
                   ReportEvent{row.city, row.year, row.measure, row.version, row.amount,
                               row.digest});
    return view(command.db, command.services, command.caller, row);
}

}  // namespace jianghui::targets
