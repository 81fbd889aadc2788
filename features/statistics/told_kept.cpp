#include "features/statistics/told_kept.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/app/feature.hpp"
#include "features/statistics/kept.hpp"
#include "features/statistics/table.hpp"

namespace jianghui::statistics {
namespace {

constexpr std::size_t kept_max = 8;

std::string name_of(const ToldOf& wanted) {
    std::string name = fmt::format("{} {} {} {} {}", wanted.measure.id.text, wanted.measure.version.value, wanted.period,
                                   wanted.position, wanted.least);
    for (const auto& city : wanted.cities) name += " " + city.text;
    return name;
}

ToldCities counted(const store::Reader& reader, const app::Services& services, const ToldOf& wanted) {
    std::map<PlaceCode, std::vector<PeopleOf>> people;
    if (wanted.measure.rule(Dimension::occupation) != nullptr) {
        const auto held = services.get<KeptFigures>().hold_at(reader, wanted.measure, wanted.position, wanted.period);
        for (const auto& place : places_counted(reader, wanted.measure)) {
            const auto city = city_of(place);
            if (std::find(wanted.cities.begin(), wanted.cities.end(), city) == wanted.cities.end()) continue;
            for (const auto& [occupation, count] : held.margins().sums(wanted.period, {place, place}, Dimension::occupation))
                people[city].push_back({place, occupation, count.facts});
        }
    }
    ToldCities cities;
    for (const auto& [city, of_city] : people) cities[city] = told(of_city, wanted.least);
    return cities;
}

}  // namespace

std::shared_ptr<const ToldCities> KeptTold::of(const store::Reader& reader, const app::Services& services, const ToldOf& wanted) {
    const auto name = name_of(wanted);
    {
        const std::lock_guard lock(mutex_);
        const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const auto& each) { return each.first == name; });
        if (found != kept_.end()) {
            std::rotate(kept_.begin(), found, found + 1);
            return kept_.front().second;
        }
    }
    auto made = std::make_shared<const ToldCities>(counted(reader, services, wanted));
    const std::lock_guard lock(mutex_);
    kept_.emplace(kept_.begin(), name, made);
    if (kept_.size() > kept_max) kept_.pop_back();
    return made;
}

bool tells(const ToldCities& cities, const PlaceCode& city, const std::string& occupation) {
    const auto found = cities.find(city);
    return found != cities.end() && found->second.of_city.count(occupation) != 0;
}

}  // namespace jianghui::statistics
