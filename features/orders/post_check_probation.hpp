#pragma once
// Probation (试用期) in what a post says. Pure.

#include <optional>
#include <string_view>

namespace jianghui::orders {

/// The months of probation that a text speaks of, the longest when it names several, begun months as
/// whole ones; 1 when it names probation and no length. Nothing when it has none, or says so
/// ("无试用期").
[[nodiscard]] std::optional<int> probation_months(std::string_view text);

}  // namespace jianghui::orders
