#include "features/imports/csv.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "features/imports/text_encoding.hpp"

namespace jianghui::imports {

namespace {
/// How often each delimiter stands outside quotes in the first line that has content.
char detect_delimiter(std::string_view text) {
    constexpr std::array<char, 3> candidates{',', ';', '\t'};
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    bool content = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') {
            if (content) break;
            continue;
        }
        content = true;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (c == candidates[i]) ++counts[i];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most == 0 ? ',' : candidates[static_cast<std::size_t>(most - counts.begin())];
}

/// Excel's own first line "sep=;": the delimiter and where the table begins.
std::optional<std::pair<char, std::size_t>> separator_line(std::string_view text) {
    if (!text.starts_with("sep=") || text.size() < 6) return std::nullopt;
    const char delimiter = text[4];
    if (delimiter != ',' && delimiter != ';' && delimiter != '\t') return std::nullopt;
    if (text.substr(5).starts_with("\r\n")) return std::pair{delimiter, std::size_t{7}};
    if (text[5] == '\n' || text[5] == '\r') return std::pair{delimiter, std::size_t{6}};
    return std::nullopt;
}

bool is_blank(const TableRow& row) {
    return !row.fault && std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) {
        return cell.find_first_not_of(" \t\r\n") == std::string::npos;
    });
}

void report(TableRow& row, const ErrorCode& code, std::string_view value) {
    if (row.fault) return;  // the first fault explains the others
    row.fault = fault(code, value);
    row.fault->row = row.number;
}
}  // namespace

Result<CsvReader> CsvReader::open(std::string bytes, const TableLimits& limits) {
    TRY(DecodedText decoded, decode_text(std::move(bytes)));
    if (decoded.text.find_first_not_of(" \t\r\n") == std::string::npos) return refuse(file_empty);
    TableForm form;
    form.format = "csv";
    form.encoding = decoded.encoding;
    std::size_t start = 0;
    if (const auto separator = separator_line(decoded.text)) {
        form.delimiter = separator->first;
        start = separator->second;
    } else {
        form.delimiter = detect_delimiter(decoded.text);
    }
    return CsvReader(std::move(decoded.text), std::move(form), limits, start);
}

Result<std::optional<TableRow>> CsvReader::next() {
    while (at_ < text_.size()) {
        TableRow row = read_row();
        if (is_blank(row)) continue;
        if (++handed_out_ > limits_.rows_max) {
            return refuse(too_many_rows,
                          Text{fmt::format("文件超过 {} 行。请拆成几个文件。", limits_.rows_max),
                               fmt::format("The file has more than {} rows. Split it.",
                                           limits_.rows_max)});
        }
        return std::optional<TableRow>(std::move(row));
    }
    return std::optional<TableRow>();
}

bool CsvReader::at_cell_end() const {
    if (at_ >= text_.size()) return true;
    const char c = text_[at_];
    return c == form_.delimiter || c == '\n' || c == '\r';
}

void CsvReader::skip_line_end() {
    const bool carriage_return = at_ < text_.size() && text_[at_] == '\r';
    if (carriage_return) ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
}

void CsvReader::read_plain(TableRow& row, std::string& cell) {
    const char stops[] = {form_.delimiter, '\n', '\r'};
    const auto end = std::min(text_.find_first_of(std::string_view(stops, 3), at_), text_.size());
    const std::string_view content(text_.data() + at_, end - at_);
    at_ = end;
    if (cell.size() + content.size() > limits_.cell_bytes_max) {
        report(row, cell_too_long, content);
        return;
    }
    cell += content;
}

/// Reads from the opening quote. False when it is not closed within the limit; `at_` is then of no
/// meaning and the caller goes on in the next line.
bool CsvReader::read_quoted(TableRow& row, std::string& cell) {
    ++at_;
    while (true) {
        // Never look further than the limit: a file of unclosed quotes must not cost a full scan
        // for each of its rows.
        const auto window =
            std::string_view(text_).substr(at_, limits_.cell_bytes_max - cell.size() + 1);
        const auto length = window.find('"');
        if (length == std::string_view::npos) return false;
        cell += window.substr(0, length);
        at_ += length + 1;
        if (at_ >= text_.size() || text_[at_] != '"') break;
        if (cell.size() >= limits_.cell_bytes_max) return false;
        cell += '"';
        ++at_;
    }
    while (!at_cell_end() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    if (!at_cell_end()) {
        report(row, stray_after_quote, cell);
        read_plain(row, cell);
    }
    return true;
}

TableRow CsvReader::read_row() {
    TableRow row;
    row.number = ++number_;
    const std::size_t begin = at_;
    while (true) {
        std::string cell;
        if (at_ < text_.size() && text_[at_] == '"') {
            if (!read_quoted(row, cell)) {
                const auto end = std::min(text_.find_first_of("\r\n", begin), text_.size());
                report(row, unterminated_quote,
                       std::string_view(text_).substr(begin, end - begin));
                at_ = end;
                row.cells.clear();
                break;
            }
        } else {
            read_plain(row, cell);
        }
        if (row.cells.size() < limits_.columns_max) row.cells.push_back(std::move(cell));
        else report(row, too_many_columns, cell);
        if (at_ >= text_.size() || text_[at_] != form_.delimiter) break;
        ++at_;
    }
    skip_line_end();
    return row;
}

}  // namespace jianghui::imports
