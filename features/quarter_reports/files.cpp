#include "features/quarter_reports/files.hpp"

#include <cstdlib>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "engine/print/print.hpp"
#include "features/quarter_reports/errors.hpp"

namespace jianghui::quarter_reports {
namespace {

using Number = std::optional<std::int64_t>;

/// "15.23", "—".
std::string plain(const Number& value) {
    if (!value) return "—";
    return fmt::format("{}.{:02}", *value / 100, *value % 100);
}
/// "+2.50", "−2.50", "0.00".
std::string signed_text(const Number& value) {
    if (!value) return "—";
    const std::int64_t size = *value < 0 ? -*value : *value;
    return fmt::format("{}{}.{:02}", *value > 0 ? "+" : *value < 0 ? "-" : "", size / 100,
                       size % 100);
}

void add_side(std::vector<std::string>& texts, const TableView& table, const SideView& side) {
    texts.push_back(std::to_string(side.amount));
    if (table.shows_growth) {
        texts.push_back(signed_text(side.growth_quarter));
        texts.push_back(signed_text(side.growth_year));
        return;
    }
    texts.push_back(plain(side.share));
    texts.push_back(signed_text(side.share_quarter));
    texts.push_back(signed_text(side.share_year));
}

std::string joined(const std::vector<PlaceView>& places) {
    std::string text;
    for (const auto& place : places) text += (text.empty() ? "" : "、") + place.name;
    return text.empty() ? "无" : text;
}

std::string compared(const std::optional<EarlierView>& earlier) {
    if (!earlier) return "没有已发布的报告";
    return fmt::format("{}（共同地区 {} 个，{}）", earlier->number, earlier->places,
                       earlier->same_panel ? "分组可比" : "地区或口径不同，分组不比较");
}

std::string status_of(const ReportView& report) {
    return report.published_at ? print::instant_in_words(*report.published_at) : "未发布";
}

/// How the cells of a table show: people, parts with two decimals, changes with their sign, and what is not known.
struct CellFormats {
    lxw_format* part;
    lxw_format* change;
    lxw_format* unknown;
    explicit CellFormats(lxw_workbook* book)
        : part(workbook_add_format(book)), change(workbook_add_format(book)), unknown(workbook_add_format(book)) {
        format_set_num_format(part, "0.00");
        format_set_num_format(change, "+0.00;-0.00;0.00");
        format_set_align(unknown, LXW_ALIGN_RIGHT);
    }
};

/// Numbers are written as numbers, to be computed with.
void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, const CellFormats& formats) {
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0') {
        worksheet_write_string(sheet, row, column, text.c_str(), formats.unknown);
        return;
    }
    const bool has_sign = text.front() == '+' || text.front() == '-';
    const bool is_whole = text.find('.') == std::string::npos;
    worksheet_write_number(sheet, row, column, value, is_whole ? nullptr : has_sign ? formats.change : formats.part);
}

void write_table(lxw_workbook* book, const TableView& table) {
    auto* sheet = workbook_add_worksheet(book, fmt::format("{} {}", table.number, table.title.zh)
                                                   .c_str());
    std::vector<std::string> titles{"分组"};
    for (auto& title : column_titles(table)) titles.push_back(std::move(title));
    print::write_header(book, sheet, titles);
    worksheet_set_column(sheet, 0, 0, 30, nullptr);
    worksheet_set_column(sheet, 1, 11, 16, nullptr);
    const CellFormats formats(book);
    lxw_row_t line = 0;
    const auto write = [&](const RowView& row) {
        ++line;
        print::write_texts(sheet, line, {row.name});
        lxw_col_t column = 0;
        for (const auto& text : column_texts(table, row)) write_cell(sheet, line, ++column, text, formats);
    };
    for (const auto& row : table.rows) write(row);
    if (table.is_whole) write(table.total);
    for (const auto& note : table.notes) print::write_texts(sheet, ++line, {"注：" + note.zh});
}

}  // namespace

std::vector<std::string> column_titles(const TableView& table) {
    std::vector<std::string> titles;
    const auto add = [&](const std::string& side) {
        titles.push_back(side + "人数");
        if (table.shows_growth) {
            titles.push_back("环比（%）");
            titles.push_back("同比（%）");
        } else {
            titles.push_back("所占比重（%）");
            titles.push_back("环比变化（百分点）");
            titles.push_back("同比变化（百分点）");
        }
    };
    if (table.has_demand) add("需求");
    if (table.has_supply) add("求职");
    if (table.has_demand && table.has_supply)
        titles.insert(titles.end(), {"求人倍率", "倍率环比", "倍率同比"});
    return titles;
}

std::vector<std::string> column_texts(const TableView& table, const RowView& row) {
    std::vector<std::string> texts;
    if (table.has_demand) add_side(texts, table, row.demand);
    if (table.has_supply) add_side(texts, table, row.supply);
    if (table.has_demand && table.has_supply)
        texts.insert(texts.end(), {plain(row.ratio), signed_text(row.ratio_quarter),
                                   signed_text(row.ratio_year)});
    return texts;
}

std::vector<std::pair<std::string, std::string>> facts_of(const ReportView& report) {
    std::string excluded;
    for (const auto& one : report.excluded)
        excluded += fmt::format("{}{}（{}）", excluded.empty() ? "" : "；", one.name, one.reason);
    return {{"报告", report.number.empty() ? report.title + "（未发布）" : report.number},
            {"口径版本", fmt::format("需求人数 {}，求职人数 {}", report.demand_formula,
                                     report.supply_formula)},
            {"数据截止", fmt::format("流水第 {} 条（{}汇总）", report.position, print::instant_in_words(report.made_at))},
            {"纳入地区", joined(report.included)},
            {"未纳入地区", excluded.empty() ? "无" : excluded},
            {"环比对象", compared(report.quarter_before)},
            {"同比对象", compared(report.year_before)},
            {"未能统计的事件", std::to_string(report.left_out)},
            {"公开的最少人数", fmt::format("{} 人、{} 家用人单位，不足的分组合并", report.persons_min,
                                           report.firms_min)},
            {"分组", report.groups_confirmed ? "已确认" : "表的次序和年龄、文化程度等分组待主管部门确认"},
            {"内容", report.audience == Audience::office ? "主管部门用，未合并较小的分组" : "公开版"},
            {"发布时间", status_of(report)},
            {"公开内容校验（SM3）", report.digest.empty() ? "未发布" : report.digest}};
}

Result<std::string> xlsx_of(const WholeReport& whole) {
    std::string bytes = print::workbook_of([&](lxw_workbook* book) {
        for (const auto& table : whole.tables) write_table(book, table);
        print::write_facts(book, workbook_add_worksheet(book, "说明"), facts_of(whole.report));
    });
    if (bytes.empty()) return refuse(report_file_failed);
    return bytes;
}

Result<http::Reply> file_of(const WholeReport& whole, FileForm form,
                            const store::Reader& reader) {
    const std::string name =
        whole.report.number.empty() ? whole.report.title : whole.report.number;
    switch (form) {
        case FileForm::json:
            return http::attachment(codec::encode(whole), "application/json; charset=utf-8",
                                    name + ".json");
        case FileForm::xlsx: {
            TRY(auto bytes, xlsx_of(whole));
            return http::attachment(std::move(bytes), print::workbook_type, name + ".xlsx");
        }
        case FileForm::pdf: break;
    }
    const auto link =
        papers::paper_link(reader, "/quarter-reports/" + whole.report.id.text(), "扫码查看报告原件");
    TRY(auto bytes, pdf_of(whole, link));
    return http::attachment(std::move(bytes), "application/pdf", name + ".pdf");
}

}  // namespace jianghui::quarter_reports
