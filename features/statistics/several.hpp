#pragma once
// A figure by several dimensions at once. Kept nowhere (margins and marks are by one dimension each): added up from the cells that it
// selects and, as of an older position, from steps; so much of that as an answer may take.

#include "features/statistics/table.hpp"

namespace jianghui::statistics {

/// Cells and steps that an answer looks at: some 30 ms.
inline constexpr std::int64_t rows_looked_at_usually = 40'000;

/// What sum_of(cells(reader, measure, slice), selection) is. Fails with too_much_to_add when more rows than `most` have to be looked at.
[[nodiscard]] Result<Count> figure_by_several(const store::Reader& reader, const Measure& measure, const Slice& slice,
                                              const Selection& selection, std::int64_t most = rows_looked_at_usually);

}  // namespace jianghui::statistics
