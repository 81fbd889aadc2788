#pragma once
// What covers a place or the whole region (lists, catalogues, reports that offices make and publish): who may act
// on it, who sees it before it is published. One rule for all of them.

#include <optional>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "engine/access/caller.hpp"
#include "engine/base/result.hpp"

namespace jianghui::access {

/// Whose office has to act instead of the caller's.
enum class OfficeNeeded {
    of_place,  ///< of the place that is covered, or of a place that contains it
    of_city    ///< of a city or a province: the whole region is covered
};
BOOST_DESCRIBE_ENUM(OfficeNeeded, of_place, of_city)

/// Why the caller may not act on what covers `covered` (no place: the whole region); nothing when she may. She must
/// be an official of that place or of one that contains it; for the region, of a city or of a province. Pure.
[[nodiscard]] std::optional<OfficeNeeded> office_needed(const Caller& caller,
                                                        const PlaceCode& covered);

/// The same as a refusal: `elsewhere`, with the fact "needs_office", when she may not.
[[nodiscard]] Result<Done> check_office(const Caller& caller, const PlaceCode& covered,
                                        const ErrorCode& elsewhere);
/// The place that stands for the whole region ('' in rows) when the caller may act on it, else nothing: for SQL that
/// lists what waits for her.
[[nodiscard]] std::optional<PlaceCode> region_acted_on(const Caller& caller);

/// Whose papers an official sees in lists, for SQL: those of places within her own, of her city, of her province.
/// Nothing for every other role.
struct OfficeSight {
    std::optional<PlaceCode> seen_from;
    std::optional<PlaceCode> seen_to;
    std::optional<PlaceCode> city_place;
    std::optional<PlaceCode> province;
};
BOOST_DESCRIBE_STRUCT(OfficeSight, (), (seen_from, seen_to, city_place, province))
[[nodiscard]] OfficeSight sight_of_official(const Caller& caller);

/// Whether an official or inspector sees what covers `covered` before it is published: of that place or of one that
/// contains it; what covers the whole region every office sees. Pure.
[[nodiscard]] bool oversees(const Caller& caller, const PlaceCode& covered);

}  // namespace jianghui::access
