#include "features/quarter_reports/columns.hpp"

#include <algorithm>

#include "features/quarter_reports/rules.hpp"

namespace jianghui::quarter_reports {
namespace {

using Number = std::optional<std::int64_t>;

/// The sums of a table in one report, and what of them has no preference.
struct Whole {
    std::int64_t demand = 0;
    std::int64_t supply = 0;
    std::int64_t any_demand = 0;
    std::int64_t any_supply = 0;
};

const std::vector<TableRow>& rows_in(const TableRows& rows, TableName table) {
    static const std::vector<TableRow> none;
    const auto found = rows.find(table);
    return found == rows.end() ? none : found->second;
}

/// Of an extract the whole is that of the classes of occupations.
Whole whole_of(const TableRows& rows, TableName table) {
    Whole whole;
    for (const auto& row :
         rows_in(rows, is_extract(table) ? TableName::occupation_class : table)) {
        whole.demand += row.demand;
        whole.supply += row.supply;
        if (row.code != any_code) continue;
        whole.any_demand += row.demand;
        whole.any_supply += row.supply;
    }
    return whole;
}

bool names_no_group(const TableRow& row) {
    const auto is_none = [](const std::string& code) {
        return code == any_code || code == unstated_code;
    };
    return is_none(row.code) || std::any_of(row.members.begin(), row.members.end(), is_none);
}

Number ratio_of(TableName table, const TableRow& row, const Whole& whole) {
    if (!has_demand(table) || !has_supply(table) || names_no_group(row)) return {};
    if (whole.any_demand > 0)
        return mirrored_ratio_hundredths(
            {row.demand, row.supply, whole.supply, whole.any_demand});
    return statistics::ratio_hundredths(
        {row.demand, row.supply, whole.demand, whole.any_supply});
}

Number change(const Number& before, const Number& now) {
    return before && now ? Number(*now - *before) : std::nullopt;
}

const TableRow* same_row(const Earlier& earlier, TableName table, const TableRow& row) {
    if (!row.members.empty()) return nullptr;
    for (const auto& before : rows_in(earlier.rows, table))
        if (before.code == row.code && before.members.empty()) return &before;
    return nullptr;
}

/// How a row stands to the same row of an earlier report.
struct Changes {
    Number demand_share, demand_growth, supply_share, supply_growth, ratio;
};
Changes changes_of(TableName table, const TableRow& row, const Whole& whole,
                   const std::optional<Earlier>& earlier) {
    if (!earlier || !(earlier->same_panel || (is_of_places(table) && !earlier->places.empty())))
        return {};
    const TableRow* before = same_row(*earlier, table, row);
    if (before == nullptr) return {};
    const Whole was = whole_of(earlier->rows, table);
    Changes changes;
    changes.demand_growth = statistics::growth(before->demand, row.demand);
    changes.supply_growth = statistics::growth(before->supply, row.supply);
    changes.ratio = change(ratio_of(table, *before, was), ratio_of(table, row, whole));
    if (!earlier->same_panel) return changes;
    changes.demand_share = change(statistics::share_of(before->demand, was.demand),
                                  statistics::share_of(row.demand, whole.demand));
    changes.supply_share = change(statistics::share_of(before->supply, was.supply),
                                  statistics::share_of(row.supply, whole.supply));
    return changes;
}

RowView row_view(TableName table, const TableRow& row, const Columns& columns) {
    const Whole whole = whole_of(columns.now, table);
    const Changes quarter = changes_of(table, row, whole, columns.quarter);
    const Changes year = changes_of(table, row, whole, columns.year);
    RowView view;
    view.code = row.code;
    view.merged = !row.members.empty();
    view.demand = {row.demand,
                   statistics::share_of(row.demand, whole.demand),
                   quarter.demand_share,
                   year.demand_share,
                   quarter.demand_growth,
                   year.demand_growth};
    view.supply = {row.supply,
                   statistics::share_of(row.supply, whole.supply),
                   quarter.supply_share,
                   year.supply_share,
                   quarter.supply_growth,
                   year.supply_growth};
    view.ratio = ratio_of(table, row, whole);
    view.ratio_quarter = quarter.ratio;
    view.ratio_year = year.ratio;
    return view;
}

/// What the places that both reports have asked for and have; nothing when one is hidden in a pool.
std::optional<Whole> panel_of(const TableRows& rows, const Earlier& earlier) {
    if (earlier.same_panel) return whole_of(rows, TableName::overall);
    Whole whole;
    for (const auto& row : rows_in(rows, TableName::overall)) {
        const auto is_common = [&](const std::string& code) {
            return std::find(earlier.places.begin(), earlier.places.end(), code) !=
                   earlier.places.end();
        };
        if (std::any_of(row.members.begin(), row.members.end(), is_common)) return std::nullopt;
        if (!is_common(row.code)) continue;
        whole.demand += row.demand;
        whole.supply += row.supply;
    }
    return whole;
}

Number ratio_of(const Whole& whole) {
    return statistics::ratio_hundredths({whole.demand, whole.supply, whole.demand, 0});
}

struct TotalChanges {
    Number demand, supply, ratio;
};
TotalChanges total_changes(const TableRows& rows, const std::optional<Earlier>& earlier) {
    if (!earlier || earlier->places.empty()) return {};
    const auto is = panel_of(rows, *earlier);
    const auto was = panel_of(earlier->rows, *earlier);
    if (!is || !was) return {};
    return {statistics::growth(was->demand, is->demand),
            statistics::growth(was->supply, is->supply), change(ratio_of(*was), ratio_of(*is))};
}

RowView total_view(const Columns& columns) {
    const Whole whole = whole_of(columns.now, TableName::overall);
    const auto quarter = total_changes(columns.now, columns.quarter);
    const auto year = total_changes(columns.now, columns.year);
    RowView view;
    view.code = "total";
    view.demand = {whole.demand, statistics::share_of(whole.demand, whole.demand), {}, {},
                   quarter.demand, year.demand};
    view.supply = {whole.supply, statistics::share_of(whole.supply, whole.supply), {}, {},
                   quarter.supply, year.supply};
    view.ratio = ratio_of(whole);
    view.ratio_quarter = quarter.ratio;
    view.ratio_year = year.ratio;
    return view;
}

}  // namespace

TableRows by_table(std::vector<TableRow> rows) {
    TableRows tables;
    for (auto& row : rows) tables[row.table_name].push_back(std::move(row));
    return tables;
}

bool has_demand(TableName table) { return table != TableName::seeker_kind; }
bool has_supply(TableName table) {
    return table != TableName::sector && table != TableName::industry &&
           table != TableName::employer_kind;
}
bool is_extract(TableName table) {
    return table == TableName::gaps || table == TableName::surpluses;
}
bool is_of_places(TableName table) {
    return table == TableName::overall || table == TableName::city;
}
bool opens(TableName table) {
    return is_of_places(table) || is_extract(table) || !has_supply(table) ||
           table == TableName::occupation_class;
}

TableView table_of(TableName table, const Columns& columns) {
    TableView view;
    view.table = table;
    view.has_demand = has_demand(table);
    view.has_supply = has_supply(table);
    view.shows_growth = table == TableName::overall;
    view.is_whole = !is_extract(table);
    view.opens = opens(table);
    for (const auto& row : rows_in(columns.now, table))
        view.rows.push_back(row_view(table, row, columns));
    view.total = total_view(columns);
    return view;
}

}  // namespace jianghui::quarter_reports
