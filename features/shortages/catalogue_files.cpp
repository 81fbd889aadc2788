#include "features/shortages/catalogue_files.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "engine/print/print.hpp"
#include "features/shortages/errors.hpp"

namespace jianghui::shortages {
namespace {

/// What stands where there is no number: what is not known and what is not told are not 0.
constexpr const char* not_known = "没有数据";
constexpr const char* withheld = "人数少，不公布";
constexpr const char* nobody = "—";  // a ratio with nobody to divide by

std::string grade_name(Grade grade) {
    switch (grade) {
        case Grade::severe: return "重度";
        case Grade::moderate: return "中度";
        case Grade::mild: return "轻度";
        case Grade::none: break;
    }
    return "不紧缺";
}
std::string cause_name(Cause cause) {
    switch (cause) {
        case Cause::few_people: return "人手不足";
        case Cause::place: return "地区错配";
        case Cause::pay: return "薪酬错配";
        case Cause::skill: return "技能错配";
    }
    return {};
}

std::string title_of(const CatalogueView& catalogue) {
    if (!catalogue.number.empty()) return catalogue.number;
    return fmt::format("{}急需紧缺人才目录 {}（未发布）", catalogue.place_name, catalogue.period);
}

std::string joined(const std::vector<PlaceView>& places) {
    std::string text;
    for (const auto& place : places) text += (text.empty() ? "" : "、") + place.name;
    return text.empty() ? "无" : text;
}

std::vector<std::pair<std::string, std::string>> facts_of(const CatalogueView& catalogue) {
    return {{"目录", title_of(catalogue)},
            {"期间", print::period_in_words(catalogue.period)},
            {"口径版本", fmt::format("需求 {}，求职 {}", catalogue.demand_formula, catalogue.supply_formula)},
            {"数据截止", fmt::format("流水第 {} 条（{}汇总）", catalogue.position, print::instant_in_words(catalogue.made_at))},
            {"纳入地区", joined(catalogue.included)},
            {"未纳入地区", catalogue.excluded.empty() ? "无" : joined(catalogue.excluded) + "（平台还没有数据）"},
            {"未评级", fmt::format("{} 个职业的需求人数太少，不评级", catalogue.too_few)},
            {"怎样读", fmt::format("“{}”是不知道，“{}”是求职者太少，“{}”是没有求职者可除，都不是 0", not_known, withheld, nobody)},
            {"发布时间", catalogue.published_at ? print::instant_in_words(*catalogue.published_at) : "未发布"},
            {"公开内容校验（SM3）", catalogue.digest.empty() ? "未发布" : catalogue.digest}};
}

const char* absent_text(bool is_withheld) { return is_withheld ? withheld : not_known; }
const char* ratio_absent_text(const EntryView& entry) { return entry.withheld ? withheld : nobody; }

std::string number_text(const std::optional<std::int64_t>& value, const char* absent) {
    return value ? std::to_string(*value) : absent;
}
std::string ratio_text(const EntryView& entry) {
    if (!entry.ratio) return ratio_absent_text(entry);
    return fmt::format("{}.{:02}", *entry.ratio / 100, *entry.ratio % 100);
}

void write_number(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::optional<std::int64_t>& value,
                  const char* absent, double unit = 1) {
    if (value)
        worksheet_write_number(sheet, row, static_cast<lxw_col_t>(column), static_cast<double>(*value) / unit, nullptr);
    else print::write_texts(sheet, row, {absent}, column);
}

void write_entries(lxw_workbook* book, lxw_worksheet* sheet, const CatalogueDocument& document) {
    print::write_header(book, sheet,
                        {"地区代码", "地区", "职业代码", "职业", "紧缺程度", "原因", "需求人数", "上季度需求", "可供人数", "求人倍率",
                         "空缺天数中位数", "月薪中位数（元）", "得分（千分之一）", "已知权重（%）", "专家异议"});
    worksheet_set_column(sheet, 1, 2, 14, nullptr);
    worksheet_set_column(sheet, 3, 3, 34, nullptr);
    worksheet_set_column(sheet, 4, 14, 15, nullptr);
    lxw_row_t row = 0;
    for (const auto& entry : document.entries) {
        ++row;
        print::write_texts(sheet, row, {entry.place.text, entry.place_name, entry.occupation.text, entry.occupation_name,
                                        grade_name(entry.grade), cause_name(entry.cause)});
        write_number(sheet, row, 6, entry.demand, not_known);
        write_number(sheet, row, 7, entry.demand_before, not_known);
        write_number(sheet, row, 8, entry.available, absent_text(entry.withheld));
        write_number(sheet, row, 9, entry.ratio, ratio_absent_text(entry), 100);
        write_number(sheet, row, 10, entry.days, not_known);
        write_number(sheet, row, 11, entry.pay_fen, not_known, 100);
        write_number(sheet, row, 12, entry.points, absent_text(entry.withheld));
        write_number(sheet, row, 13, entry.known_weight, not_known);
        write_number(sheet, row, 14, entry.dissents, not_known);
    }
}

Result<std::string> xlsx_of(const CatalogueDocument& document) {
    std::string bytes = print::workbook_of([&](lxw_workbook* book) {
        write_entries(book, workbook_add_worksheet(book, "目录"), document);
        print::write_facts(book, workbook_add_worksheet(book, "说明"), facts_of(document.catalogue));
    });
    if (bytes.empty()) return refuse(catalogue_file_failed);
    return bytes;
}

/// Occupation and its code, place, grade, cause, demand, people, ratio, and the days.
print::TableStyle catalogue_style() {
    return {.edge = 40,
            .cell_size = 8,
            .row_height = 16,
            .fact_height = 13,
            .fact_indent = 90,
            .gap = 3,
            .columns = {40, 156, 212, 262, 290, 332, 362, 424},
            .columns_end = -56,
            .numbers = {5, 6, 7}};
}

Result<std::string> pdf_of(const CatalogueDocument& document, const papers::PaperLink& link) {
    print::TablePages pages(catalogue_style());
    if (!pages.good()) return refuse(catalogue_file_failed);
    pages.heading(title_of(document.catalogue));
    for (const auto& [name, value] : facts_of(document.catalogue)) pages.fact(name, value);
    pages.header({"职业", "职业代码", "地区", "程度", "原因", "需求", "可供", "求人倍率"}, "空缺天数");
    for (const auto& entry : document.entries)
        pages.row({entry.occupation_name, entry.occupation.text, entry.place_name, grade_name(entry.grade),
                   cause_name(entry.cause), std::to_string(entry.demand),
                   number_text(entry.available, absent_text(entry.withheld)), ratio_text(entry)},
                  number_text(entry.days, not_known));
    std::string bytes = pages.finish(link.address, link.beside);
    if (bytes.empty()) return refuse(catalogue_file_failed);
    return bytes;
}

}  // namespace

Result<http::Reply> file_of(const CatalogueDocument& document, FileForm form, const store::Reader& reader) {
    const std::string name = title_of(document.catalogue);
    switch (form) {
        case FileForm::json:
            return http::attachment(codec::encode(document), "application/json; charset=utf-8", name + ".json");
        case FileForm::xlsx: {
            TRY(auto bytes, xlsx_of(document));
            return http::attachment(std::move(bytes), print::workbook_type, name + ".xlsx");
        }
        case FileForm::pdf: break;
    }
    const auto link =
        papers::paper_link(reader, "/shortages/" + document.catalogue.id.text(), "扫码查看目录原件");
    TRY(auto bytes, pdf_of(document, link));
    return http::attachment(std::move(bytes), "application/pdf", name + ".pdf");
}

}  // namespace jianghui::shortages
