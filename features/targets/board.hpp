#pragma once
// The board: targets, what was counted, what was reported, where the year is heading.

#include "features/targets/model.hpp"
#include "features/targets/sets.hpp"

namespace jianghui::targets {

/// The plan's measures, in their order.
inline constexpr Measure measures[] = {Measure::revenue, Measure::employment, Measure::employers,
                                       Measure::talent};

/// The board of a set and a year, without what the caller may do.
[[nodiscard]] Result<BoardView> board_of(app::Query& query, const TargetSet& set, int year);

/// Whether any set has a target for the city: only such are on the board and report.
[[nodiscard]] bool has_targets(const app::Services& services, const PlaceCode& city);
/// The newest report, or nothing.
[[nodiscard]] std::optional<Report> newest_report(const store::Reader& reader,
                                                  const PlaceCode& city, int year,
                                                  Measure measure);

}  // namespace jianghui::targets
