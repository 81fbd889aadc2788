// What is asked about talent flows: the matrix, and who was counted in a cell of it.

#include <set>

#include "engine/app/page.hpp"
#include "features/shortages/endpoints.hpp"
#include "features/shortages/errors.hpp"
#include "features/shortages/flow_places.hpp"
#include "features/shortages/following.hpp"
#include "features/shortages/queries.hpp"
#include "features/shortages/view.hpp"

namespace jianghui::shortages {
namespace {

/// A row of `shortage_flow_people`.
struct Mover {
    PersonId person;
    PlaceCode origin;
    PlaceCode city;
};
BOOST_DESCRIBE_STRUCT(Mover, (), (person, origin, city))

/// The cell that is asked for; a side without a place is everywhere beyond the region.
class AskedCell {
  public:
    AskedCell(const codes::Tables& tables, const AskFlowRecords& input) : from_(input.from), to_(input.to) {
        for (const auto* place : tables.region()) region_.insert(place->code);
    }
    [[nodiscard]] bool has(const PlaceCode& origin, const PlaceCode& city) const {
        return origin && is(from_, origin) && is(to_, city);
    }

  private:
    [[nodiscard]] bool is(const std::optional<PlaceCode>& asked, const PlaceCode& city) const {
        return asked ? *asked == city : !region_.contains(city);
    }
    std::optional<PlaceCode> from_;
    std::optional<PlaceCode> to_;
    std::set<PlaceCode> region_;
};

std::vector<Mover> movers_after(const app::Query& query, const AskFlowRecords& input, int period) {
    const std::int64_t after = input.cursor ? input.cursor->number : 0;
    return query.db.all<Mover>(
        sql::flow_people, store::arguments("period", period, "kind", input.kind, "after", after, "origin",
                                           input.from, "city", input.to));
}

}  // namespace

Result<FlowsView> show_flows(app::Query& query, const AskFlows& input) {
    const auto kind = statistics::PeriodKind::quarter;
    const auto period = statistics::parse_period(kind, input.period.text);
    if (!period) return refuse(error(statistics::period_malformed).at("/period"));
    const bool office = query.caller.in_office();
    const auto now = statistics::period_of(kind, query.now);
    if (*period > now) return refuse(error(catalogue_period_not_begun).at("/period"));
    if (*period == now && !office) return refuse(error(flow_period_open).at("/period"));
    const auto& tables = query.services.get<codes::Tables>();
    FlowsView view;
    view.period = input.period.text;
    view.kind = input.kind;
    std::vector<PlaceCode> places;
    for (const auto* place : tables.region()) {
        places.push_back(place->code);
        view.places.push_back({place->code, place->name});
    }
    const auto known = flow_places(query.db, query.services);
    view.included = named_places(tables, known.included);
    view.excluded = named_places(tables, known.excluded);
    if (!office) view.least = tables.parameter_or("flow_people_min", date_of(query.now), 10);
    const auto rows = flows_of(query.db, *period, input.kind);
    view.matrix = matrix_of(rows, places, view.least);
    if (office) view.unknown = unknown_of(rows);
    view.as_of_position = followed_to(query.db);
    return view;
}

Result<FlowRecordsView> list_flow_records(app::Query& query, const AskFlowRecords& input) {
    const auto period = statistics::parse_period(statistics::PeriodKind::quarter, input.period.text);
    if (!period) return refuse(error(statistics::period_malformed).at("/period"));
    const auto& tables = query.services.get<codes::Tables>();
    const AskedCell cell(tables, input);
    FlowRecordsView view;
    for (const auto& row : flows_of(query.db, *period, input.kind))
        if (cell.has(row.origin, row.city)) view.amount += row.amount;
    const std::size_t limit = app::limit_of(input.limit);
    for (const auto& row : movers_after(query, input, *period)) {
        if (!cell.has(row.origin, row.city)) continue;
        if (!query.caller.supervises(row.origin) && !query.caller.supervises(row.city)) continue;
        // All flows of one person on one page: the cursor names persons.
        if (view.items.size() >= limit && view.items.back().person != row.person) {
            view.next = view.items.back().person.text();
            break;
        }
        view.items.push_back({row.person, row.origin, tables.place_name(row.origin), row.city,
                              tables.place_name(row.city)});
    }
    return view;
}

}  // namespace jianghui::shortages
