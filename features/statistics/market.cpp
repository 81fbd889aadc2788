#include "features/statistics/market.hpp"

namespace jianghui::statistics {
namespace {

DemandAndSupply total_of(const Groups& groups) {
    DemandAndSupply total;
    for (const auto& [code, group] : groups) {
        total.demand += group.demand;
        total.supply += group.supply;
    }
    return total;
}

/// What one period says of one group.
struct GroupFacts {
    std::optional<std::int64_t> demand_share;
    std::optional<std::int64_t> supply_share;
    std::optional<std::int64_t> ratio;
};

GroupFacts facts_of(const Groups& groups, const std::string& code, bool spreads) {
    const auto total = total_of(groups);
    const auto found = groups.find(code);
    const DemandAndSupply group = found == groups.end() ? DemandAndSupply{} : found->second;
    const auto none = groups.find("");
    const std::int64_t undecided = spreads && none != groups.end() ? none->second.supply : 0;
    GroupFacts facts{share_of(group.demand, total.demand), share_of(group.supply, total.supply),
                     std::nullopt};
    if (!spreads || !code.empty())
        facts.ratio = ratio_hundredths({group.demand, group.supply, total.demand, undecided});
    return facts;
}

std::optional<std::int64_t> change(const std::optional<std::int64_t>& before,
                                   const std::optional<std::int64_t>& now) {
    return before && now ? std::optional(*now - *before) : std::nullopt;
}

}  // namespace

std::vector<MarketRow> market_rows(const Groups& now, const std::optional<Groups>& quarter_before,
                                   const std::optional<Groups>& year_before, bool spreads) {
    std::vector<MarketRow> rows;
    for (const auto& [code, group] : now) {
        const auto facts = facts_of(now, code, spreads);
        const auto quarter =
            quarter_before ? facts_of(*quarter_before, code, spreads) : GroupFacts{};
        const auto year = year_before ? facts_of(*year_before, code, spreads) : GroupFacts{};
        rows.push_back({code,
                        "",
                        group.demand,
                        facts.demand_share,
                        change(quarter.demand_share, facts.demand_share),
                        change(year.demand_share, facts.demand_share),
                        group.supply,
                        facts.supply_share,
                        change(quarter.supply_share, facts.supply_share),
                        change(year.supply_share, facts.supply_share),
                        facts.ratio,
                        change(quarter.ratio, facts.ratio),
                        change(year.ratio, facts.ratio)});
    }
    return rows;
}

PanelGrowth panel_growth(const Groups& before, const Groups& now) {
    PanelGrowth panel;
    DemandAndSupply was;
    DemandAndSupply is;
    for (const auto& [place, group] : now) {
        const auto found = before.find(place);
        if (found == before.end()) continue;
        ++panel.places;
        was.demand += found->second.demand;
        was.supply += found->second.supply;
        is.demand += group.demand;
        is.supply += group.supply;
    }
    panel.demand = growth(was.demand, is.demand);
    panel.supply = growth(was.supply, is.supply);
    return panel;
}

}  // namespace jianghui::statistics
