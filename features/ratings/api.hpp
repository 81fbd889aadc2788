#pragma once
// What other features may ask of reliability.

#include <optional>

#include "engine/app/context.hpp"
#include "features/ratings/model.hpp"

namespace jianghui::ratings {

/// Scores are counted anew after a start; until that is done nobody can be judged by them.
inline constexpr ErrorCode reliability_not_ready{
    "reliability_not_ready", Kind::unavailable, "信用评分正在载入，请过几秒再试。",
    "Reliability is still being counted. Try again in a few seconds."};

/// The organisation's score as it stood when that day began: the same all day long, in every process
/// and after every start, whatever happens meanwhile. Nothing while there are too few events. Reads
/// memory and at most one event. Fails with reliability_not_ready.
[[nodiscard]] Result<std::optional<int>> score_at_start_of(const store::Reader& reader,
                                                           const app::Services& services,
                                                           OrganisationId organisation, Date day);

}  // namespace jianghui::ratings
