#include "features/pay_surveys/sheet.hpp"

#include <map>
#include <set>

#include <xlsxwriter.h>

#include "engine/print/print.hpp"
#include "features/pay_surveys/checks.hpp"
#include "features/pay_surveys/errors.hpp"
#include "features/pay_surveys/labour_cost_sheet.hpp"

namespace jianghui::pay_surveys {
namespace {

constexpr std::size_t header_searched = 10;
constexpr std::size_t sheets_searched = 10;
constexpr std::size_t faults_shown = 200;
constexpr std::int64_t sheet_rows_max = 20'000;

struct Column {
    std::string_view member;
    std::string_view title;
    std::string_view example;
};
constexpr Column row_columns[] = {
    {"occupation", "职业代码", "6-02-06-03"}, {"level", "岗位等级", "四级/中级工"},
    {"sex", "性别", "女"},                   {"months", "在岗月数", "12"},
    {"hours", "全年工时", "2000"},           {"base", "基本工资", "42000"},
    {"bonus", "奖金", "6000"},               {"allowance", "津贴补贴", "2400"},
    {"overtime", "加班工资", "3600.50"},     {"special", "特殊情况工资", "0"}};
constexpr Column frame_columns[] = {{"company", "统一社会信用代码", ""}, {"size", "从业人数", ""}};

/// A table whose header is found: cells by member.
class Sheet {
  public:
    /// Opens the file and finds the row with all titles, in the first sheet with content that has one. Fails as
    /// open_table does and with columns_missing.
    template <std::size_t N>
    static Result<Sheet> open(const std::string& bytes, const Column (&columns)[N]) {
        std::vector<std::string> names{""};
        for (std::size_t i = 0; i < names.size() && i <= sheets_searched; ++i) {
            imports::TableOptions options;
            options.limits.rows_max = sheet_rows_max + 1;
            options.sheet = names[i];
            auto table = imports::open_table(bytes, options);
            if (!table && i > 0) continue;  // Another sheet may be empty.
            Sheet sheet;
            TRY(sheet.table_, std::move(table));
            TRY(const bool found, sheet.find_header(columns));
            if (found) return sheet;
            if (i > 0) continue;
            const auto& others = sheet.form().other_sheets;
            names.insert(names.end(), others.begin(), others.end());
        }
        std::vector<std::string> titles;
        for (const auto& column : columns) titles.emplace_back(column.title);
        return tl::unexpected<Error>(error(imports::columns_missing).near(std::move(titles)));
    }
    /// The next row; false at the end.
    Result<bool> next() {
        TRY(row_, table_->next());
        return row_.has_value();
    }
    [[nodiscard]] std::string text(const std::string& member) const {
        const auto index = at_.at(member).first;
        return index < row_->cells.size() ? half_width(row_->cells[index]) : std::string();
    }
    [[nodiscard]] const std::optional<imports::RowFault>& broken() const { return row_->fault; }
    [[nodiscard]] const imports::TableForm& form() const { return table_->form(); }
    void add_fault(const std::string& member, imports::RowFault fault) {
        fault.row = row_->number;
        fault.column = at_.at(member).second;
        faults.push_back(std::move(fault));
    }
    void refuse_cell(const std::string& member, const ErrorCode& code,
                     std::vector<std::string> accepted = {}) {
        add_fault(member, imports::fault(code, text(member), std::move(accepted)));
    }

    std::vector<imports::RowFault> faults;

  private:
    /// Reads on to behind the row with all titles; false when the first rows have none.
    template <std::size_t N>
    Result<bool> find_header(const Column (&columns)[N]) {
        for (std::size_t tries = 0; tries < header_searched; ++tries) {
            TRY(const auto row, table_->next());
            if (!row) break;
            at_.clear();
            for (std::size_t i = 0; i < row->cells.size(); ++i)
                for (const auto& column : columns)
                    if (half_width(row->cells[i]) == column.title)
                        at_[std::string(column.member)] = {i, std::string(column.title)};
            if (at_.size() == N) return true;
        }
        return false;
    }

    std::unique_ptr<imports::TableReader> table_;
    std::map<std::string, std::pair<std::size_t, std::string>> at_;
    std::optional<imports::TableRow> row_;
};

template <std::int64_t Min, std::int64_t Max>
void read_number(Sheet& sheet, const std::string& member, int decimals, Integer<Min, Max>& value) {
    std::string text = sheet.text(member);
    if (text.empty() && decimals > 0) text = "0";
    if (text.empty()) return sheet.refuse_cell(member, imports::cell_missing);
    const bool is_amount = decimals > 0;
    if (is_amount && text.starts_with('-') && number_of(text.substr(1), decimals))
        return sheet.refuse_cell(member, pay_amount_negative);
    const auto number = number_of(text, decimals);
    if (!number)
        return sheet.refuse_cell(member, is_amount ? pay_amount_unreadable : imports::number_unreadable);
    if (*number < Min || *number > Max)
        return sheet.refuse_cell(member, imports::number_out_of_range);
    value.value = *number;
}

void read_sex(Sheet& sheet, PayRow& row) {
    const std::string text = sheet.text("sex");
    if (text == "男" || text == "male") row.sex = Sex::male;
    else if (text == "女" || text == "female") row.sex = Sex::female;
    else if (!text.empty()) sheet.refuse_cell("sex", imports::word_unknown, {"男", "女"});
}

/// Who forgets to delete the template's example would count somebody who does not exist.
bool is_example(const Sheet& sheet) {
    for (const auto& column : row_columns)
        if (sheet.text(std::string(column.member)) != half_width(std::string(column.example))) return false;
    return true;
}

PayRow read_row(Sheet& sheet, const codes::Tables& tables) {
    PayRow row;
    row.occupation.text = sheet.text("occupation");
    if (tables.find_occupation(row.occupation) == nullptr)
        if (const auto* named = tables.find_occupation_by_name(row.occupation.text))
            row.occupation.text = named->code;
    row.level.text = sheet.text("level");
    if (const auto* level = tables.find_item_by_name("pay_levels", row.level.text))
        row.level.text = level->code;
    read_sex(sheet, row);
    read_number(sheet, "months", 0, row.months);
    read_number(sheet, "hours", 0, row.hours);
    read_number(sheet, "base", 2, row.base);
    read_number(sheet, "bonus", 2, row.bonus);
    read_number(sheet, "allowance", 2, row.allowance);
    read_number(sheet, "overtime", 2, row.overtime);
    read_number(sheet, "special", 2, row.special);
    return row;
}

/// The company of a row of the frame; nothing and a fault when it cannot be one.
std::optional<FrameRow> read_company(Sheet& sheet, const store::Reader& reader,
                                     const PlaceCode& place) {
    const auto id = organisations::find_by_credit_code(reader, sheet.text("company"));
    const auto found = id ? organisations::find(reader, *id) : std::nullopt;
    const auto refused = [&](const ErrorCode& code) {
        sheet.refuse_cell("company", code);
        return std::nullopt;
    };
    if (!found || found->status != organisations::OrganisationStatus::verified)
        return refused(pay_company_unknown);
    if (!within(found->place, place)) return refused(pay_company_elsewhere);
    if (!found->industry || found->industry->text.empty()) return refused(pay_industry_missing);
    Integer<1, 1'000'000> size;
    const auto faults = sheet.faults.size();
    read_number(sheet, "size", 0, size);
    if (sheet.faults.size() > faults) return std::nullopt;
    return FrameRow{found->id, found->industry->text.substr(0, 1), found->place, size.value, 0};
}

}  // namespace

std::optional<std::int64_t> number_of(const std::string& text, int decimals) {
    std::int64_t value = 0;
    int digits = 0;
    int behind = -1;
    for (const char letter : text) {
        if (letter == ',' && behind < 0) continue;
        if (letter == '.' && behind < 0) {
            behind = 0;
            continue;
        }
        if (letter < '0' || letter > '9' || ++digits > 12) return std::nullopt;
        if (behind >= decimals && letter != '0') return std::nullopt;
        if (behind >= decimals) continue;
        if (behind >= 0) ++behind;
        value = value * 10 + (letter - '0');
    }
    if (digits == 0) return std::nullopt;
    for (int i = std::max(behind, 0); i < decimals; ++i) value *= 10;
    return value;
}

Result<ReadRows> read_rows(const std::string& bytes, const codes::Tables& tables) {
    TRY(auto sheet, Sheet::open(bytes, row_columns));
    ReadRows read;
    while (true) {
        TRY(const bool more, sheet.next());
        if (!more) break;
        const auto before = sheet.faults.size();
        if (sheet.broken()) {
            sheet.faults.push_back(*sheet.broken());
            continue;
        }
        if (is_example(sheet)) {
            sheet.refuse_cell("occupation", pay_example_left);
            continue;
        }
        PayRow row = read_row(sheet, tables);
        if (sheet.faults.size() == before)
            for (auto& fault : faults_of(row, tables))
                sheet.refuse_cell(fault.member, *fault.code, std::move(fault.nearest));
        if (sheet.faults.size() == before) read.rows.push_back(std::move(row));
    }
    read.faults = std::move(sheet.faults);
    read.form = sheet.form();
    return read;
}

Result<ReadFrame> read_frame(const std::string& bytes, const store::Reader& reader,
                             const PlaceCode& place) {
    TRY(auto sheet, Sheet::open(bytes, frame_columns));
    ReadFrame read;
    std::set<OrganisationId> seen;
    while (true) {
        TRY(const bool more, sheet.next());
        if (!more) break;
        if (sheet.broken()) {
            sheet.faults.push_back(*sheet.broken());
            continue;
        }
        auto row = read_company(sheet, reader, place);
        if (!row) continue;
        if (!seen.insert(row->company).second) sheet.refuse_cell("company", pay_company_twice);
        else read.rows.push_back(std::move(*row));
    }
    read.faults = std::move(sheet.faults);
    return read;
}

std::vector<imports::RowFault> first_faults(std::vector<imports::RowFault> faults) {
    if (faults.size() > faults_shown) faults.resize(faults_shown);
    return faults;
}

Result<std::string> template_of(const codes::Tables& tables) {
    std::string bytes = print::workbook_of([&](lxw_workbook* book) {
        lxw_worksheet* rows = workbook_add_worksheet(book, "填报");
        std::vector<std::string> titles;
        std::vector<std::string> example;
        for (const auto& column : row_columns) {
            titles.emplace_back(column.title);
            example.emplace_back(column.example);
        }
        print::write_header(book, rows, titles);
        print::write_texts(rows, 1, example);
        worksheet_set_column(rows, 0, 9, 14, nullptr);
        write_cost_sheet(book);
        lxw_worksheet* levels = workbook_add_worksheet(book, "岗位等级");
        print::write_header(book, levels, {"代码", "岗位等级"});
        std::uint32_t at = 0;
        const auto found = tables.tables().find("pay_levels");
        if (found != tables.tables().end())
            for (const auto& item : found->second)
                print::write_texts(levels, ++at, {item.code, item.zh});
        lxw_worksheet* how = workbook_add_worksheet(book, "填写说明");
        print::write_texts(how, 0, {"一行填一名从业人员，不填姓名和证件号码。第二行是示例，填写前请删去。"});
        print::write_texts(how, 1, {"各项工资填全年应发数，单位为元；没有的填 0 或留空。性别可以不填。"});
        print::write_texts(how, 2, {"职业代码用《职业分类大典》2022 年版的细类或小类代码，也可以写职业名称。"});
        print::write_texts(how, 3, {"“人工成本”表填全年全单位的账面数，每项一行；填不了的整张留空，提交时说明原因。"});
        worksheet_set_column(how, 0, 0, 90, nullptr);
    });
    if (bytes.empty()) return refuse(pay_file_failed);
    return bytes;
}

}  // namespace jianghui::pay_surveys
