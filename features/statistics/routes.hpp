#pragma once
// How what cells and steps say of a place and period as of a position is come to: from the cells less what came behind the position, or
// from the steps up to it, whichever is nearer.

#include <algorithm>
#include <cstddef>
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

/// Asks for what lies along the routes, of so many places and periods together: one round trip on PostgreSQL. `sums` asks for the cells of a
/// part (`ask_cells(readings, part)`), and for its steps behind one position up to another, which count `sign` times
/// (`ask_steps(readings, part, after, until, sign)`). False once it wants no more (`goes_on()`), asked after each reading.
template <class Sums>
[[nodiscard]] bool read_along(const store::Reader& reader, const std::vector<Route>& routes, std::int64_t position, Sums& sums) {
    constexpr std::size_t asked_together = 16;
    for (std::size_t from = 0; from < routes.size(); from += asked_together) {
        store::Readings cells, steps;
        for (std::size_t i = from; i < std::min(routes.size(), from + asked_together); ++i) {
            const auto& [part, from_cells, taken_off_after] = routes[i];
            if (!from_cells) {
                sums.ask_steps(steps, part, 0, position, 1);
                continue;
            }
            sums.ask_cells(cells, part);
            if (part.cells_to < part.position) sums.ask_steps(steps, part, part.cells_to, part.position, 1);
            if (taken_off_after) sums.ask_steps(steps, part, *taken_off_after, part.position, -1);
        }
        cells.run(reader);
        if (!sums.goes_on()) return false;
        steps.run(reader);
        if (!sums.goes_on()) return false;
    }
    return true;
}

}  // namespace jianghui::statistics
