#include "features/allocation/table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "features/allocation/errors.hpp"

namespace jianghui::allocation {
namespace {

bool is_space(char letter) { return letter == ' ' || letter == '\t'; }
bool is_line_end(char letter) { return letter == '\n' || letter == '\r'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

/// Where the first byte is that is no UTF-8; the size when there is none.
std::size_t damage_in(std::string_view text) {
    auto rest = text;
    while (!rest.empty()) {
        if (static_cast<unsigned char>(rest.front()) < 0x80) {
            rest.remove_prefix(1);
            continue;
        }
        const auto at = text.size() - rest.size();
        if (!take_code_point(rest)) return at;
    }
    return text.size();
}

/// The beginning of a cell, in whole characters.
std::string shortened(std::string_view cell) {
    std::size_t end = std::min<std::size_t>(cell.size(), 100);
    while (end > 0 && end < cell.size() && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80) --end;
    return std::string(cell.substr(0, end));
}

}  // namespace

Result<Table> Table::open(std::string name, std::string text, Columns columns) {
    Table table;
    table.name_ = std::move(name);
    table.text_ = std::make_shared<const std::string>(std::move(text));
    table.unquoted_ = std::make_shared<std::deque<std::string>>();
    table.columns_ = std::move(columns);
    table.damaged_at_ = damage_in(*table.text_);
    if (table.text_->starts_with("\xEF\xBB\xBF")) table.at_ = 3;
    const auto& names = table.columns_.names;
    table.places_.assign(names.size(), -1);
    if (!table.skip_blank())
        return refuse(table.fault(1, 0, "", {"文件是空的，缺少表头。", "The file is empty: no header."}));
    TRY_DO(table.read_cells());
    table.width_ = table.cells_.size();
    for (std::size_t i = 0; i < table.width_; ++i) {
        const auto found = std::find(names.begin(), names.end(), table.cells_[i]);
        const std::string written(table.cells_[i]);
        if (found == names.end())
            return refuse(table.fault_at(i, {"表头中有不认识的列：" + written,
                                              "Unknown column in the header: " + written}));
        int& place = table.places_[static_cast<std::size_t>(found - names.begin())];
        if (place >= 0)
            return refuse(table.fault_at(
                i, {"表头中列重复：" + written, "Column twice in the header: " + written}));
        place = static_cast<int>(i);
    }
    for (std::size_t i = 0; i < table.columns_.required; ++i)
        if (table.places_[i] < 0)
            return refuse(
                table.fault(table.row_, i, "", {"表头缺少这一列。", "The header lacks this column."}));
    return table;
}

Result<bool> Table::next() {
    if (!skip_blank()) return false;
    TRY_DO(read_cells());
    if (cells_.size() != width_)
        return refuse(
            fault_at(std::min(cells_.size(), width_),
                     {fmt::format("应有 {} 列，实有 {} 列。", width_, cells_.size()),
                      fmt::format("{} cells where the header has {}.", cells_.size(), width_)}));
    return true;
}

/// Goes to the next line that has something on it; false at the end of the file.
bool Table::skip_blank() {
    const std::string& text = *text_;
    while (true) {
        auto look = at_;
        while (look < text.size() && is_space(text[look])) ++look;
        if (look == text.size()) return false;
        if (!is_line_end(text[look])) return true;
        at_ = look;
        end_line();
    }
}

void Table::end_line() {
    const std::string& text = *text_;
    if (at_ >= text.size()) return;
    if (text[at_] == '\r' && at_ + 1 < text.size() && text[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
}

Result<Done> Table::read_cells() {
    const std::string& text = *text_;
    row_ = line_;
    cells_.clear();
    while (true) {
        while (at_ < text.size() && is_space(text[at_])) ++at_;
        if (at_ < text.size() && text[at_] == '"') {
            TRY_DO(read_quoted());
        } else {
            read_plain();
        }
        if (at_ > damaged_at_)
            return refuse(fault_at(cells_.size() - 1,
                                   {"不是 UTF-8 编码。请另存为 UTF-8 的 CSV。",
                                    "This is not UTF-8. Save the file as CSV in UTF-8."}));
        if (at_ < text.size() && text[at_] == ',') {
            ++at_;
            continue;
        }
        end_line();
        return Done{};
    }
}

void Table::read_plain() {
    const std::string& text = *text_;
    const auto begin = at_;
    while (at_ < text.size() && text[at_] != ',' && !is_line_end(text[at_])) ++at_;
    cells_.push_back(trimmed(std::string_view(text).substr(begin, at_ - begin)));
}

Result<Done> Table::read_quoted() {
    const std::string& text = *text_;
    const auto begin = ++at_;
    bool doubled = false;
    while (true) {
        const auto quote = text.find('"', at_);
        if (quote == std::string::npos)
            return refuse(fault_at(cells_.size(), {"引号没有结束。", "A quote is not closed."}));
        at_ = quote + 1;
        if (at_ == text.size() || text[at_] != '"') break;
        doubled = true;
        ++at_;
    }
    const auto inside = std::string_view(text).substr(begin, at_ - 1 - begin);
    line_ += static_cast<std::int64_t>(std::count(inside.begin(), inside.end(), '\n'));
    while (at_ < text.size() && is_space(text[at_])) ++at_;
    if (at_ < text.size() && text[at_] != ',' && !is_line_end(text[at_]))
        return refuse(fault_at(cells_.size(), {"引号之后还有内容。", "Something follows a closing quote."}));
    if (!doubled) {
        cells_.push_back(inside);
        return Done{};
    }
    std::string plain;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        plain += inside[i];
        if (inside[i] == '"') ++i;
    }
    unquoted_->push_back(std::move(plain));
    cells_.emplace_back(unquoted_->back());
    return Done{};
}

Error Table::fault(std::size_t column, const Text& what) const {
    return fault(row_, column, cell(column), what);
}

Error Table::fault(std::int64_t row, std::size_t column, std::string_view value,
                   const Text& what) const {
    const auto name = columns_.names[column];
    return error(table_malformed,
                 {fmt::format("{} 第 {} 行，{} 列：{}", name_, row, name, what.zh),
                  fmt::format("{}, row {}, column {}: {}", name_, row, name, what.en)})
        .at(fmt::format("/{}/{}", row, name))
        .with("file", name_)
        .with("row", std::to_string(row))
        .with("column", std::string(name))
        .with("value", shortened(value));
}

Error Table::fault_at(std::size_t position, const Text& what) const {
    std::string column = std::to_string(position + 1);
    for (std::size_t i = 0; i < places_.size(); ++i)
        if (places_[i] == static_cast<int>(position)) column = columns_.names[i];
    return error(table_malformed,
                 {fmt::format("{} 第 {} 行，{} 列：{}", name_, row_, column, what.zh),
                  fmt::format("{}, row {}, column {}: {}", name_, row_, column, what.en)})
        .at(fmt::format("/{}/{}", row_, column))
        .with("file", name_)
        .with("row", std::to_string(row_))
        .with("column", column);
}

}  // namespace jianghui::allocation
