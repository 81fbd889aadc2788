#pragma once
// How the events of warnings are written.

#include "engine/app/context.hpp"
#include "features/shortages/warnings.hpp"

namespace jianghui::shortages {

/// Appends that this happened to the warning, which is `row` now.
void record(app::Command& command, const journal::EventKind& kind, const WarningRow& row);

}  // namespace jianghui::shortages
