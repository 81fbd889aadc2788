#pragma once
// What other features may ask of statistics.

#include "features/statistics/endpoints.hpp"
#include "features/statistics/measures.hpp"
#include "features/statistics/model.hpp"
#include "features/statistics/publication.hpp"
#include "features/statistics/ratio.hpp"
#include "features/statistics/table.hpp"
#include "features/statistics/told_kept.hpp"

namespace jianghui::statistics {

/// One page of the records of a figure, and the figure itself, which the caller knows. Requires a slice with a position.
[[nodiscard]] RecordsView records_view(const app::Query& query, const Measure& measure,
                                       const Slice& slice, const Selection& selection, const Count& figure,
                                       std::optional<std::int64_t> cursor, int limit);

}  // namespace jianghui::statistics
