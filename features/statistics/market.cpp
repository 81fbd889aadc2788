#include "features/statistics/market.hpp"

namespace jianghui::statistics {
namespace {

/// What one period says of one group.
struct GroupFacts {
    std::optional<std::int64_t> demand_share;
    std::optional<std::int64_t> supply_share;
    std::optional<std::int64_t> ratio;
};

/// The groups of one period and their total, summed once for all rows.
class Period {
  public:
    Period(const Groups& groups, bool spreads) : groups_(groups), spreads_(spreads) {
        for (const auto& [code, group] : groups) {
            total_.demand += group.demand;
            total_.supply += group.supply;
            if (spreads && code.empty()) undecided_ = group.supply;
        }
    }
    [[nodiscard]] bool has(const std::string& code) const { return groups_.contains(code); }
    [[nodiscard]] GroupFacts facts(const std::string& code) const {
        const auto found = groups_.find(code);
        const DemandAndSupply group = found == groups_.end() ? DemandAndSupply{} : found->second;
        GroupFacts facts{share_of(group.demand, total_.demand),
                         share_of(group.supply, total_.supply), std::nullopt};
        if (!spreads_ || !code.empty())
            facts.ratio = ratio_hundredths({group.demand, group.supply, total_.demand, undecided_});
        return facts;
    }

  private:
    const Groups& groups_;
    bool spreads_;
    DemandAndSupply total_;
    std::int64_t undecided_ = 0;
};

/// The same of a period that may not be covered.
GroupFacts facts_of(const std::optional<Period>& period, const std::string& code, AbsentGroup absent) {
    if (!period || (absent == AbsentGroup::unknown && !period->has(code))) return {};
    return period->facts(code);
}

std::optional<Period> read(const std::optional<Groups>& groups, bool spreads) {
    return groups ? std::optional<Period>(std::in_place, *groups, spreads) : std::nullopt;
}

std::optional<std::int64_t> change(const std::optional<std::int64_t>& before,
                                   const std::optional<std::int64_t>& now) {
    return before && now ? std::optional(*now - *before) : std::nullopt;
}

}  // namespace

std::vector<MarketRow> market_rows(const Groups& now, const std::optional<Groups>& quarter_before,
                                   const std::optional<Groups>& year_before, bool spreads,
                                   AbsentGroup absent) {
    const Period current(now, spreads);
    const auto before = read(quarter_before, spreads);
    const auto long_before = read(year_before, spreads);
    std::vector<MarketRow> rows;
    for (const auto& [code, group] : now) {
        const auto facts = current.facts(code);
        const auto quarter = facts_of(before, code, absent);
        const auto year = facts_of(long_before, code, absent);
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
