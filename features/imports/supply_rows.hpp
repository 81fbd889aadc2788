#pragma once
// Reads the rows of a supply list.

#include "features/imports/demand_rows.hpp"

namespace jianghui::imports {

/// Turns the cells of one row into a SupplyRow. The outcome is refused (every fault named, identity
/// and phone numbers masked), review (a wanted job does not tell the occupation surely) or ready.
/// Pure but for the look-ups.
[[nodiscard]] ReadRow read_supply_row(const HeaderMapping& mapping, const TableRow& row,
                                      const Lookup& lookup, const ReadingRules& rules);

/// What NearDuplicates compares of it.
[[nodiscard]] PersonFacts person_facts(const ReadRow& read, const TableRow& row);

}  // namespace jianghui::imports
