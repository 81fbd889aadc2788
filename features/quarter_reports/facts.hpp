#pragma once
// What a report counts: which posts and persons, from features/statistics as of its cut-off; what they are
// counted by, from the registers as they are now.

#include "engine/app/context.hpp"
#include "features/quarter_reports/tally.hpp"

namespace jianghui::quarter_reports {

/// The two measures of a report in its versions.
struct MeasurePair {
    std::shared_ptr<const statistics::Measure> demand;
    std::shared_ptr<const statistics::Measure> supply;
};
/// Those in force. Fails with measure_unknown, and with period_malformed when one is not by the quarter.
[[nodiscard]] Result<MeasurePair> measures_now(const app::Services& services);
/// Those that the report was counted by. Fails with measure_unknown.
[[nodiscard]] Result<MeasurePair> measures_of(const app::Services& services,
                                              const ReportRow& report);

/// The records of a side, of the places included, newest first. O(facts of the quarter).
[[nodiscard]] std::vector<statistics::RecordRow> records_of(const store::Reader& reader,
                                                            const statistics::Measure& measure,
                                                            const ReportRow& report);

/// The posts and persons of a report in its groups. O(facts + people).
[[nodiscard]] Tally tally_of(const store::Reader& reader, const app::Services& services,
                             const MeasurePair& measures, const ReportRow& report);

/// The number of the report's quarter. Requires that its text is one.
[[nodiscard]] int period_of(const ReportRow& report);

}  // namespace jianghui::quarter_reports
