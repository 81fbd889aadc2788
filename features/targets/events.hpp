#pragma once
// What happens to targets.

#include "engine/journal/journal.hpp"

namespace jianghui::targets {

inline constexpr journal::EventKind target_reported{"target.reported", "填报目标完成数",
                                                    "Figure of a target reported"};

}  // namespace jianghui::targets
