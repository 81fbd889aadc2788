#include "features/open_data/coverage.hpp"

namespace jianghui::open_data {

std::vector<CoveredPlace> places_of(const codes::Tables& tables, const PlaceCode& place) {
    if (place) return {{place, tables.place_name(place), ""}};
    std::vector<CoveredPlace> places;
    for (const auto* each : tables.region()) places.push_back({each->code, each->name, ""});
    return places;
}

}  // namespace jianghui::open_data
