#pragma once
// What happens to a stand-by. The agency is `organisation`, the employer `counterpart`.

#include "engine/journal/journal.hpp"

namespace jianghui::standby {

inline constexpr journal::EventKind standby_joined{"standby.joined", "登记候补", "Stands by"};
inline constexpr journal::EventKind standby_called{"standby.called", "候补到席",
                                                   "Stand-by was served"};
inline constexpr journal::EventKind standby_passed{"standby.passed", "候补轮到未能承接",
                                                   "Stand-by was passed over"};
inline constexpr journal::EventKind standby_left{"standby.left", "退出候补", "Left the stand-by"};
inline constexpr journal::EventKind standby_ended{"standby.ended", "候补失效",
                                                  "Stand-by ended with its order"};

}  // namespace jianghui::standby
