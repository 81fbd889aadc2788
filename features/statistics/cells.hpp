#pragma once
// The cells: sums of the steps, so that figures are there without reading every step that was ever made. They follow the
// steps a place and period at a time, where many have come; what is not in them yet is read from the steps (kept.hpp, table.hpp).

#include "engine/store/store.hpp"
#include "features/statistics/measure.hpp"

namespace jianghui::statistics {

/// Which places and periods are worth it.
enum class Behind : std::uint8_t {
    far,     ///< so many steps wait that writing their cells once is little work for each
    at_all   ///< some do, and nothing else is to be done
};

/// Of a place and period so many steps at least are between two marks (marks.hpp): each is about as large as the cells, and what lies
/// between is read.
inline constexpr std::int64_t steps_a_mark_usually = 2000;
/// And so many parts they are divided into by smaller marks, of what the steps since the last whole one add up to.
inline constexpr std::int64_t marks_a_mark = 4;

/// Adds the waiting steps of at most `limit` places and periods to their cells, those with the most first; how many there were.
/// Where so many came since the last mark another one is put. In the caller's transaction: a step is in the cells or waits, never both.
int add_to_cells(store::Transaction& transaction, const Measure& measure, Behind behind, int limit,
                 std::int64_t steps_a_mark = steps_a_mark_usually);

}  // namespace jianghui::statistics
