#include "features/imports/sheet_cells.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace jianghui::imports {

namespace {
constexpr std::size_t merges_max = 100'000;
constexpr std::size_t rows_of_a_sheet = 1'048'576;  // what the programs themselves allow
}  // namespace

bool SheetCells::add(std::size_t row, std::size_t column, std::string_view content) {
    if (content.find_first_not_of(" \t\r\n") == std::string_view::npos) return true;
    if (row >= rows_of_a_sheet || cells_.size() >= limits_.cells_max) return false;
    if (text_.size() + content.size() > limits_.unpacked_bytes_max) return false;
    cells_.push_back({static_cast<std::uint32_t>(row),
                      static_cast<std::uint32_t>(std::min(column, rows_of_a_sheet)), text_.size(),
                      content.size()});
    text_ += content;
    return true;
}

void SheetCells::merge(std::size_t first_row, std::size_t last_row, std::size_t column) {
    if (merges_.size() < merges_max && first_row < last_row)
        merges_.push_back({first_row, last_row, column});
}

void SheetCells::sort() {
    const auto before = [](const Place& a, const Place& b) {
        return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    };
    if (!std::is_sorted(cells_.begin(), cells_.end(), before))
        std::stable_sort(cells_.begin(), cells_.end(), before);
}

bool SheetCells::finish() {
    sort();
    if (merges_.empty()) return true;
    std::vector<std::uint32_t> rows;
    for (const auto& cell : cells_)
        if (rows.empty() || rows.back() != cell.row) rows.push_back(cell.row);
    const std::size_t originals = cells_.size();
    for (const auto& merge : merges_) {
        const Place wanted{static_cast<std::uint32_t>(merge.first_row),
                           static_cast<std::uint32_t>(merge.column), 0, 0};
        const auto source = std::lower_bound(
            cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(originals), wanted,
            [](const Place& a, const Place& b) {
                return std::tie(a.row, a.column) < std::tie(b.row, b.column);
            });
        if (source == cells_.begin() + static_cast<std::ptrdiff_t>(originals) ||
            source->row != wanted.row || source->column != wanted.column)
            continue;
        Place copy = *source;
        auto row = std::upper_bound(rows.begin(), rows.end(), copy.row);
        for (; row != rows.end() && *row <= merge.last_row; ++row) {
            if (cells_.size() >= limits_.cells_max) return false;
            copy.row = *row;
            cells_.push_back(copy);
        }
    }
    sort();
    return true;
}

Result<std::optional<TableRow>> SheetCells::next() {
    if (at_ >= cells_.size()) return std::optional<TableRow>();
    if (++handed_out_ > limits_.rows_max) {
        return refuse(too_many_rows,
                      Text{fmt::format("表格超过 {} 行。请拆成几个文件。", limits_.rows_max),
                           fmt::format("The sheet has more than {} rows. Split it.",
                                       limits_.rows_max)});
    }
    TableRow row;
    const auto current = cells_[at_].row;
    row.number = static_cast<std::int64_t>(current) + 1;
    const auto report = [&](const ErrorCode& code, std::string_view value) {
        if (row.fault) return;
        row.fault = fault(code, value);
        row.fault->row = row.number;
    };
    for (; at_ < cells_.size() && cells_[at_].row == current; ++at_) {
        const auto content = text(cells_[at_]);
        if (cells_[at_].column >= limits_.columns_max) {
            report(too_many_columns, content);
            continue;
        }
        if (content.size() > limits_.cell_bytes_max) {
            report(cell_too_long, content);
            continue;
        }
        if (row.cells.size() <= cells_[at_].column) row.cells.resize(cells_[at_].column + 1);
        row.cells[cells_[at_].column] = content;
    }
    return std::optional<TableRow>(std::move(row));
}

}  // namespace jianghui::imports
