#pragma once
// What happens to the counts of efficiency.

#include "engine/journal/journal.hpp"

namespace jianghui::efficiency {

inline constexpr journal::EventKind efficiency_recount_begun{
    "efficiency.recount_begun", "办事效率重新计数", "Efficiency counted anew"};

}  // namespace jianghui::efficiency
