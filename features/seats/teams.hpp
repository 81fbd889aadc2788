#pragma once
// Seats of team orders (README.md, "Teams").

#include "engine/app/context.hpp"
#include "features/seats/model.hpp"

namespace jianghui::seats {

/// Why a seat of a team that did not stand ended.
inline constexpr std::string_view team_incomplete = "team_incomplete";

/// A worker accepted: tells the share when a team of it stands by that.
void note_standing(app::Command& command, const SeatRow& accepted);

/// shares::TeamSeats::keep_standing: ends the seats that are in no standing team, latest claim first
/// to go, and says how many seats the standing teams have. Requires a live team share whose hold runs.
int keep_standing(app::Command& command, const shares::ShareRow& share);

}  // namespace jianghui::seats
