#include "features/people/codes_check.hpp"

#include "features/codes/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::people {
namespace {

/// A code of one of the small tables. Fails with unknown_code at `path`, with the nearest codes.
Result<Done> check_item(const app::Services& services, std::string_view table,
                        std::string_view code, const std::string& path) {
    const auto& tables = services.get<codes::Tables>();
    if (tables.find_item(table, code) != nullptr) return Done{};
    return refuse(error(unknown_code).at(path).near(tables.nearest_items(table, code)));
}

}  // namespace

Result<Done> check_place(const app::Services& services, const PlaceCode& place) {
    const auto& tables = services.get<codes::Tables>();
    if (tables.find_place(place) != nullptr) return Done{};
    return refuse(error(unknown_code).at("/place").near(tables.nearest_places(place.text)));
}

Result<Done> check_occupation(const app::Services& services, const OccupationCode& occupation,
                              std::string_view path) {
    const auto& tables = services.get<codes::Tables>();
    if (tables.find_occupation(occupation) != nullptr) return Done{};
    return refuse(error(unknown_code)
                      .at(std::string(path))
                      .near(tables.nearest_occupations(occupation.text)));
}

Result<Done> check_codes(const app::Services& services, const Profile& profile) {
    for (std::size_t i = 0; i < profile.occupations.size(); ++i)
        TRY_DO(check_occupation(services, profile.occupations[i],
                                "/occupations/" + std::to_string(i)));
    if (profile.education)
        TRY_DO(check_item(services, "education_levels", profile.education->text, "/education"));
    if (profile.seeker_kind)
        TRY_DO(check_item(services, "seeker_kinds", profile.seeker_kind->text, "/seeker_kind"));
    for (std::size_t i = 0; i < profile.certificates.size(); ++i)
        TRY_DO(check_item(services, "certificate_kinds", profile.certificates[i].kind.text,
                          "/certificates/" + std::to_string(i) + "/kind"));
    return Done{};
}

int working_age_on(const app::Services& services, Date day) {
    return static_cast<int>(services.get<codes::Tables>().parameter_or("working_age", day, 16));
}

}  // namespace jianghui::people
