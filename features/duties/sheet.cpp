#include "features/duties/sheet.hpp"

#include <set>

#include "features/duties/errors.hpp"

namespace jianghui::duties {
namespace {

constexpr std::int64_t duties_max = 500;
const std::vector<std::string> titles{"地区代码", "责任单位", "责任事项", "具体要求", "方案条目", "对应指标", "要证明", "开始日期", "完成期限"};

/// A row under its titles.
struct DutyCells {
    const imports::TableRow& row;
    const imports::TitledColumns& at;
    std::vector<imports::RowFault>& faults;
    bool good = true;

    /// As a code or a date is meant.
    [[nodiscard]] std::string text(const std::string& title) const { return half_width(words(title)); }
    /// As it was written, without outer white space.
    [[nodiscard]] std::string words(const std::string& title) const {
        const auto column = at.at(title);
        if (column >= row.cells.size()) return "";
        const auto& cell = row.cells[column];
        const auto first = cell.find_first_not_of(" \t\r\n");
        if (first == std::string::npos) return "";
        return cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1);
    }
    void refuse_cell(const std::string& title, const ErrorCode& code, std::vector<std::string> accepted = {}) {
        auto fault = imports::fault(code, text(title), std::move(accepted));
        fault.row = row.number;
        fault.column = title;
        faults.push_back(std::move(fault));
        good = false;
    }
    template <std::size_t Min, std::size_t Max>
    void read(const std::string& title, String<Min, Max>& value) {
        value.text = words(title);
        if constexpr (Min > 0)
            if (value.text.empty() || code_points(value.text).value_or(0) < Min) refuse_cell(title, imports::cell_missing);
        if (code_points(value.text).value_or(0) > Max) refuse_cell(title, imports::cell_too_long);
    }
    void read(const std::string& title, Date& value) {
        const auto date = parse_date(text(title));
        if (date) value = *date;
        else refuse_cell(title, imports::date_unreadable);
    }
};

SetDuty read_duty(DutyCells& cells, const codes::Tables& tables, const std::function<bool(const PlaceCode&)>& may_set) {
    SetDuty duty;
    duty.place.text = cells.text("地区代码");
    if (tables.find_place(duty.place) == nullptr)
        cells.refuse_cell("地区代码", unknown_code, tables.nearest_places(duty.place.text));
    else if (!may_set(duty.place))
        cells.refuse_cell("地区代码", duty_elsewhere);
    cells.read("责任单位", duty.office);
    cells.read("责任事项", duty.title);
    cells.read("具体要求", duty.what);
    cells.read("方案条目", duty.plan_row);
    if (const auto measure = cells.text("对应指标"); !measure.empty()) {
        duty.measure = codec::parse_enum<Serves>(measure);
        if (!duty.measure) cells.refuse_cell("对应指标", imports::word_unknown, {"revenue", "employment", "employers", "talent"});
    }
    const auto proof = cells.text("要证明");
    if (proof != "是" && proof != "否") cells.refuse_cell("要证明", imports::word_unknown, {"是", "否"});
    duty.proof_asked = proof == "是";
    cells.read("开始日期", duty.starts_on);
    cells.read("完成期限", duty.due_on);
    if (cells.good && duty.due_on < duty.starts_on) cells.refuse_cell("完成期限", duty_period);
    return duty;
}

}  // namespace

Result<ReadDuties> read_duties(const std::string& bytes, const codes::Tables& tables,
                               const std::function<bool(const PlaceCode&)>& may_set) {
    imports::TableOptions options;
    options.limits.rows_max = duties_max + 1;
    TRY(const auto table, imports::open_table(bytes, options));
    TRY(const auto at, imports::find_titles(*table, titles));
    ReadDuties read;
    std::set<std::pair<std::string, std::string>> seen;
    while (true) {
        TRY(const auto row, table->next());
        if (!row) break;
        if (row->fault) {
            read.faults.push_back(*row->fault);
            continue;
        }
        DutyCells cells{*row, at, read.faults};
        auto duty = read_duty(cells, tables, may_set);
        if (cells.good && !seen.emplace(duty.place.text, duty.title.text).second) cells.refuse_cell("责任事项", duty_twice);
        if (cells.good) read.rows.push_back(std::move(duty));
    }
    return read;
}

}  // namespace jianghui::duties
