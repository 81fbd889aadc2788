#include "features/shortages/told.hpp"

#include <algorithm>

namespace jianghui::shortages {

Result<std::shared_ptr<const statistics::ToldCities>> told_in(const app::Query& query, int period, const Collected& collected) {
    TRY(const auto supply,
        query.services.get<statistics::Measures>().version("supply", collected.supply_formula));
    return query.services.get<statistics::KeptTold>().of(
        query.db, query.services,
        {*supply, period, collected.position, collected.included, statistics::published_people_of(query.services, period)});
}

bool adds_nothing(const statistics::ToldCities& told, const Key& key, const Facts& facts) {
    const PlaceCode city{key.first};
    return (facts.supply == 0 || statistics::tells(told, city, key.second)) &&
           (facts.city_undecided.value_or(0) == 0 || statistics::tells(told, city, ""));
}

bool adds_nothing(const statistics::ToldCities& told, const FactsByKey& facts, const std::string& occupation) {
    return std::all_of(facts.begin(), facts.end(), [&](const auto& each) {
        return each.first.second != occupation || adds_nothing(told, each.first, each.second);
    });
}

}  // namespace jianghui::shortages
