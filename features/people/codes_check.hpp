#pragma once
// Whether the codes that a request names exist (features/codes).

#include "engine/app/services.hpp"
#include "features/people/model.hpp"

namespace jianghui::people {

/// Fails with unknown_code at /place, with the nearest places.
[[nodiscard]] Result<Done> check_place(const app::Services& services, const PlaceCode& place);
/// Fails with unknown_code at /occupation, with the nearest ones.
[[nodiscard]] Result<Done> check_occupation(const app::Services& services,
                                            const OccupationCode& occupation,
                                            std::string_view path);
/// Education, occupations and certificate kinds. Fails with unknown_code at the first unknown one.
[[nodiscard]] Result<Done> check_codes(const app::Services& services, const Profile& profile);

}  // namespace jianghui::people
