#pragma once
// What this feature writes into the journal.

#include "engine/journal/journal.hpp"

namespace jianghui::statistics {

inline constexpr journal::EventKind recount_begun{"statistics.recount_begun", "开始重新统计",
                                                  "A measure is being counted anew"};

}  // namespace jianghui::statistics
