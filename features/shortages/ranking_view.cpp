#include "features/shortages/ranking_view.hpp"

#include <algorithm>
#include <set>

#include "engine/app/feature.hpp"
#include "features/shortages/collect.hpp"
#include "features/shortages/errors.hpp"
#include "features/shortages/limits.hpp"
#include "features/shortages/queries.hpp"
#include "features/shortages/told.hpp"
#include "features/shortages/view.hpp"

namespace jianghui::shortages {
namespace {

using statistics::PeriodKind;

struct Asking {
    PlaceCode city;
    std::string occupation;
    std::int64_t employer = 0;
};
BOOST_DESCRIBE_STRUCT(Asking, (), (city, occupation, employer))

RankingLimits ranking_limits_on(const codes::Tables& tables, Date day) {
    const auto value = [&](const char* code, std::int64_t otherwise) { return tables.parameter_or(code, day, otherwise); };
    RankingLimits limits;
    limits.of_a_city = value("ranking_of_a_city", limits.of_a_city);
    limits.listed = value("ranking_listed", limits.listed);
    limits.weight_gap = value("ranking_weight_gap", limits.weight_gap);
    limits.weight_places = value("ranking_weight_places", limits.weight_places);
    limits.demand_min = value("ranking_demand_min", limits.demand_min);
    limits.employers_min = value("ranking_employers_min", limits.employers_min);
    return limits;
}

/// How many employers ask for an occupation in the cities of what was collected, as known at its position.
std::map<std::string, std::int64_t> employers_in(const store::Reader& reader, int period, const Collected& collected) {
    const auto& cities = collected.included;
    std::map<std::string, std::set<std::int64_t>> asking;
    reader.each<Asking>(sql::employers_between,
                        store::arguments("from", statistics::beginning_of(PeriodKind::quarter, period), "to",
                                         statistics::beginning_of(PeriodKind::quarter, period + 1), "position", collected.position, "known",
                                         collected.known_at),
                        [&](Asking&& one) {
                            if (std::find(cities.begin(), cities.end(), one.city) != cities.end())
                                asking[one.occupation].insert(one.employer);
                        });
    std::map<std::string, std::int64_t> found;
    for (const auto& [occupation, employers] : asking) found[occupation] = static_cast<std::int64_t>(employers.size());
    return found;
}

struct Quarter {
    Collected collected;
    std::vector<Ranked> ranked;
    bool is_whole = false;  ///< it has ended, and is counted to its end: everything that tells of people is as of there
};

Result<Quarter> ranked_in(const app::Query& query, int period, const RankingLimits& limits) {
    const auto cut_off = statistics::cut_off_of(query.db, PeriodKind::quarter, period, query.now);
    TRY(auto collected, collect(query.db, query.services, period, query.now, cut_off));
    const auto region = static_cast<std::int64_t>(query.services.get<codes::Tables>().region().size());
    auto ranked = ranking_of(collected.facts, employers_in(query.db, period, collected), region, limits);
    const bool is_whole = cut_off == collected.position;
    return Quarter{std::move(collected), std::move(ranked), is_whole};
}

std::map<std::string, int> ranks_of(const std::vector<Ranked>& ranked) {
    std::map<std::string, int> ranks;
    for (const auto& one : ranked) ranks.emplace(one.occupation, static_cast<int>(ranks.size()) + 1);
    return ranks;
}

}  // namespace

Result<RankingView> show_ranking(app::Query& query, const AskRanking& input) {
    const auto period = statistics::parse_period(PeriodKind::quarter, input.period.text);
    if (!period) return refuse(error(statistics::period_malformed).at("/period"));
    const auto now = statistics::period_of(PeriodKind::quarter, query.now);
    if (*period > now) return refuse(error(catalogue_period_not_begun).at("/period"));
    const bool office = query.caller.in_office();
    if (*period == now && !office) return refuse(error(flow_period_open).at("/period"));
    const auto& tables = query.services.get<codes::Tables>();
    const Date last_day = add_days(date_of(statistics::beginning_of(PeriodKind::quarter, *period + 1)), -1);
    RankingView view;
    view.limits = ranking_limits_on(tables, last_day);
    TRY(const auto quarter, ranked_in(query, *period, view.limits));
    TRY(const auto before, ranked_in(query, *period - 1, view.limits));
    view.period = input.period.text;
    view.demand_formula = quarter.collected.demand_formula;
    view.supply_formula = quarter.collected.supply_formula;
    view.position = quarter.collected.position;
    view.included = named_places(tables, quarter.collected.included);
    view.excluded = named_places(tables, quarter.collected.excluded);
    view.compared = !before.collected.facts.empty();
    const auto least = statistics::published_people_of(query.services, *period);
    auto told = std::make_shared<const statistics::ToldCities>();
    if (!office) {
        TRY(told, told_in(query, *period, quarter.collected));
    }
    const auto ranks_before = ranks_of(before.ranked);
    for (const auto& one : quarter.ranked) {
        RankedView row;
        row.rank = static_cast<int>(view.items.size()) + 1;
        row.occupation = {one.occupation};
        row.occupation_name = occupation_name(tables, row.occupation);
        row.demand = one.demand;
        row.places = one.places;
        if (office || (quarter.is_whole && one.available >= least &&
                       adds_nothing(*told, quarter.collected.facts, one.occupation))) {
            row.available = one.available;
            row.gap = one.gap;
            row.points = one.points;
        }
        if (const auto known = ranks_before.find(one.occupation); known != ranks_before.end()) row.rank_before = known->second;
        view.items.push_back(std::move(row));
    }
    const auto ranks = ranks_of(quarter.ranked);
    for (const auto& one : before.ranked)
        if (!ranks.contains(one.occupation))
            view.left.push_back({{one.occupation}, occupation_name(tables, {one.occupation}), ranks_before.at(one.occupation)});
    return view;
}

}  // namespace jianghui::shortages
