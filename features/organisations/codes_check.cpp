#include "features/organisations/codes_check.hpp"

#include "features/codes/api.hpp"

namespace jianghui::organisations {

Result<Done> check_place(const app::Services& services, const PlaceCode& place,
                         std::string_view path) {
    const auto& tables = services.get<codes::Tables>();
    if (tables.find_place(place) != nullptr) return Done{};
    return refuse(
        error(unknown_code).at(std::string(path)).near(tables.nearest_places(place.text)));
}

Result<Done> check_industry(const app::Services& services,
                            const std::optional<IndustryCode>& industry) {
    const auto& tables = services.get<codes::Tables>();
    if (!industry || tables.find_industry(*industry) != nullptr) return Done{};
    return refuse(
        error(unknown_code).at("/industry").near(tables.nearest_industries(industry->text)));
}

}  // namespace jianghui::organisations
