#pragma once
// Which places a table covers.

#include "features/codes/api.hpp"
#include "features/open_data/model.hpp"

namespace jianghui::open_data {

/// The place, or those of the region for "".
[[nodiscard]] std::vector<CoveredPlace> places_of(const codes::Tables& tables, const PlaceCode& place);
/// The places of the region; those that `covers` denies are left out with that reason.
template <class Covers>
[[nodiscard]] std::vector<CoveredPlace> region_where(const codes::Tables& tables, Covers covers, const std::string& reason) {
    auto places = places_of(tables, {});
    for (auto& place : places)
        if (!covers(place.code)) place.reason = reason;
    return places;
}
/// What a document says itself: places included, then those excluded with their reasons.
template <class Included, class Excluded>
[[nodiscard]] std::vector<CoveredPlace> as_said(const Included& included, const Excluded& excluded) {
    std::vector<CoveredPlace> places;
    for (const auto& one : included) places.push_back({one.code, one.name, ""});
    for (const auto& one : excluded) places.push_back({one.code, one.name, one.reason});
    return places;
}
/// The same of a document whose places are excluded for one reason: nothing was ever counted there.
template <class Place>
[[nodiscard]] std::vector<CoveredPlace> as_counted(const std::vector<Place>& included, const std::vector<Place>& excluded) {
    auto places = as_said(included, std::vector<CoveredPlace>());
    for (const auto& one : excluded) places.push_back({one.code, one.name, "平台没有这里的数据"});
    return places;
}

}  // namespace jianghui::open_data
