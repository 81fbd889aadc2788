#include "features/imports/reading.hpp"

#include <algorithm>

#include "features/imports/supply_rows.hpp"

namespace jianghui::imports {

namespace {
constexpr std::size_t header_searched = 10;

/// A CSV row with more cells than the header has slipped; in a sheet they are notes in the margin.
bool has_slipped(const HeaderMapping& mapping, const TableForm& form, const TableRow& row,
                 std::size_t header_cells) {
    if (form.format != "csv" || row.cells.size() <= header_cells || mapping.columns.empty())
        return false;
    return std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(header_cells),
                       row.cells.end(), [](const auto& cell) { return !half_width(cell).empty(); });
}
}  // namespace

Result<Reading> Reading::open(std::string bytes, ImportKind kind, const TableOptions& options) {
    TRY(auto table, open_table(std::move(bytes), options));
    Reading reading(std::move(table), kind);
    std::vector<TableRow> first;
    while (first.size() < header_searched) {
        TRY(auto row, reading.table_->next());
        if (!row) break;
        first.push_back(*std::move(row));
    }
    TRY(reading.mapping_, find_header(kind, first));
    for (auto& row : first) {
        if (row.number == reading.mapping_.row) reading.header_cells_ = row.cells.size();
        if (row.number > reading.mapping_.row) reading.waiting_.push_back(std::move(row));
    }
    return reading;
}

Result<Done> Reading::require(const std::vector<Field>& fields) const {
    return check_columns(kind_, mapping_, fields);
}

Result<std::optional<ReadRow>> Reading::next(const Lookup& lookup, const ReadingRules& rules) {
    std::optional<TableRow> row;
    if (!waiting_.empty()) {
        row = std::move(waiting_.front());
        waiting_.pop_front();
    } else {
        TRY(row, table_->next());
    }
    if (!row) return std::optional<ReadRow>();
    ReadRow read = read_row(*row, lookup, rules);
    tally_.enter(read.outcome);
    return std::optional<ReadRow>(std::move(read));
}

ReadRow Reading::read_row(const TableRow& row, const Lookup& lookup, const ReadingRules& rules) {
    ReadRow read;
    read.row = row.number;
    const bool demand = kind_ == ImportKind::demand;
    std::optional<RowFault> broken = row.fault;
    if (!broken && has_slipped(mapping_, table_->form(), row, header_cells_))
        broken = fault(extra_cells, row.cells.back());
    if (broken) {
        broken->row = row.number;
        // Which column the text belongs to is unknown: in a list of people it may be anything.
        if (!demand) broken->value = masked_value(broken->value);
        read.faults.push_back(*std::move(broken));
        return read;
    }
    read = demand ? read_demand_row(mapping_, row, lookup, rules)
                  : read_supply_row(mapping_, row, lookup, rules);
    if (read.outcome == Outcome::refused) return read;
    read.duplicate_of = demand ? duplicates_.add(post_facts(read, row))
                               : duplicates_.add(person_facts(read, row));
    if (read.duplicate_of) read.outcome = Outcome::duplicate;
    return read;
}

std::vector<Text> Reading::notes() const {
    std::vector<Text> notes;
    if (kind_ == ImportKind::demand && mapping_.find(Field::headcount) == nullptr)
        notes.push_back({"表中没有人数一列：每行按 1 人计。",
                         "The list has no headcount: every row counts as one person."});
    for (const auto& column : mapping_.columns) {
        if (column.field == Field::protected_attribute)
            notes.push_back({"“" + column.header + "”一列依法不作为招用条件，未导入。",
                             "The column \"" + column.header +
                                 "\" may not be a condition of hiring and is not imported."});
    }
    return notes;
}

}  // namespace jianghui::imports
