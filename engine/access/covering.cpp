#include "engine/access/covering.hpp"

namespace jianghui::access {

std::optional<OfficeNeeded> office_needed(const Caller& caller, const PlaceCode& covered) {
    if (covered)
        return caller.acts_in(covered) ? std::nullopt : std::optional(OfficeNeeded::of_place);
    const bool of_city = caller.is(Role::official) && caller.place &&
                         city_of(caller.place) == caller.place;
    return of_city ? std::nullopt : std::optional(OfficeNeeded::of_city);
}

std::optional<PlaceCode> region_acted_on(const Caller& caller) {
    return office_needed(caller, {}) ? std::nullopt : std::optional(PlaceCode{});
}

bool oversees(const Caller& caller, const PlaceCode& covered) {
    return covered ? caller.supervises(covered) : caller.in_office();
}

}  // namespace jianghui::access
