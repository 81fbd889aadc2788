#include "engine/access/caller.hpp"

namespace jianghui::access {
namespace {

bool covers(const PlaceCode& own, const PlaceCode& where) {
    return static_cast<bool>(own) && static_cast<bool>(where) && within(where, own);
}

}  // namespace

bool Caller::acts_in(const PlaceCode& where) const {
    return role == Role::official && covers(place, where);
}

bool Caller::supervises(const PlaceCode& where) const {
    return in_office() && covers(place, where);
}

std::pair<std::optional<PlaceCode>, std::optional<PlaceCode>> Caller::seen_range() const {
    if (!in_office()) return {};
    return codes_within(place);
}

}  // namespace jianghui::access
