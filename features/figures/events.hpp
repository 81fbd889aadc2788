#pragma once
// What this feature writes into the journal.

#include "engine/journal/journal.hpp"

namespace jianghui::figures {

inline constexpr journal::EventKind figures_recount_begun{
    "figures.recount_begun", "开始重新计数", "All figures are being counted anew"};

}  // namespace jianghui::figures
