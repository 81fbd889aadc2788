#include <algorithm>
#include <set>

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
    /// By place, with 0 where a place had been counted by then and nothing is found in the period.
    [[nodiscard]] std::optional<Groups> places(int period) const {
        auto found = groups(period, Division::place);
        if (found)
            for (const auto& code : counted_by(period)) (*found)[code];
        return found;
    }
    /// The cities in which anything had been counted by the end of a period.
    [[nodiscard]] std::set<std::string> counted_by(int period) const {
        std::set<std::string> cities;
        for (const auto* measure : {&demand_, &supply_}) {
            const auto& margins = (measure == &demand_ ? demand_held_ : supply_held_).margins();
            const auto first = first_period(query_.db, *measure).value_or(period);
            for (int each = std::max(first, period - periods_back); each <= period; ++each)
                for (const auto& [code, count] : margins.sums(each, places_, Dimension::place))
                    cities.insert(code_in(Division::place, code));
        }
        return cities;
    }
    [[nodiscard]] std::int64_t position() const {
        return std::min(demand_held_.position(), supply_held_.position());
    }
    [[nodiscard]] PanelGrowth growth_since(int before, int now) const {
        const auto was = places(before);
        const auto is = places(now);
        return was && is ? panel_growth(*was, *is) : PanelGrowth{};
    }
    [[nodiscard]] bool covers(int period) const {
        return is_covered(query_.db, demand_, period, query_.now);
    }

  private:
    static constexpr int periods_back = 40;  ///< ten years
    const app::Query& query_;
    const Measure& demand_;
    const Measure& supply_;
    std::pair<PlaceCode, PlaceCode> places_;
    KeptFigures::Held demand_held_;
    KeptFigures::Held supply_held_;
};

/// Which places of the region the totals are of; of one city that is itself.
void divide_region(MarketView& view, const std::set<std::string>& counted, const codes::Tables& tables) {
    for (const auto* city : tables.region()) {
        if (view.place && city_of(view.place) != city->code) continue;
        (counted.contains(city->code.text) ? view.included : view.excluded).push_back({city->code, city->name});
    }
}

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
    const bool by_place = view.by == Division::place;
    const auto groups = [&](int of) { return by_place ? market.places(of) : market.groups(of, view.by); };
    view.rows = market_rows(*groups(*period), groups(*period - 1), groups(*period - 4),
                            dimension_of(view.by) == Dimension::occupation,
                            by_place ? AbsentGroup::unknown : AbsentGroup::none);
    divide_region(view, market.counted_by(*period), tables);
    for (auto& row : view.rows) row.name = name_in(view.by, tables, row.code);
    return view;
}

}  // namespace jianghui::statistics
