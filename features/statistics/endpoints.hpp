#pragma once
// The API calls of statistics.

#include "features/statistics/market.hpp"
#include "features/statistics/model.hpp"
#include "features/statistics/verified.hpp"

namespace jianghui::statistics {

/// The measures in force and how far each was counted.
[[nodiscard]] Result<app::Page<MeasureView>> list_measures(app::Query& query,
                                                           const app::Empty& input);

/// A measure of a period, divided. What is published only above a smallest number is for officials.
/// Fails with measure_unknown, period_malformed, division_missing, unknown_code, not_counted_yet,
/// for_the_office.
[[nodiscard]] Result<TableView> show_table(app::Query& query, const AskTable& input);

/// What a figure was counted from, as far as the caller may see it. Fails as `show_table`.
[[nodiscard]] Result<RecordsView> list_records(app::Query& query, const AskRecords& input);

/// Demand, supply and 求人倍率 of a quarter by group, beside the quarter and the year before. Fails with
/// period_malformed, unknown_code.
[[nodiscard]] Result<MarketView> show_market(app::Query& query, const AskMarket& input);

/// Every version of a measure computed anew from the journal and compared with what is kept; which figures
/// differ is for offices where the measure is. Fails with measure_unknown, verification_running.
[[nodiscard]] Result<VerifiedFigures> show_verification(app::Query& query, const FindMeasure& input);

/// Begins to count every version of a measure anew from the journal. Fails with measure_unknown.
[[nodiscard]] Result<app::Empty> recount(app::Command& command, const FindMeasure& input);

}  // namespace jianghui::statistics
