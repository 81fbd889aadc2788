#pragma once
// What happens to a fair. Whose it is, is `organisation`; none for an authority's.

#include "engine/journal/journal.hpp"

namespace jianghui::fairs {

inline constexpr journal::EventKind fair_started{"fair.started", "发起统配", "Fair started"};
inline constexpr journal::EventKind fair_decided{"fair.decided", "统配出结果", "Fair decided"};
inline constexpr journal::EventKind fair_edited{"fair.edited", "手工调整统配", "Fair edited by hand"};
inline constexpr journal::EventKind fair_handed{"fair.handed_over", "统配方案移交机构",
                                                "Fair handed over to agencies"};
/// One for each agency that a plan was handed over to: it is `organisation`.
inline constexpr journal::EventKind fair_received{"fair.received", "收到统配方案",
                                                  "Plan of a fair received"};
inline constexpr journal::EventKind fair_offered{"fair.offered", "统配批量邀约",
                                                 "Seats of a fair offered"};

}  // namespace jianghui::fairs
