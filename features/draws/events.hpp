#pragma once
// What happens to a draw.

#include "engine/journal/journal.hpp"

namespace jianghui::draws {

inline constexpr journal::EventKind draw_opened{"draw.opened", "抽签报名开始", "Draw opened", true};
inline constexpr journal::EventKind draw_applied{"draw.applied", "报名抽签", "Applied to a draw"};
inline constexpr journal::EventKind draw_withdrawn{"draw.withdrawn", "撤回报名",
                                                   "Application withdrawn"};
inline constexpr journal::EventKind draw_closed{"draw.closed", "抽签报名截止", "Draw closed", true};
inline constexpr journal::EventKind draw_drawn{"draw.drawn", "抽签完成", "Draw held", true};
inline constexpr journal::EventKind draw_result{"draw.result", "抽签结果", "Result of a draw"};
inline constexpr journal::EventKind draw_voided{"draw.voided", "抽签取消", "Draw void", true};

}  // namespace jianghui::draws
