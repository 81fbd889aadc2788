#include "features/imports/xlsx_parts.hpp"

#include <charconv>

#include "features/imports/xlsx.hpp"

namespace jianghui::imports {

namespace {
int number_or(std::string_view text, int otherwise) {
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool is_true(std::string_view text) { return text == "1" || text == "true"; }

class WorkbookHandler : public XmlHandler {
  public:
    Workbook found;
    bool open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") found.epoch_1904 = is_true(attributes["date1904"]);
        if (name == "sheet") {
            const auto state = attributes["state"];
            found.sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"]),
                                    !state.empty() && state != "visible"});
        }
        return found.sheets.size() < 1000;
    }
    bool close(std::string_view) override { return true; }
    bool text(std::string_view) override { return true; }
};

class RelationHandler : public XmlHandler {
  public:
    explicit RelationHandler(std::string base) : base_(std::move(base)) {}
    std::vector<Relation> found;
    bool open(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship") return true;
        const auto type = attributes["Type"];
        const auto target = attributes["Target"];
        found.push_back({std::string(attributes["Id"]),
                         std::string(type.substr(type.rfind('/') + 1)),
                         target.starts_with("/") ? std::string(target.substr(1))
                                                 : base_ + std::string(target)});
        return found.size() < 10'000;
    }
    bool close(std::string_view) override { return true; }
    bool text(std::string_view) override { return true; }

  private:
    std::string base_;
};

/// Excel writes control characters as _x000D_; carriage returns mean nothing here.
std::string without_escapes(std::string text) {
    for (auto at = text.find("_x000D_"); at != std::string::npos; at = text.find("_x000D_", at))
        text.erase(at, 7);
    return text;
}

class StringsHandler : public XmlHandler {
  public:
    std::vector<std::string> found;
    bool open(std::string_view name, const XmlAttributes&) override {
        if (name == "si") current_.clear();
        if (name == "rPh") ++phonetic_;
        in_text_ = name == "t" && phonetic_ == 0;
        return true;
    }
    bool close(std::string_view name) override {
        if (name == "si") found.push_back(without_escapes(std::move(current_)));
        if (name == "si") current_.clear();
        if (name == "rPh" && phonetic_ > 0) --phonetic_;
        in_text_ = false;
        return true;
    }
    bool text(std::string_view content) override {
        if (in_text_) current_ += content;
        return true;
    }

  private:
    std::string current_;
    int phonetic_ = 0;
    bool in_text_ = false;
};

class StylesHandler : public XmlHandler {
  public:
    std::vector<NumberStyle> found;
    bool open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt")
            codes_[number_or(attributes["numFmtId"], -1)] = attributes["formatCode"];
        if (name == "cellXfs") in_cell_formats_ = true;
        if (name == "xf" && in_cell_formats_) {
            const int id = number_or(attributes["numFmtId"], 0);
            const auto code = codes_.find(id);
            found.push_back(code == codes_.end() ? builtin_number_format(id)
                                                 : parse_number_format(code->second));
        }
        return found.size() < 100'000;
    }
    bool close(std::string_view name) override {
        if (name == "cellXfs") in_cell_formats_ = false;
        return true;
    }
    bool text(std::string_view) override { return true; }

  private:
    std::map<int, std::string> codes_;
    bool in_cell_formats_ = false;
};

class SheetHandler : public XmlHandler {
  public:
    SheetHandler(const CellContext& context, SheetCells& cells)
        : context_(&context), cells_(&cells) {}
    [[nodiscard]] bool overflowed() const { return overflowed_; }

    bool open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") {
            const int number = number_or(attributes["r"], 0);
            row_ = number > 0 ? static_cast<std::size_t>(number) - 1 : next_row_;
            next_row_ = row_ + 1;
            next_column_ = 0;
        } else if (name == "c") {
            open_cell(attributes);
        } else if (name == "rPh") {
            ++phonetic_;
        } else if (name == "v" || (name == "t" && phonetic_ == 0)) {
            in_value_ = true;
        } else if (name == "mergeCell") {
            open_merge(attributes["ref"]);
        }
        return true;
    }
    bool close(std::string_view name) override {
        in_value_ = false;
        if (name == "rPh" && phonetic_ > 0) --phonetic_;
        if (name != "c") return true;
        if (!value_.empty()) overflowed_ = !cells_->add(row_, column_, shown());
        return !overflowed_;
    }
    bool text(std::string_view content) override {
        if (in_value_) value_ += content;
        return true;
    }

  private:
    void open_cell(const XmlAttributes& attributes) {
        value_.clear();
        type_ = attributes["t"];
        style_ = number_or(attributes["s"], 0);
        column_ = next_column_;
        if (const auto name = parse_cell_name(attributes["r"])) {
            row_ = name->row;
            column_ = name->column;
        }
        next_column_ = column_ + 1;
    }
    void open_merge(std::string_view range) {
        const auto colon = range.find(':');
        if (colon == std::string_view::npos) return;
        const auto first = parse_cell_name(range.substr(0, colon));
        const auto last = parse_cell_name(range.substr(colon + 1));
        if (first && last) cells_->merge(first->row, last->row, first->column);
    }
    [[nodiscard]] std::string shown() const {
        if (type_ == "s") {
            const int index = number_or(value_, -1);
            const bool known =
                index >= 0 && static_cast<std::size_t>(index) < context_->strings.size();
            return known ? context_->strings[static_cast<std::size_t>(index)] : std::string();
        }
        if (type_ == "b") return is_true(value_) ? "TRUE" : "FALSE";
        if (type_ == "str" || type_ == "inlineStr") return without_escapes(value_);
        if (type_ == "e" || type_ == "d") return value_;
        const bool styled =
            style_ >= 0 && static_cast<std::size_t>(style_) < context_->styles.size();
        return shown_number(value_,
                            styled ? context_->styles[static_cast<std::size_t>(style_)]
                                   : NumberStyle{},
                            context_->epoch_1904);
    }

    const CellContext* context_;
    SheetCells* cells_;
    std::size_t row_ = 0;
    std::size_t next_row_ = 0;
    std::size_t column_ = 0;
    std::size_t next_column_ = 0;
    std::string type_;
    std::string value_;
    int style_ = 0;
    int phonetic_ = 0;
    bool in_value_ = false;
    bool overflowed_ = false;
};
}  // namespace

std::optional<CellName> parse_cell_name(std::string_view name) {
    CellName cell;
    std::size_t at = 0;
    for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 4; ++at)
        cell.column = cell.column * 26 + static_cast<std::size_t>(name[at] - 'A') + 1;
    if (at == 0 || at > 3) return std::nullopt;
    const auto digits = name.substr(at);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), cell.row);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || cell.row == 0)
        return std::nullopt;
    --cell.row;
    --cell.column;
    return cell;
}

Result<Workbook> read_workbook(const std::string& xml) {
    WorkbookHandler handler;
    TRY_DO(scan_xml(xml, handler));
    return std::move(handler.found);
}

Result<std::vector<Relation>> read_relations(const std::string& xml, const std::string& base) {
    RelationHandler handler(base);
    TRY_DO(scan_xml(xml, handler));
    return std::move(handler.found);
}

Result<std::vector<std::string>> read_shared_strings(const std::string& xml) {
    StringsHandler handler;
    TRY_DO(scan_xml(xml, handler));
    return std::move(handler.found);
}

Result<std::vector<NumberStyle>> read_styles(const std::string& xml) {
    StylesHandler handler;
    TRY_DO(scan_xml(xml, handler));
    return std::move(handler.found);
}

Result<Done> read_sheet(const std::string& xml, const CellContext& context, SheetCells& cells) {
    SheetHandler handler(context, cells);
    TRY_DO(scan_xml(xml, handler));
    if (handler.overflowed() || !cells.finish()) return refuse(sheet_too_large);
    return Done{};
}

}  // namespace jianghui::imports
