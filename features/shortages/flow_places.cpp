#include "features/shortages/flow_places.hpp"

#include <algorithm>

#include "features/codes/api.hpp"
#include "features/shortages/queries.hpp"
#include "features/statistics/api.hpp"

namespace jianghui::shortages {

FlowPlaces flow_places(const store::Reader& reader, const app::Services& services) {
    std::vector<PlaceCode> counted;
    if (const auto demand = services.get<statistics::Measures>().current("demand"))
        counted = statistics::cities_counted(reader, **demand);
    FlowPlaces places;
    for (const auto* place : services.get<codes::Tables>().region()) {
        const bool known = std::find(counted.begin(), counted.end(), place->code) != counted.end() ||
                           reader.value<std::int64_t>(sql::people_known, store::arguments("city", place->code)).value_or(0) > 0;
        (known ? places.included : places.excluded).push_back(place->code);
    }
    return places;
}

}  // namespace jianghui::shortages
