#include "features/quarter_reports/document.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/print/print.hpp"

namespace jianghui::quarter_reports {
namespace {

constexpr std::size_t named_rows = 3;

std::string hundredths(const std::optional<std::int64_t>& value, const char* unit) {
    if (!value) return "—";
    const std::int64_t size = *value < 0 ? -*value : *value;
    return fmt::format("{}.{:02}{}", size / 100, size % 100, unit);
}

bool is_group(const RowView& row) {
    return !row.merged && row.code != any_code && row.code != unstated_code;
}

/// Writes sentence after sentence.
class Writer {
  public:
    explicit Writer(const std::vector<TableView>& tables) : tables_(tables) {}

    void section(const std::string& title, std::optional<TableName> chart = {}) {
        document.sections.push_back({title, {}, chart});
    }
    void sentence() { document.sections.back().sentences.emplace_back(); }
    void words(const std::string& text) { parts().push_back({text, std::nullopt}); }
    void figure(TableName table, const RowView& row, Column column) {
        parts().push_back({cell_text(row, column), FigureView{table, row.code, column}});
    }
    /// What happened to a number of the total: "，需求人数增加 2.50%", "，求人倍率持平（0.00）"; nothing when it is not known.
    void change(const std::string& what, const std::optional<std::int64_t>& value, Column column,
                const std::string& more, const std::string& less) {
        if (!value) return;
        words("，" + what + (*value > 0 ? more : *value < 0 ? less : "持平（"));
        figure(TableName::overall, table(TableName::overall).total, column);
        if (*value == 0) words("）");
    }
    [[nodiscard]] const TableView& table(TableName name) const {
        static const TableView none;
        for (const auto& each : tables_)
            if (each.table == name) return each;
        return none;
    }
    /// The groups of a table with the largest numbers first.
    template <class By>
    [[nodiscard]] std::vector<const RowView*> largest(TableName name, By&& by) const {
        std::vector<const RowView*> rows;
        for (const auto& row : table(name).rows)
            if (is_group(row) && by(row) > 0) rows.push_back(&row);
        std::stable_sort(rows.begin(), rows.end(),
                         [&](const auto* a, const auto* b) { return by(*a) > by(*b); });
        if (rows.size() > named_rows) rows.resize(named_rows);
        return rows;
    }

    DocumentView document;

  private:
    std::vector<PartView>& parts() { return document.sections.back().sentences.back().parts; }
    const std::vector<TableView>& tables_;
};

std::int64_t demand_of(const RowView& row) { return row.demand.amount; }
std::int64_t supply_of(const RowView& row) { return row.supply.amount; }

/// "与上季度报告（…）相比，…": how the whole has grown.
void write_growth(Writer& writer, const std::optional<EarlierView>& earlier,
                  const std::string& since, bool by_quarter) {
    const RowView& total = writer.table(TableName::overall).total;
    const auto& demand = by_quarter ? total.demand.growth_quarter : total.demand.growth_year;
    const auto& supply = by_quarter ? total.supply.growth_quarter : total.supply.growth_year;
    const auto& ratio = by_quarter ? total.ratio_quarter : total.ratio_year;
    writer.sentence();
    if (!earlier) {
        writer.words(since + "没有已发布的报告，不作比较。");
        return;
    }
    if (!demand && !supply && !ratio) {
        writer.words("与" + since + "的报告没有可比的地区或数字，不作比较。");
        return;
    }
    writer.words(fmt::format("与{}相比，按两期都纳入的地区", since));
    writer.change("需求人数", demand,
                  by_quarter ? Column::demand_growth_quarter : Column::demand_growth_year, "增加", "减少");
    writer.change("求职人数", supply,
                  by_quarter ? Column::supply_growth_quarter : Column::supply_growth_year, "增加", "减少");
    writer.change("求人倍率", ratio, by_quarter ? Column::ratio_quarter : Column::ratio_year, "上升", "下降");
    writer.words("。");
}

/// Where most and where least is asked for by those who are there.
void write_places(Writer& writer) {
    std::vector<const RowView*> rows;
    for (const auto& row : writer.table(TableName::city).rows)
        if (is_group(row) && row.ratio) rows.push_back(&row);
    if (rows.size() < 2) return;
    const auto [least, most] = std::minmax_element(
        rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->ratio < b->ratio; });
    writer.sentence();
    if ((*least)->ratio == (*most)->ratio) {
        writer.words("从地区看，各地求人倍率都是");
        writer.figure(TableName::city, **most, Column::ratio);
        writer.words("。");
        return;
    }
    writer.words("从地区看，求人倍率最高的是" + (*most)->name + "（");
    writer.figure(TableName::city, **most, Column::ratio);
    writer.words("），最低的是" + (*least)->name + "（");
    writer.figure(TableName::city, **least, Column::ratio);
    writer.words("）。");
}

/// By the people themselves: a ratio of 1.00 may be rounded.
const char* balance_of(const RowView& total) {
    if (total.demand.amount == total.supply.amount) return "，岗位和求职者一样多。";
    return total.demand.amount > total.supply.amount ? "，岗位多于求职者。" : "，岗位少于求职者。";
}

void write_overall(Writer& writer, const ReportView& report) {
    writer.section("总体情况", TableName::city);
    const RowView& total = writer.table(TableName::overall).total;
    writer.sentence();
    writer.words(fmt::format("{}，{}用人单位通过平台招聘各类人员", print::period_in_words(report.period),
                             report.place_name));
    writer.figure(TableName::overall, total, Column::demand);
    writer.words("人，进入市场的求职者");
    writer.figure(TableName::overall, total, Column::supply);
    if (total.ratio) {
        writer.words("人，求人倍率为");
        writer.figure(TableName::overall, total, Column::ratio);
        writer.words(balance_of(total));
    } else {
        writer.words("人，没有求人倍率。");
    }
    write_growth(writer, report.quarter_before, "上季度", true);
    write_growth(writer, report.year_before, "上年同期", false);
    write_places(writer);
}

void write_shares(Writer& writer, TableName table, const std::string& lead,
                  const std::vector<const RowView*>& rows, Column amount, Column share) {
    if (rows.empty()) return;
    writer.sentence();
    writer.words(lead);
    for (const auto* row : rows) {
        writer.words((row == rows.front() ? "" : "，") + row->name);
        writer.figure(table, *row, amount);
        writer.words("人（占");
        writer.figure(table, *row, share);
        writer.words("）");
    }
    writer.words("。");
}

void write_industries(Writer& writer) {
    writer.section("行业", TableName::industry);
    write_shares(writer, TableName::sector, "从产业看，需求人数：",
                 writer.largest(TableName::sector, demand_of), Column::demand,
                 Column::demand_share);
    write_shares(writer, TableName::industry, "从行业看，需求最多的是：",
                 writer.largest(TableName::industry, demand_of), Column::demand,
                 Column::demand_share);
    write_shares(writer, TableName::employer_kind, "从用人单位性质看，需求人数：",
                 writer.largest(TableName::employer_kind, demand_of), Column::demand,
                 Column::demand_share);
    if (!writer.document.sections.back().sentences.empty()) return;
    writer.sentence();
    writer.words("没有可公布的分行业数字。");
}

void write_listed(Writer& writer, TableName table, const std::string& lead,
                  const std::string& each, Column gap) {
    const auto& rows = writer.table(table).rows;
    writer.sentence();
    if (rows.empty()) {
        writer.words("没有可列出的" + each + "职业。");
        return;
    }
    writer.words(lead);
    for (std::size_t i = 0; i < rows.size() && i < named_rows; ++i) {
        writer.words((i == 0 ? "" : "，") + rows[i].name + "（" + each);
        writer.figure(table, rows[i], gap);
        writer.words("人）");
    }
    writer.words("。");
}

void write_occupations(Writer& writer) {
    writer.section("职业", TableName::occupation_class);
    write_shares(writer, TableName::occupation_class, "从职业大类看，需求最多的是：",
                 writer.largest(TableName::occupation_class, demand_of), Column::demand,
                 Column::demand_share);
    write_listed(writer, TableName::gaps, "需求缺口最大的职业是：", "缺口", Column::gap);
    write_listed(writer, TableName::surpluses, "求职富余最大的职业是：", "富余", Column::surplus);
}

void write_people(Writer& writer) {
    writer.section("求职人员", TableName::age);
    for (const auto& [table, lead] :
         {std::pair(TableName::seeker_kind, "从人员类别看，求职者最多的是："),
          std::pair(TableName::sex, "从性别看，求职者："), std::pair(TableName::age, "从年龄看，求职者最多的是："),
          std::pair(TableName::schooling, "从文化程度看，求职者最多的是："),
          std::pair(TableName::skill_level, "从技术等级看，求职者最多的是：")})
        write_shares(writer, table, lead, writer.largest(table, supply_of), Column::supply,
                     Column::supply_share);
    if (!writer.document.sections.back().sentences.empty()) return;
    writer.sentence();
    writer.words("没有可公布的求职人员数字。");
}

void write_hints(Writer& writer, const ReportView& report, HintRatios hints) {
    writer.section("提示");
    const auto hint = [&](const RowView& row, const char* advice) {
        writer.sentence();
        writer.words(row.name + "的求人倍率为");
        writer.figure(TableName::occupation_class, row, Column::ratio);
        writer.words(advice);
    };
    for (const auto& row : writer.table(TableName::occupation_class).rows) {
        if (!is_group(row) || !row.ratio) continue;
        if (*row.ratio >= hints.short_from) hint(row, "，招工偏紧，宜组织培训和跨地区输送。");
        else if (*row.ratio <= hints.surplus_to) hint(row, "，求职者偏多，宜引导转岗培训和外出就业。");
    }
    for (const auto table : {TableName::schooling, TableName::skill_level})
        for (const auto& row : writer.table(table).rows) {
            if (row.code != unstated_code || row.supply.amount == 0) continue;
            writer.sentence();
            writer.words(writer.table(table).title.zh.substr(std::string("按").size()) + "未登记的求职者有");
            writer.figure(table, row, Column::supply);
            writer.words("人，占");
            writer.figure(table, row, Column::supply_share);
            writer.words("，这张表的构成只说明已登记的人。");
        }
    writer.sentence();
    writer.words(report.excluded.empty()
                     ? "数据来自平台的订单和求职登记，不是全部市场。"
                     : "数据来自平台的订单和求职登记，不是全部市场；部分地区未纳入，见说明。");
}

}  // namespace

std::string cell_text(const RowView& row, Column column) {
    switch (column) {
        case Column::demand: return std::to_string(row.demand.amount);
        case Column::demand_share: return hundredths(row.demand.share, "%");
        case Column::demand_growth_quarter: return hundredths(row.demand.growth_quarter, "%");
        case Column::demand_growth_year: return hundredths(row.demand.growth_year, "%");
        case Column::supply: return std::to_string(row.supply.amount);
        case Column::supply_share: return hundredths(row.supply.share, "%");
        case Column::supply_growth_quarter: return hundredths(row.supply.growth_quarter, "%");
        case Column::supply_growth_year: return hundredths(row.supply.growth_year, "%");
        case Column::gap: return std::to_string(row.demand.amount - row.supply.amount);
        case Column::surplus: return std::to_string(row.supply.amount - row.demand.amount);
        case Column::ratio: return hundredths(row.ratio, "");
        case Column::ratio_quarter: return hundredths(row.ratio_quarter, "");
        case Column::ratio_year: return hundredths(row.ratio_year, "");
    }
    return {};
}

DocumentView document_of(const ReportView& report, const std::vector<TableView>& tables,
                         HintRatios hints) {
    Writer writer(tables);
    writer.document.title = report.title;
    write_overall(writer, report);
    write_industries(writer);
    write_occupations(writer);
    write_people(writer);
    write_hints(writer, report, hints);
    return std::move(writer.document);
}

}  // namespace jianghui::quarter_reports
