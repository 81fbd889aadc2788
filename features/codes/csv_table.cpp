#include "features/codes/csv_table.hpp"

#include <charconv>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

namespace jianghui::codes {
namespace {

using Cells = std::vector<std::string>;

/// Walks over the text of a file, one row of cells at a time.
class Cutter {
  public:
    Cutter(std::string_view file, std::string_view text) : file_(file), text_(text) {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (text_.substr(0, 3) == byte_order_mark) at_ = 3;
    }

    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] std::int64_t line() const { return line_; }

    Result<Cells> next() {
        Cells cells;
        while (true) {
            TRY(std::string cell, text_[at_] == '"' ? quoted() : Result<std::string>(plain()));
            cells.push_back(std::move(cell));
            if (at_end()) return cells;
            if (text_[at_] == ',') {
                ++at_;
                if (at_end()) cells.emplace_back();
                if (at_end()) return cells;
                continue;
            }
            if (text_[at_] == '\r') ++at_;
            if (at_end() || text_[at_] != '\n')
                return refuse(
                    malformed(file_, line_, {"引号或换行的位置不对", "a stray quote or line end"}));
            ++at_;
            ++line_;
            return cells;
        }
    }

  private:
    std::string plain() {
        const auto end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        std::string cell(text_.substr(at_, end - at_));
        at_ = end;
        return cell;
    }

    Result<std::string> quoted() {
        const std::int64_t began = line_;
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\n') ++line_;
            if (text_[at_] != '"') {
                cell += text_[at_];
            } else if (text_.substr(at_, 2) == "\"\"") {
                cell += text_[at_++];
            } else {
                ++at_;
                return cell;
            }
        }
        return refuse(malformed(file_, began, {"引号没有结束", "a quote is not closed"}));
    }

    std::string_view file_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
};

}  // namespace

Error malformed(std::string_view file, std::int64_t line, const Text& why) {
    return error(data_malformed, {fmt::format("数据文件 {} 第 {} 行有误：{}。", file, line, why.zh),
                                  fmt::format("Data file {}, line {}: {}.", file, line, why.en)})
        .at(fmt::format("{}:{}", file, line));
}

std::string DataRow::text(std::size_t column) {
    if (cells_[column].empty())
        fail({fmt::format("第 {} 列不能为空", column + 1),
              fmt::format("column {} must not be empty", column + 1)});
    return cells_[column];
}

std::int64_t DataRow::number(std::size_t column, std::int64_t min, std::int64_t max) {
    const std::string& cell = cells_[column];
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (code == std::errc() && end == cell.data() + cell.size() && value >= min && value <= max)
        return value;
    fail({fmt::format("第 {} 列应为 {} 至 {} 的整数", column + 1, min, max),
          fmt::format("column {} must be a whole number of {} to {}", column + 1, min, max)});
    return min;
}

std::optional<double> DataRow::decimal(std::size_t column) {
    const std::string& cell = cells_[column];
    if (cell.empty()) return std::nullopt;
    double value = 0;
    const auto [end, code] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (code == std::errc() && end == cell.data() + cell.size()) return value;
    fail({fmt::format("第 {} 列应为小数", column + 1),
          fmt::format("column {} must be a decimal number", column + 1)});
    return std::nullopt;
}

Date DataRow::date(std::size_t column) {
    if (const auto date = parse_date(cells_[column])) return *date;
    fail({fmt::format("第 {} 列应为日期 YYYY-MM-DD", column + 1),
          fmt::format("column {} must be a date, YYYY-MM-DD", column + 1)});
    return {};
}

std::optional<Date> DataRow::free_date(std::size_t column) {
    if (cells_[column].empty()) return std::nullopt;
    return date(column);
}

bool DataRow::yes(std::size_t column) {
    const std::string& cell = cells_[column];
    if (cell != "yes" && cell != "no")
        fail({fmt::format("第 {} 列应为 yes 或 no", column + 1),
              fmt::format("column {} must be yes or no", column + 1)});
    return cell == "yes";
}

Mark DataRow::mark(std::size_t column) {
    const std::string& cell = cells_[column];
    if (cell == "F") return Mark::found;
    if (cell == "K") return Mark::recalled;
    if (cell != "P")
        fail({fmt::format("第 {} 列应为 F、K 或 P", column + 1),
              fmt::format("column {} must be F, K or P", column + 1)});
    return Mark::proposed;
}

std::vector<std::string> DataRow::parts(std::size_t column) const {
    std::vector<std::string> found;
    std::string_view rest = cells_[column];
    while (!rest.empty()) {
        const auto end = std::min(rest.find('|'), rest.size());
        if (end > 0) found.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return found;
}

void DataRow::fail(Text why) {
    if (!fault_) fault_ = malformed(file_, line_, why);
}

Result<Done> DataRow::done() const {
    if (fault_) return refuse(*fault_);
    return Done{};
}

Result<std::vector<DataRow>> parse_table(std::string_view file, std::string_view text,
                                         const std::vector<std::string>& columns) {
    if (!code_points(text)) return refuse(malformed(file, 0, {"不是 UTF-8", "not UTF-8"}));
    Cutter cutter(file, text);
    if (cutter.at_end()) return refuse(malformed(file, 1, {"文件是空的", "the file is empty"}));
    TRY(const Cells header, cutter.next());
    if (header != columns)
        return refuse(malformed(file, 1,
                                {fmt::format("表头应为 {}", fmt::join(columns, ",")),
                                 fmt::format("the header must be {}", fmt::join(columns, ","))}));
    std::vector<DataRow> rows;
    while (!cutter.at_end()) {
        const std::int64_t line = cutter.line();
        TRY(Cells cells, cutter.next());
        if (cells.size() != columns.size())
            return refuse(malformed(
                file, line,
                {fmt::format("应有 {} 列，实有 {} 列", columns.size(), cells.size()),
                 fmt::format("{} columns expected, {} found", columns.size(), cells.size())}));
        rows.emplace_back(std::string(file), line, std::move(cells));
    }
    return rows;
}

Result<std::vector<DataRow>> read_table(const std::filesystem::path& folder, std::string_view file,
                                        const std::vector<std::string>& columns) {
    std::ifstream stream(folder / file, std::ios::binary);
    if (!stream)
        return refuse(malformed(file, 0, {"文件不存在或不可读", "the file cannot be read"}));
    std::stringstream content;
    content << stream.rdbuf();
    return parse_table(file, content.str(), columns);
}

}  // namespace jianghui::codes
