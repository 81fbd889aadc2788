#pragma once
// The talent-flow matrix: where people live and where they go, by quarter. Pure.

#include <optional>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::shortages {

/// The version of the way of counting flows and hiding cells: raise it with every change of it.
inline constexpr int flows_formula = 1;

/// What is a flow.
enum class FlowKind {
    work,      ///< a seat was accepted: from the city where the worker lives to that of the work
    residence  ///< somebody moved from one city to another
};
BOOST_DESCRIBE_ENUM(FlowKind, work, residence)

/// A row of `shortage_flows`: so many people, each once a quarter, from a city ("": not known) to another.
struct FlowRow {
    PlaceCode origin;
    PlaceCode city;
    std::int64_t amount = 0;
    bool operator==(const FlowRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(FlowRow, (), (origin, city, amount))

/// A cell as it is shown. Neither number nor 0: hidden, some people but too few.
struct FlowCell {
    std::optional<std::int64_t> amount;
    bool hidden = false;
    bool operator==(const FlowCell&) const = default;
};
BOOST_DESCRIBE_STRUCT(FlowCell, (), (amount, hidden))

/// From row to column; the last of both is everywhere else. A total is of what is shown in its row or
/// column: what is hidden is in no number of the matrix.
struct FlowMatrix {
    std::vector<std::vector<FlowCell>> cells;
    std::vector<std::int64_t> from_totals;
    std::vector<std::int64_t> to_totals;
    std::int64_t total = 0;
    std::int64_t hidden = 0;  ///< how many cells
    bool operator==(const FlowMatrix&) const = default;
};
BOOST_DESCRIBE_STRUCT(FlowMatrix, (), (cells, from_totals, to_totals, total, hidden))

/// The matrix of the places, whose cells of 1 to `least` − 1 are hidden; with `least` 0 none is.
/// Rows of an unknown origin are in no cell.
[[nodiscard]] FlowMatrix matrix_of(const std::vector<FlowRow>& rows,
                                   const std::vector<PlaceCode>& places, std::int64_t least);
/// How many come from where nobody knows.
[[nodiscard]] std::int64_t unknown_of(const std::vector<FlowRow>& rows);

}  // namespace jianghui::shortages
