#pragma once
// What happens between a changed order and a share. The agency is `organisation`, the employer
// `counterpart`. That the order has a new version is order.revised (features/orders).

#include "engine/journal/journal.hpp"

namespace jianghui::changes {

inline constexpr journal::EventKind change_asked{"change.asked", "请机构答复订单变更",
                                                 "Agency asked about changed terms"};
inline constexpr journal::EventKind change_accepted{"change.accepted", "机构接受订单变更",
                                                    "Changed terms accepted"};
inline constexpr journal::EventKind change_declined{"change.declined", "机构不接受订单变更",
                                                    "Changed terms declined"};
inline constexpr journal::EventKind change_run_out{"change.run_out", "订单变更到期未答复",
                                                   "Changed terms not answered in time"};
inline constexpr journal::EventKind change_overtaken{"change.overtaken", "订单变更被新变更取代",
                                                     "Changed terms overtaken"};
inline constexpr journal::EventKind change_voided{"change.voided", "订单变更答复失效",
                                                  "Answer to changed terms void"};

}  // namespace jianghui::changes
