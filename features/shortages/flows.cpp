#include "features/shortages/flows.hpp"

#include <algorithm>

namespace jianghui::shortages {

FlowMatrix matrix_of(const std::vector<FlowRow>& rows, const std::vector<PlaceCode>& places,
                     std::int64_t least) {
    const std::size_t size = places.size() + 1;
    const auto line = [&](const PlaceCode& city) {
        return static_cast<std::size_t>(std::find(places.begin(), places.end(), city) -
                                        places.begin());
    };
    std::vector<std::vector<std::int64_t>> counts(size, std::vector<std::int64_t>(size));
    for (const auto& row : rows)
        if (row.origin) counts[line(row.origin)][line(row.city)] += row.amount;
    FlowMatrix matrix;
    matrix.cells.assign(size, std::vector<FlowCell>(size));
    matrix.from_totals.assign(size, 0);
    matrix.to_totals.assign(size, 0);
    for (std::size_t from = 0; from < size; ++from)
        for (std::size_t to = 0; to < size; ++to) {
            const std::int64_t amount = counts[from][to];
            auto& cell = matrix.cells[from][to];
            cell.hidden = amount > 0 && amount < least;
            if (cell.hidden) {
                ++matrix.hidden;
                continue;
            }
            cell.amount = amount;
            matrix.from_totals[from] += amount;
            matrix.to_totals[to] += amount;
            matrix.total += amount;
        }
    return matrix;
}

std::int64_t unknown_of(const std::vector<FlowRow>& rows) {
    std::int64_t unknown = 0;
    for (const auto& row : rows)
        if (!row.origin) unknown += row.amount;
    return unknown;
}

}  // namespace jianghui::shortages
