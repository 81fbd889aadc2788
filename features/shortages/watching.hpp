#pragma once
// The clock of warnings: assesses each quarter once, when it is over and counted.

#include "engine/app/feature.hpp"

namespace jianghui::shortages {

/// The task `shortages.watch`: the next quarter that is over and not assessed, if the journal was counted
/// past its end. Levels of every occupation and city, and a warning where what stands has changed: computed from a
/// snapshot, written in one commit, once however many processes do it.
[[nodiscard]] Result<bool> assess_next(const app::Services& services);
/// The same as of another time than the clock's: for who tells what might have happened.
[[nodiscard]] Result<bool> assess_next(const app::Services& services, Instant now);

}  // namespace jianghui::shortages
