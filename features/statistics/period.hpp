#pragma once
// Months, quarters and years as numbers that count on, and as people write them. Pure.

#include <string>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::statistics {

enum class PeriodKind { month, quarter, year };
BOOST_DESCRIBE_ENUM(PeriodKind, month, quarter, year)

/// The number of the period that holds the instant in China: the next period has the next number.
[[nodiscard]] int period_of(PeriodKind kind, Instant at);
/// Midnight in China at its beginning; its end is the beginning of the next.
[[nodiscard]] Instant beginning_of(PeriodKind kind, int period);
/// "2026-11", "2026Q4", "2026".
[[nodiscard]] std::string period_text(PeriodKind kind, int period);
/// Reads exactly that; nothing for other texts and years before 2000 or after 2100.
[[nodiscard]] std::optional<int> parse_period(PeriodKind kind, std::string_view text);
/// How many periods are a year: 12, 4, 1.
[[nodiscard]] int periods_a_year(PeriodKind kind);

}  // namespace jianghui::statistics
