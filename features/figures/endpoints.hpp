#pragma once
// The API calls of figures.

#include "features/figures/model.hpp"

namespace jianghui::figures {

/// The figures of a place (or the region) and a year, against the targets of that year.
/// Fails with unknown_code.
[[nodiscard]] Result<FiguresView> show(app::Query& query, const FindFigures& input);

/// What a figure was counted from, as far as the caller may see it. Fails with no_such_figure.
[[nodiscard]] Result<app::Page<RecordView>> list_records(app::Query& query,
                                                         const ListRecords& input);

/// One measure by place. Fails with unknown_code.
[[nodiscard]] Result<app::Page<MapRow>> show_map(app::Query& query, const FindMap& input);

/// Begins to count everything anew from the journal.
[[nodiscard]] Result<app::Empty> recount(app::Command& command, const app::Empty& input);

}  // namespace jianghui::figures
