#include "features/pay_surveys/files.hpp"

#include <map>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "engine/print/print.hpp"
#include "features/pay_surveys/errors.hpp"

namespace jianghui::pay_surveys {
namespace {

void write_number(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                  const std::optional<std::int64_t>& value, double unit, lxw_format* format = nullptr) {
    if (value)
        worksheet_write_number(sheet, row, column, static_cast<double>(*value) / unit, format);
    else
        worksheet_write_string(sheet, row, column, "—", nullptr);
}

/// Yuan and fen, one below the other.
lxw_format* money_format(lxw_workbook* book) {
    lxw_format* format = workbook_add_format(book);
    format_set_num_format(format, "#,##0.00");
    return format;
}

void write_cells(lxw_workbook* book, lxw_worksheet* sheet, const GuideDocument& document) {
    print::write_header(book, sheet,
                        {"职业代码", "职业", "岗位等级", "地区", "企业数", "人数",
                         "10分位值（元/年）", "25分位值", "50分位值", "75分位值", "90分位值", "平均数"});
    worksheet_set_column(sheet, 0, 0, 13, nullptr);
    worksheet_set_column(sheet, 1, 3, 26, nullptr);
    worksheet_set_column(sheet, 6, 11, 14, nullptr);
    lxw_format* const money = money_format(book);
    lxw_row_t row = 0;
    for (const auto& cell : document.cells) {
        ++row;
        print::write_texts(
            sheet, row,
            {cell.occupation, cell.occupation_name, cell.level_name.zh, cell.place_name});
        if (cell.hidden) {
            print::write_texts(sheet, row, std::vector<std::string>(8, hidden_text), 4);
            continue;
        }
        write_number(sheet, row, 4, cell.companies, 1);
        write_number(sheet, row, 5, cell.persons, 1);
        lxw_col_t column = 5;
        for (const auto* value : {&cell.p10, &cell.p25, &cell.p50, &cell.p75, &cell.p90, &cell.mean})
            write_number(sheet, row, ++column, *value, 100, money);
    }
}

void write_costs(lxw_workbook* book, lxw_worksheet* sheet, const GuideDocument& document) {
    std::vector<std::string> titles{"行业代码", "行业", "企业数", "人均人工成本（元/年）"};
    if (!document.costs.empty())
        for (const auto& part : document.costs.front().parts) titles.push_back("其中：" + part.name.zh);
    for (const auto* title : {"占营业收入", "占总成本费用", "占增加值", "人工成本利润率"}) titles.emplace_back(title);
    print::write_header(book, sheet, titles);
    worksheet_set_column(sheet, 1, 1, 36, nullptr);
    worksheet_set_column(sheet, 3, static_cast<lxw_col_t>(titles.size() - 1), 16, nullptr);
    lxw_format* const money = money_format(book);
    lxw_row_t row = 0;
    for (const auto& one : document.costs) {
        ++row;
        print::write_texts(sheet, row, {one.industry, one.industry_name});
        write_number(sheet, row, 2, one.companies, 1);
        write_number(sheet, row, 3, one.per_person, 100, money);
        lxw_col_t column = 3;
        for (const auto& part : one.parts) write_number(sheet, row, ++column, part.per_person, 100, money);
        for (const auto* ratio : {&one.of_revenue, &one.of_costs, &one.of_value_added, &one.profit})
            worksheet_write_string(sheet, row, ++column, percent_of(*ratio).c_str(), nullptr);
    }
}

/// "3 家", "60%". A unit without a word here stands as it is in the table of parameters.
std::string with_unit(std::int64_t value, const std::string& unit) {
    static const std::map<std::string, std::string> words{{"companies", " 家"}, {"persons", " 人"}, {"percent", "%"},
                                                          {"per_mille", "‰"},   {"months", " 个月"}, {"times", " 倍"},
                                                          {"hours", " 小时"}};
    const auto found = words.find(unit);
    return std::to_string(value) + (found == words.end() ? " " + unit : found->second);
}

/// How sure a parameter is.
std::string mark_in_words(const std::string& mark) {
    if (mark == "F") return "有明文依据";
    if (mark == "K") return "待核对原文";
    return "待主管部门确认";
}

}  // namespace

std::string percent_of(const std::optional<std::int64_t>& per_mille) {
    return per_mille ? fmt::format("{:.1f}%", static_cast<double>(*per_mille) / 10) : "—";
}

std::string title_of(const SurveyView& survey) {
    return fmt::format("{} {} 年企业工资价位{}", survey.place_name, survey.year,
                       survey.published_at ? "" : "（未发布）");
}

std::vector<std::pair<std::string, std::string>> facts_of(const GuideDocument& document) {
    const auto& survey = document.survey;
    return {{"样本", fmt::format("名单企业 {} 家，抽中 {} 家，审核通过 {} 家；公布的单元格共 {} 人", survey.listed, survey.sampled,
                                 survey.counted, survey.persons)},
            {"方法版本", std::to_string(document.method.formula)},
            {"怎样读", "不公布的单元格写“" + hidden_text + "”，不是没有人；工资为全年应发工资"},
            {"发布时间", survey.published_at ? print::instant_in_words(*survey.published_at) : "未发布"}};
}

std::vector<std::pair<std::string, std::string>> method_of(const GuideDocument& document) {
    const auto& method = document.method;
    std::vector<std::pair<std::string, std::string>> facts{
        {"抽样", method.sampling.zh},
        {"分位值", method.percentiles.zh},
        {"保密", method.protection.zh},
        {"未计入", fmt::format("不满月数 {} 行，低于最低工资或极端 {} 行", method.short_year, method.outliers)},
        {"抽样承诺（SM3）", method.commitment},
        {"密值", method.secret},
        {"抽样时的流水号", std::to_string(method.position)},
        {"抽样种子", method.seed},
        {"名单校验（SM3）", method.frame_digest}};
    for (const auto& one : method.parameters)
        facts.emplace_back("参数", fmt::format("{}：{}（{}，{}）", one.name.zh, with_unit(one.value, one.unit), one.source, mark_in_words(one.mark)));
    return facts;
}

Result<http::Reply> file_of(const GuideDocument& document, FileForm form,
                            const store::Reader& reader) {
    const std::string name = title_of(document.survey);
    if (form == FileForm::json)
        return http::attachment(codec::encode(document), "application/json; charset=utf-8",
                                name + ".json");
    if (form == FileForm::pdf) {
        const auto link =
            papers::paper_link(reader, "/pay/" + document.survey.id.text(), "扫码查看工资价位");
        TRY(auto bytes, pdf_of(document, link));
        return http::attachment(std::move(bytes), "application/pdf", name + ".pdf");
    }
    std::string bytes = print::workbook_of([&](lxw_workbook* book) {
        write_cells(book, workbook_add_worksheet(book, "工资价位"), document);
        write_costs(book, workbook_add_worksheet(book, "人工成本"), document);
        auto facts = facts_of(document);
        for (auto& fact : method_of(document)) facts.push_back(std::move(fact));
        print::write_facts(book, workbook_add_worksheet(book, "方法"), facts);
    });
    if (bytes.empty()) return refuse(pay_file_failed);
    return http::attachment(std::move(bytes), print::workbook_type, name + ".xlsx");
}

}  // namespace jianghui::pay_surveys
