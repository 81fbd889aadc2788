#pragma once
// How the events of seats are written.

#include "engine/app/context.hpp"
#include "features/seats/model.hpp"

namespace jianghui::seats {

/// The event about a seat as it is now; `from` is its status before.
void record(app::Command& command, const journal::EventKind& kind, const SeatRow& seat,
            SeatStatus from, std::string_view reason = {});

}  // namespace jianghui::seats
