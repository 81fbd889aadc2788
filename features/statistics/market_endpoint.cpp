#include <algorithm>

#include "features/statistics/api.hpp"
#include "features/statistics/counting.hpp"
#include "features/statistics/endpoints.hpp"

namespace jianghui::statistics {
namespace {

/// Both measures, divided, as of one position each.
class Market {
  public:
    Market(const app::Query& query, const Measure& demand, const Measure& supply, PlaceCode place)
        : query_(query),
          demand_(demand),
          supply_(supply),
          places_(range_of(place)),
          demand_held_(query.services.get<KeptFigures>().hold(query.db, demand)),
          supply_held_(query.services.get<KeptFigures>().hold(query.db, supply)) {}

    /// Nothing for a period that the journal does not cover.
    [[nodiscard]] std::optional<Groups> groups(int period, Division by) const {
        if (!covers(period)) return std::nullopt;
        Groups groups;
        const auto dimension = dimension_of(by);
        for (const auto& [code, count] : demand_held_.margins().sums(period, places_, dimension))
            groups[code_in(by, code)].demand += count.amount;
        if (supply_.rule(dimension) == nullptr) return groups;
        for (const auto& [code, count] : supply_held_.margins().sums(period, places_, dimension))
            groups[code_in(by, code)].supply += count.amount;
        return groups;
    }
    [[nodiscard]] std::int64_t position() const {
        return std::min(demand_held_.position(), supply_held_.position());
    }
    [[nodiscard]] PanelGrowth growth_since(int before, int now) const {
        const auto was = groups(before, Division::place);
        const auto is = groups(now, Division::place);
        return was && is ? panel_growth(*was, *is) : PanelGrowth{};
    }
    [[nodiscard]] bool covers(int period) const {
        return is_covered(query_.db, demand_, period, query_.now);
    }

  private:
    const app::Query& query_;
    const Measure& demand_;
    const Measure& supply_;
    std::pair<PlaceCode, PlaceCode> places_;
    KeptFigures::Held demand_held_;
    KeptFigures::Held supply_held_;
};

}  // namespace

Result<MarketView> show_market(app::Query& query, const AskMarket& input) {
    const auto& measures = query.services.get<Measures>();
    const auto& tables = query.services.get<codes::Tables>();
    TRY(const auto demand, measures.current("demand"));
    TRY(const auto supply, measures.current("supply"));
    if (demand->rule(dimension_of(input.by.value_or(Division::place))) == nullptr)
        return refuse(error(division_missing).at("/by"));
    const auto period = parse_period(PeriodKind::quarter, input.period.text);
    // The quarter before and that of a year ago are looked for: measures by the month have other numbers.
    const bool by_quarter =
        demand->period == PeriodKind::quarter && supply->period == PeriodKind::quarter;
    if (!period || !by_quarter) return refuse(error(period_malformed).at("/period"));
    if (input.place && tables.find_place(*input.place) == nullptr)
        return refuse(
            error(unknown_code).at("/place").near(tables.nearest_places(input.place->text)));
    MarketView view;
    view.period = input.period.text;
    view.place = input.place.value_or(PlaceCode{});
    view.by = input.by.value_or(Division::place);
    view.demand_formula = demand->version.value;
    view.supply_formula = supply->version.value;
    const Market market(query, *demand, *supply, view.place);
    view.as_of_position = market.position();
    view.covered = market.covers(*period);
    if (!view.covered) return view;
    const auto whole = market.groups(*period, Division::occupation);
    for (const auto& [code, group] : *whole) {
        view.demand += group.demand;
        view.supply += group.supply;
        if (code.empty()) view.undecided = group.supply;
    }
    view.ratio = ratio_hundredths({view.demand, view.supply, view.demand, 0});
    view.quarter = market.growth_since(*period - 1, *period);
    view.year = market.growth_since(*period - 4, *period);
    const auto groups = market.groups(*period, view.by);
    view.rows = market_rows(*groups, market.groups(*period - 1, view.by),
                            market.groups(*period - 4, view.by),
                            dimension_of(view.by) == Dimension::occupation);
    for (auto& row : view.rows) row.name = name_in(view.by, tables, row.code);
    return view;
}

}  // namespace jianghui::statistics
