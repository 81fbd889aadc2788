#pragma once
// How what cells and steps say of a place and period as of a position is come to: from the cells less what came behind the position, or
// from the steps up to it, whichever is nearer.

#include <optional>
#include <vector>

#include "engine/store/store.hpp"
#include "features/statistics/measure.hpp"
#include "features/statistics/model.hpp"

namespace jianghui::statistics {

/// `from_cells`: its cells and the steps that are not in them yet, less those behind `taken_off_after`; else all steps up to the position.
struct Route {
    PlacePeriod part;
    bool from_cells = true;
    std::optional<std::int64_t> taken_off_after;
};

/// One for each part. Asks for the first mark of those that have steps behind the position, together.
[[nodiscard]] std::vector<Route> routes_to(const store::Reader& reader, const Measure& measure, const std::vector<PlacePeriod>& parts,
                                           std::int64_t position);

}  // namespace jianghui::statistics
