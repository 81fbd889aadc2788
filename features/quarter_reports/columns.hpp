#pragma once
// The columns of a table beside its numbers: shares, changes, ratios. Pure, in integers.

#include "features/codes/api.hpp"
#include "features/quarter_reports/model.hpp"

namespace jianghui::quarter_reports {

using TableRows = std::map<TableName, std::vector<TableRow>>;
[[nodiscard]] TableRows by_table(std::vector<TableRow> rows);

/// An earlier report as somebody of the same audience sees it.
struct Earlier {
    TableRows rows;
    bool same_panel = false;
    std::vector<std::string> places;  ///< in both reports; empty: not comparable at all
};
/// A report's rows and those that they are compared with.
struct Columns {
    TableRows now;
    std::optional<Earlier> quarter;
    std::optional<Earlier> year;
};

/// The table with all its columns, without names and titles. Groups are compared only with a report of the
/// same places; places and the total are compared for the places that both have.
[[nodiscard]] TableView table_of(TableName table, const Columns& columns);

[[nodiscard]] bool has_demand(TableName table);
[[nodiscard]] bool has_supply(TableName table);
/// Rows are those of the largest ten, and do not add up.
[[nodiscard]] bool is_extract(TableName table);
[[nodiscard]] bool is_of_places(TableName table);
/// Rows open to the records that they were counted from.
[[nodiscard]] bool opens(TableName table);

}  // namespace jianghui::quarter_reports
