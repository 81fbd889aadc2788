#pragma once
// Counts the measures from the journal: each version of each from a checkpoint of its own, every
// event exactly once.

#include "engine/app/context.hpp"
#include "features/statistics/measures.hpp"
#include "features/statistics/model.hpp"

namespace jianghui::statistics {

/// The name of a measure's checkpoint: "statistics.demand.1".
[[nodiscard]] std::string reader_name(const Measure& measure);

/// The job: counts the next events of every version. Returns whether there may be more.
[[nodiscard]] Result<bool> count_next(app::Command& command);

/// Empties what was counted for this version and begins at the journal's beginning.
void begin_recount(store::Transaction& transaction, const Measure& measure);

/// The parameters that the measure names, in force on that day.
[[nodiscard]] Limits limits_of(const Measure& measure, const codes::Tables& tables, Date on);

}  // namespace jianghui::statistics
