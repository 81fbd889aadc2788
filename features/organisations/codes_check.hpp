#pragma once
// Whether the codes that a request names exist (features/codes).

#include <optional>
#include <string_view>

#include "engine/app/services.hpp"
#include "engine/base/base.hpp"

namespace jianghui::organisations {

/// Fails with unknown_code at `path`, with the nearest places.
[[nodiscard]] Result<Done> check_place(const app::Services& services, const PlaceCode& place,
                                       std::string_view path);
/// No industry is fine. Fails with unknown_code at /industry, with the nearest ones.
[[nodiscard]] Result<Done> check_industry(const app::Services& services,
                                          const std::optional<IndustryCode>& industry);

}  // namespace jianghui::organisations
