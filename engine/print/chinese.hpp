#pragma once
// How a printed document says a time and a period. Pure.

#include <string>

#include "engine/base/time.hpp"

namespace jianghui::print {

/// "2026年10月16日 12:00", in China.
[[nodiscard]] std::string instant_in_words(Instant at);
/// "2026年第3季度" of "2026Q3"; any other text as it is.
[[nodiscard]] std::string period_in_words(const std::string& period);

}  // namespace jianghui::print
