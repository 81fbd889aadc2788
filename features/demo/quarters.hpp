#pragma once
// Quarters as the story needs them.

#include "features/demo/world.hpp"
#include "features/statistics/api.hpp"

namespace jianghui::demo {

/// The quarter that has not ended when the demo ends, less so many.
[[nodiscard]] inline int quarter_before_end(const World& world, int back) {
    return statistics::period_of(statistics::PeriodKind::quarter, world.end) - back;
}
[[nodiscard]] inline Instant beginning_of_quarter(int quarter) {
    return statistics::beginning_of(statistics::PeriodKind::quarter, quarter);
}
/// "2026Q3".
[[nodiscard]] inline std::string quarter_name(int quarter) {
    return statistics::period_text(statistics::PeriodKind::quarter, quarter);
}

}  // namespace jianghui::demo
