#pragma once
// Counts a measure from its columns. Written without roll.hpp's spells and steps and with the same results:
// what was counted along is verified by a way that shares only the reading of an event with it. Pure.

#include "features/statistics/calendar.hpp"
#include "features/statistics/event_columns.hpp"

namespace jianghui::statistics {

/// The cells of a measure as numbers: places with what belongs to them by periods.
struct CountedCells {
    int first_period = 0;
    int periods = 0;
    std::vector<Count> counts;  ///< of the place with number w in period p: counts[w * periods + p]
};

/// O(events), and O(spells²) of a fact for each period that it touches; `threads` share the facts. Memory:
/// 16 bytes a place (with what belongs to it) and period, for each thread.
[[nodiscard]] CountedCells count_columns(const EventColumns& columns, const Measure& measure,
                                         const Calendar& calendar, int threads);

/// Adds them, with their names.
void add_cells(std::map<CellKey, Count>& sums, const EventColumns& columns,
               const CountedCells& cells);

}  // namespace jianghui::statistics
