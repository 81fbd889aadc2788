#pragma once
// Of which places of the region flows can be known: nobody who went there is not the same as nothing known of it.

#include "engine/app/context.hpp"
#include "features/shortages/model.hpp"

namespace jianghui::shortages {

struct FlowPlaces {
    std::vector<PlaceCode> included;  ///< orders were counted there, or people known to live there, or to have come or gone
    std::vector<PlaceCode> excluded;
};
/// The places of the region, in its order. A few look-ups for each.
[[nodiscard]] FlowPlaces flow_places(const store::Reader& reader, const app::Services& services);

}  // namespace jianghui::shortages
