#pragma once
// The parameters of the rules as of a day.

#include "features/codes/api.hpp"
#include "features/shortages/levels.hpp"

namespace jianghui::shortages {

[[nodiscard]] Limits limits_on(const codes::Tables& tables, Date day);
[[nodiscard]] LevelLimits level_limits_on(const codes::Tables& tables, Date day);
/// In how many days officials have to act on an issued warning of a level.
[[nodiscard]] int days_to_act(const codes::Tables& tables, Level level, Date day);
/// When so many days are over for who is told on a day: the midnight after the last of them.
[[nodiscard]] Instant due_after(Date day, int days);

}  // namespace jianghui::shortages
