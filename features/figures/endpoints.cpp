#include "features/figures/endpoints.hpp"

#include <map>

#include "engine/app/page.hpp"
#include "engine/journal/checkpoint.hpp"
#include "features/codes/api.hpp"
#include "features/figures/counting.hpp"
#include "features/figures/errors.hpp"
#include "features/figures/events.hpp"
#include "features/figures/queries.hpp"
#include "features/figures/rules.hpp"
#include "features/figures/series.hpp"

namespace jianghui::figures {
namespace {

/// Every code, for the region as a whole.
const std::pair<PlaceCode, PlaceCode> everywhere{{"0"}, {"9"}};

std::pair<PlaceCode, PlaceCode> range_of(const PlaceCode& place) {
    return place ? codes_within(place) : everywhere;
}

/// The place asked for; "5105" is a city written short. Nothing means the region.
Result<PlaceCode> read_place(const codes::Tables& tables,
                             const std::optional<String<1, 20>>& typed) {
    if (!typed) return PlaceCode{};
    PlaceCode place{typed->text};
    if (place.text.size() == 4) place.text += "00";
    if (tables.find_place(place) == nullptr)
        return refuse(error(unknown_code).at("/place").near(tables.nearest_places(typed->text)));
    return place;
}

std::vector<Total> totals(const store::Reader& reader, const PlaceCode& place, int year) {
    const auto [from, to] = range_of(place);
    return reader.all<Total>(sql::totals_of_year, store::arguments("year", year, "place_from", from,
                                                                   "place_to", to));
}

FigureView new_figure(const codes::Tables& tables, const FigureKey& key) {
    FigureView figure;
    figure.id = figure_id(key);
    figure.measure = key.measure;
    figure.unit = unit_of(key.measure);
    figure.method = method_of(key.measure);
    figure.target = target_for(tables, key);
    if (figure.target) figure.target_unit = figure.unit;
    return figure;
}

/// Whose records the caller may open: the codes of cities that she supervises.
std::pair<std::optional<PlaceCode>, std::optional<PlaceCode>> supervised(
    const app::Caller& caller) {
    using app::Role;
    if (caller.is(Role::audit_administrator) && !caller.place)
        return {everywhere.first, everywhere.second};
    if (!caller.place || !(caller.in_office() || caller.is(Role::audit_administrator)))
        return {};
    const auto [from, to] = codes_within(caller.place);
    return {from, to};
}

RecordView view(const app::Query& query, const Record& record, Measure measure) {
    RecordView shown{record.at,  record.kind,  record.subject, record.state,
                     measure == Measure::revenue_net ? record.net : record.amount,
                     {},         {}};
    if (const auto order = orders::find(query.db, record.order_id))
        shown.order = RecordOrder{order->id, order->title};
    const auto& whose =
        record.measure == Measure::revenue ? record.agency : record.employer;
    if (whose) shown.organisation = organisations::find_reference(query.db, *whose);
    return shown;
}

}  // namespace

Result<FiguresView> show(app::Query& query, const FindFigures& input) {
    const auto& tables = query.services.get<codes::Tables>();
    TRY(const PlaceCode place, read_place(tables, input.place));
    FiguresView shown{place, tables.place_or_region_name(place), year_or_now(input.year, query.now), {}};
    const bool covered = covers_year(query.db, shown.year, query.now);
    const auto position = journal::checkpoint(query.db, reader_name);
    const auto sums = totals(query.db, place, shown.year);
    for (const Measure measure : {Measure::revenue, Measure::revenue_net, Measure::employment,
                                  Measure::employers, Measure::talent}) {
        FigureView figure = new_figure(tables, {place, shown.year, measure});
        figure.as_of_position = position;
        figure.formula = counting_formula;
        figure.has_data = covered && is_counted(measure);
        for (const auto& total : sums) {
            if (total.measure != measure) continue;
            figure.verified += total.verified;
            figure.provisional += total.provisional;
        }
        if (figure.has_data && figure.target.value_or(0) > 0)
            figure.progress_per_mille = progress_per_mille(figure.verified, *figure.target);
        shown.items.push_back(std::move(figure));
    }
    return shown;
}

Result<app::Page<RecordView>> list_records(app::Query& query, const ListRecords& input) {
    const auto key = parse_figure_id(input.figure);
    const auto& tables = query.services.get<codes::Tables>();
    if (!key || (key->place && tables.find_place(key->place) == nullptr))
        return refuse(no_such_figure);
    const std::size_t limit = app::limit_of(input.limit);
    const auto [from, to] = range_of(key->place);
    const auto [city_from, city_to] = supervised(query.caller);
    const auto rows = query.db.all<Record>(
        sql::list_records,
        store::arguments("measure", recorded_as(key->measure), "year", key->year, "place_from",
                         from, "place_to", to, "cursor", input.cursor, "city_from", city_from,
                         "city_to", city_to, "organisation", query.caller.organisation, "person",
                         query.caller.person, "limit", limit + 1));
    app::Page<RecordView> page;
    for (const auto& row : rows) {
        if (page.items.size() == limit) {
            page.next = std::to_string(rows[limit - 1].position);
            break;
        }
        page.items.push_back(view(query, row, key->measure));
    }
    return page;
}

Result<app::Page<MapRow>> show_map(app::Query& query, const FindMap& input) {
    const auto& tables = query.services.get<codes::Tables>();
    TRY(const PlaceCode place, read_place(tables, input.place));
    app::Page<MapRow> page;
    std::map<PlaceCode, std::size_t> at;
    const auto add_row = [&](const codes::Place& each) {
        at[each.code] = page.items.size();
        page.items.push_back({each.code, each.name, 0, 0});
    };
    if (place) {
        for (const auto& each : tables.places())
            if (each.parent == place && !each.statistical) add_row(each);
    } else {
        for (const auto* each : tables.region()) add_row(*each);
    }
    for (const auto& total : totals(query.db, place, year_or_now(input.year, query.now))) {
        if (total.measure != input.measure) continue;
        const auto found = at.find(place ? total.place : city_of(total.place));
        if (found == at.end()) continue;
        page.items[found->second].verified += total.verified;
        page.items[found->second].provisional += total.provisional;
    }
    return page;
}

Result<app::Empty> recount(app::Command& command, const app::Empty& /*input*/) {
    begin_recount(command.db);
    command.record(figures_recount_begun, {command.caller.place, "account",
                                           command.caller.account.number, {}, {}, {}});
    return app::Empty{};
}

}  // namespace jianghui::figures
