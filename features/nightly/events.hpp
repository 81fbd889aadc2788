#pragma once
// What happens to people of the nightly push. `person` is whom it concerns, the city her home city.

#include "engine/journal/journal.hpp"

namespace jianghui::nightly {

inline constexpr journal::EventKind person_told{"nightly.told", "收到今日推荐", "Told of orders"};
inline constexpr journal::EventKind telling_stopped{"nightly.stopped", "关闭每日推荐", "Wants no daily orders"};
inline constexpr journal::EventKind telling_resumed{"nightly.resumed", "打开每日推荐", "Wants daily orders again"};

}  // namespace jianghui::nightly
