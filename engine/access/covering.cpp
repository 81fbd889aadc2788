#include "engine/access/covering.hpp"

#include <tuple>

#include "engine/codec/codec.hpp"

namespace jianghui::access {

std::optional<OfficeNeeded> office_needed(const Caller& caller, const PlaceCode& covered) {
    if (covered)
        return caller.acts_in(covered) ? std::nullopt : std::optional(OfficeNeeded::of_place);
    const bool of_city = caller.is(Role::official) && caller.place &&
                         city_of(caller.place) == caller.place;
    return of_city ? std::nullopt : std::optional(OfficeNeeded::of_city);
}

Result<Done> check_office(const Caller& caller, const PlaceCode& covered,
                          const ErrorCode& elsewhere) {
    const auto needed = office_needed(caller, covered);
    if (!needed) return Done{};
    return refuse(error(elsewhere).with("needs_office", std::string(codec::enum_text(*needed))));
}

std::optional<PlaceCode> region_acted_on(const Caller& caller) {
    return office_needed(caller, {}) ? std::nullopt : std::optional(PlaceCode{});
}

OfficeSight sight_of_official(const Caller& caller) {
    OfficeSight sight;
    if (!caller.is(Role::official) || !caller.place) return sight;
    std::tie(sight.seen_from, sight.seen_to) = codes_within(caller.place);
    sight.city_place = city_of(caller.place);
    sight.province = PlaceCode{caller.place.text.substr(0, 2) + "0000"};
    return sight;
}

bool oversees(const Caller& caller, const PlaceCode& covered) {
    return covered ? caller.supervises(covered) : caller.in_office();
}

}  // namespace jianghui::access
