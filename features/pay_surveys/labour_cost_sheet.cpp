#include "features/pay_surveys/labour_cost_sheet.hpp"

#include <algorithm>
#include <map>

#include "engine/print/print.hpp"
#include "features/pay_surveys/checks.hpp"
#include "features/pay_surveys/errors.hpp"
#include "features/pay_surveys/sheet.hpp"

namespace jianghui::pay_surveys {
namespace {

constexpr std::string_view cost_sheet = "人工成本";

struct Item {
    std::string_view member;
    std::string_view title;
    std::string_view about;
};
constexpr Item cost_items[] = {
    {"staff", "平均从业人数（人）", "全年平均"},
    {"wages", "劳动报酬", "工资总额，与“填报”表各行合计大体一致"},
    {"welfare", "福利费用", "没有的填 0"},
    {"education", "教育培训费用", "没有的填 0"},
    {"insurance", "社会保险费用", "单位缴纳部分"},
    {"protection", "劳动保护费用", "没有的填 0"},
    {"housing", "住房费用", "单位缴存的住房公积金等"},
    {"other", "其他人工成本", "没有的填 0"},
    {"costs", "总成本费用", "全年成本和费用合计"},
    {"revenue", "营业收入", "销售（营业）收入"},
    {"profit", "利润总额", "亏损填负数"},
    {"value_added", "增加值", "账上没有的不填"}};

/// An item as it was found in the sheet.
struct Found {
    std::int64_t row = 0;
    std::string text;
};
using Items = std::map<std::string, Found, std::less<>>;

/// Whether the file has that sheet; nothing is known of sheets in a CSV.
bool has_sheet(const imports::TableForm& form) {
    return form.sheet == cost_sheet ||
           std::count(form.other_sheets.begin(), form.other_sheets.end(), cost_sheet) > 0;
}

/// The items that something is written beside.
Result<Items> items_of(const std::string& bytes, const imports::TableForm& form) {
    Items items;
    if (!has_sheet(form)) return items;
    imports::TableOptions options;
    options.sheet = cost_sheet;
    TRY(const auto table, imports::open_table(bytes, options));
    while (true) {
        TRY(const auto row, table->next());
        if (!row) return items;
        if (row->cells.size() < 2) continue;
        const auto title = half_width(row->cells[0]);
        for (const auto& item : cost_items)
            if (title == half_width(item.title))
                if (auto text = half_width(row->cells[1]); !text.empty())
                    items[std::string(item.member)] = {row->number, std::move(text)};
    }
}

class CostReader {
  public:
    explicit CostReader(const Items& items) : items_(&items) {}

    template <std::int64_t Min, std::int64_t Max>
    void read(std::string_view member, int decimals, Integer<Min, Max>& value) {
        const auto found = items_->find(member);
        if (found == items_->end()) return refuse_item(member, imports::cell_missing);
        const bool negative = found->second.text.starts_with('-');
        const auto number = number_of(negative ? found->second.text.substr(1) : found->second.text, decimals);
        if (!number) return refuse_item(member, decimals > 0 ? pay_amount_unreadable : imports::number_unreadable);
        value.value = negative ? -*number : *number;
        if (value.value < Min || value.value > Max) refuse_item(member, imports::number_out_of_range);
    }
    void refuse_item(std::string_view member, const ErrorCode& code) {
        const auto found = items_->find(member);
        const bool there = found != items_->end();
        auto fault = imports::fault(code, there ? found->second.text : "");
        if (there) fault.row = found->second.row;
        fault.column = std::string(cost_sheet) + "：" + std::string(title_of_item(member));
        faults.push_back(std::move(fault));
    }
    [[nodiscard]] bool has(std::string_view member) const { return items_->find(member) != items_->end(); }

    std::vector<imports::RowFault> faults;

  private:
    static std::string_view title_of_item(std::string_view member) {
        for (const auto& item : cost_items)
            if (item.member == member) return item.title;
        return member;
    }
    const Items* items_;
};

}  // namespace

Result<ReadCost> read_cost(const std::string& bytes, const imports::TableForm& form) {
    TRY(const Items items, items_of(bytes, form));
    if (items.empty()) return ReadCost{};
    LabourCost cost;
    CostReader reader(items);
    reader.read("staff", 0, cost.staff);
    reader.read("wages", 2, cost.wages);
    reader.read("welfare", 2, cost.welfare);
    reader.read("education", 2, cost.education);
    reader.read("insurance", 2, cost.insurance);
    reader.read("protection", 2, cost.protection);
    reader.read("housing", 2, cost.housing);
    reader.read("other", 2, cost.other);
    reader.read("costs", 2, cost.costs);
    reader.read("revenue", 2, cost.revenue);
    reader.read("profit", 2, cost.profit);
    if (reader.has("value_added")) reader.read("value_added", 2, cost.value_added.emplace());
    if (reader.faults.empty())
        for (const auto& fault : faults_of(cost)) reader.refuse_item(fault.member, *fault.code);
    ReadCost read;
    read.faults = std::move(reader.faults);
    if (read.faults.empty()) read.cost = std::move(cost);
    return read;
}

void write_cost_sheet(lxw_workbook* book) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, std::string(cost_sheet).c_str());
    print::write_header(book, sheet, {"项目", "金额（元）", "说明"});
    std::uint32_t at = 0;
    for (const auto& item : cost_items)
        print::write_texts(sheet, ++at, {std::string(item.title), "", std::string(item.about)});
    worksheet_set_column(sheet, 0, 0, 24, nullptr);
    worksheet_set_column(sheet, 1, 1, 18, nullptr);
    worksheet_set_column(sheet, 2, 2, 40, nullptr);
}

}  // namespace jianghui::pay_surveys
