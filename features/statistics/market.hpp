#pragma once
// The tables of the quarterly market analysis (domain.md 3.1): demand, supply, their shares and
// 求人倍率 by group, beside the quarter and the year before. Pure.

#include <map>
#include <string>
#include <vector>

#include "features/statistics/model.hpp"
#include "features/statistics/ratio.hpp"

namespace jianghui::statistics {

struct DemandAndSupply {
    std::int64_t demand = 0;
    std::int64_t supply = 0;
};
/// By code; "" are those who did not say: people without a preference.
using Groups = std::map<std::string, DemandAndSupply>;

/// Shares and their changes are hundredths of a percent (point), ratios hundredths.
struct MarketRow {
    std::string code;
    std::string name;
    std::int64_t demand = 0;
    std::optional<std::int64_t> demand_share;
    std::optional<std::int64_t> demand_share_quarter;  ///< change since the quarter before
    std::optional<std::int64_t> demand_share_year;     ///< change since the year before
    std::int64_t supply = 0;
    std::optional<std::int64_t> supply_share;
    std::optional<std::int64_t> supply_share_quarter;
    std::optional<std::int64_t> supply_share_year;
    std::optional<std::int64_t> ratio;
    std::optional<std::int64_t> ratio_quarter;
    std::optional<std::int64_t> ratio_year;
};
BOOST_DESCRIBE_STRUCT(MarketRow, (),
                      (code, name, demand, demand_share, demand_share_quarter, demand_share_year,
                       supply, supply_share, supply_share_quarter, supply_share_year, ratio,
                       ratio_quarter, ratio_year))

/// What a group is in a period in which it is not: an occupation that nobody asked for has 0, a place that was not
/// counted yet has no figure. Places that were counted and have nothing are groups with 0.
enum class AbsentGroup { none, unknown };

/// The rows without names, by code. With `spreads`, people without a preference are spread over the
/// groups by the share of the demand and have no ratio of their own. A period that the journal does
/// not cover is nothing.
[[nodiscard]] std::vector<MarketRow> market_rows(const Groups& now,
                                                 const std::optional<Groups>& quarter_before,
                                                 const std::optional<Groups>& year_before,
                                                 bool spreads, AbsentGroup absent = AbsentGroup::none);

/// GET statistics/market.
struct AskMarket {
    String<6, 6> period;
    std::optional<Division> by;
    std::optional<PlaceCode> place;
};
BOOST_DESCRIBE_STRUCT(AskMarket, (), (period, by, place))

/// How a whole has grown, among the places alone that were counted in both periods.
struct PanelGrowth {
    int places = 0;
    std::optional<std::int64_t> demand;  ///< hundredths of a percent
    std::optional<std::int64_t> supply;
};
BOOST_DESCRIBE_STRUCT(PanelGrowth, (), (places, demand, supply))

struct MarketPlace {
    PlaceCode code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(MarketPlace, (), (code, name))

struct MarketView {
    std::string period;
    PlaceCode place;
    Division by = Division::place;
    bool covered = false;
    std::int64_t demand = 0;
    std::int64_t supply = 0;
    std::int64_t undecided = 0;
    std::optional<std::int64_t> ratio;
    PanelGrowth quarter;
    PanelGrowth year;
    std::int64_t demand_formula = 1;
    std::int64_t supply_formula = 1;
    std::int64_t as_of_position = 0;
    std::vector<MarketPlace> included;  ///< of the region: where anything had been counted by then
    std::vector<MarketPlace> excluded;  ///< where nothing ever was
    std::vector<MarketRow> rows;
};
BOOST_DESCRIBE_STRUCT(MarketView, (),
                      (period, place, by, covered, demand, supply, undecided, ratio, quarter, year,
                       demand_formula, supply_formula, as_of_position, included, excluded, rows))

/// By place: how the whole has grown among the places that both have.
[[nodiscard]] PanelGrowth panel_growth(const Groups& before, const Groups& now);

}  // namespace jianghui::statistics
