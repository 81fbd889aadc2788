#include "features/suggestions/points.hpp"

#include <cmath>
#include <map>

namespace jianghui::suggestions {
namespace {

constexpr const char* file = "province_seats.csv";

matching::Point point(double lon, double lat) {
    return {static_cast<std::int32_t>(std::lround(lon * 1e6)),
            static_cast<std::int32_t>(std::lround(lat * 1e6))};
}

}  // namespace

Result<Points> Points::load(const std::filesystem::path& folder, const codes::Tables& tables) {
    std::map<std::string, matching::Point> capitals;
    TRY(auto rows, codes::read_table(folder, file, {"code", "lon", "lat", "mark"}));
    for (auto& row : rows) {
        const std::string code = row.text(0);
        const auto lon = row.decimal(1);
        const auto lat = row.decimal(2);
        (void)row.mark(3);
        if (!lon || !lat || tables.find_place({code}) == nullptr)
            row.fail({"省份代码或坐标有误。", "Wrong province code or coordinates."});
        TRY_DO(row.done());
        capitals[code.substr(0, 2)] = point(*lon, *lat);
    }
    Points points;
    for (const auto& place : tables.places()) {
        const auto& city = tables.place_index().city(place);
        const auto capital = capitals.find(place.code.text.substr(0, 2));
        if (place.lon && place.lat) {
            points.points_[place.code.text] = point(*place.lon, *place.lat);
        } else if (city.lon && city.lat) {
            points.points_[place.code.text] = point(*city.lon, *city.lat);
        } else if (capital != capitals.end()) {
            points.points_[place.code.text] = capital->second;
        } else {
            return refuse(codes::malformed(file, 1, {"缺少省份：" + place.code.text,
                                                     "No province for " + place.code.text}));
        }
    }
    return points;
}

std::optional<matching::Point> Points::at(const PlaceCode& place) const {
    const auto found = points_.find(place.text);
    return found == points_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace jianghui::suggestions
