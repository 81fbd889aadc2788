#pragma once
// Ending seats without freeing them in their share, which the caller does or ends as well.

#include "engine/app/context.hpp"
#include "features/seats/model.hpp"

namespace jianghui::seats {

/// Ends a live seat; who sits there next is the caller's business.
SeatRow vacate(app::Command& command, const SeatRow& seat, SeatStatus status,
               std::string_view reason);

/// Ends every live seat of a live share and the share with them, as withdrawn or defaulted, also
/// when its hold is over: the seats that nobody worked go back to the order together.
void end_share(app::Command& command, shares::ShareRow share, shares::ShareStatus status,
               std::string_view seat_reason, std::string_view share_reason);

}  // namespace jianghui::seats
