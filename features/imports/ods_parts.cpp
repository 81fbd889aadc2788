#include "features/imports/ods_parts.hpp"

#include <algorithm>
#include <charconv>

#include "features/imports/xlsx.hpp"

namespace jianghui::imports {

namespace {
std::size_t repeated(std::string_view text) {
    std::size_t value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp<std::size_t>(value, 1, 1'048'576);
}

/// "2026-03-01T08:30:00" → "2026-03-01 08:30:00".
std::string date_value(std::string_view value) {
    std::string text(value);
    if (const auto t = text.find('T'); t != std::string::npos) text[t] = ' ';
    return text;
}

class OdsHandler : public XmlHandler {
  public:
    explicit OdsHandler(const TableLimits& limits) : limits_(limits) {}
    std::vector<OdsTable> found;
    bool overflowed = false;

    bool open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "table" && depth_++ == 0) {
            if (found.size() >= 1000) return false;
            found.push_back({std::string(attributes["name"]), SheetCells(limits_)});
            row_ = 0;
        } else if (depth_ != 1) {
            return true;  // outside a table, or in a table within a cell
        } else if (name == "table-row") {
            rows_ = repeated(attributes["number-rows-repeated"]);
            row_cells_.clear();
            column_ = 0;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            columns_ = repeated(attributes["number-columns-repeated"]);
            const auto spanned = repeated(attributes["number-rows-spanned"]);
            if (spanned > 1) found.back().cells.merge(row_, row_ + spanned - 1, column_);
            date_ = date_value(attributes["date-value"]);
            value_.clear();
            paragraphs_ = 0;
        } else if (name == "annotation") {
            ++note_;
        } else if (name == "p" && note_ == 0) {
            if (paragraphs_++ > 0) value_ += '\n';
            ++in_paragraph_;
        } else if (name == "s" && in_paragraph_ > 0) {
            value_.append(std::min<std::size_t>(repeated(attributes["c"]), 100), ' ');
        }
        return true;
    }

    bool close(std::string_view name) override {
        if (name == "table" && depth_ > 0) --depth_;
        if (depth_ != 1) return true;
        if (name == "annotation" && note_ > 0) --note_;
        if (name == "p" && in_paragraph_ > 0 && note_ == 0) --in_paragraph_;
        if (name == "table-cell" || name == "covered-table-cell") close_cell();
        if (name == "table-row") return close_row();
        return true;
    }

    bool text(std::string_view content) override {
        if (in_paragraph_ > 0 && note_ == 0) value_ += content;
        return true;
    }

  private:
    struct RowCell {
        std::size_t column = 0;
        std::string text;
    };
    void close_cell() {
        const std::string& shown = date_.empty() ? value_ : date_;
        if (!shown.empty()) {
            // A formatted but empty tail is repeated thousands of times; content never is.
            const auto last = std::min(column_ + columns_, column_ + limits_.columns_max + 1);
            for (std::size_t column = column_; column < last; ++column)
                row_cells_.push_back({column, shown});
        }
        column_ += columns_;
    }
    bool close_row() {
        const std::size_t copies = row_cells_.empty() ? 0 : rows_;
        for (std::size_t i = 0; i < copies; ++i)
            for (const auto& cell : row_cells_)
                if (!found.back().cells.add(row_ + i, cell.column, cell.text)) {
                    overflowed = true;
                    return false;
                }
        row_ += rows_;
        return true;
    }

    TableLimits limits_;
    std::vector<RowCell> row_cells_;
    std::string value_;
    std::string date_;
    std::size_t row_ = 0;
    std::size_t rows_ = 1;
    std::size_t column_ = 0;
    std::size_t columns_ = 1;
    int depth_ = 0;
    int note_ = 0;
    int in_paragraph_ = 0;
    int paragraphs_ = 0;
};
}  // namespace

Result<std::vector<OdsTable>> read_ods(const std::string& content_xml, const TableLimits& limits) {
    OdsHandler handler(limits);
    TRY_DO(scan_xml(content_xml, handler));
    if (handler.overflowed) return refuse(sheet_too_large);
    for (auto& table : handler.found)
        if (!table.cells.finish()) return refuse(sheet_too_large);
    return std::move(handler.found);
}

}  // namespace jianghui::imports
