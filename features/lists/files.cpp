#include "features/lists/files.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "engine/print/print.hpp"
#include "features/lists/errors.hpp"

namespace jianghui::lists {
namespace {

void write_lines(lxw_workbook* book, lxw_worksheet* sheet, const ListDocument& document) {
    print::write_header(book, sheet,
                        {"序号", "地区代码", "地区", "行业", "职业代码", "职业", "人数"});
    worksheet_set_column(sheet, 2, 3, 22, nullptr);
    worksheet_set_column(sheet, 4, 4, 14, nullptr);
    worksheet_set_column(sheet, 5, 5, 34, nullptr);
    lxw_row_t row = 0;
    for (const auto& line : document.lines) {
        ++row;
        worksheet_write_number(sheet, row, 0, line.line, nullptr);
        print::write_texts(sheet, row,
                           {line.place.text, line.place_name, line.industry_name, line.occupation,
                            line.occupation_name},
                           1);
        worksheet_write_number(sheet, row, 6, static_cast<double>(line.amount), nullptr);
    }
}

/// A number of a list, or why there is none.
std::string amount_text(const std::optional<std::int64_t>& amount, const std::optional<Absence>& absent) {
    if (amount) return std::to_string(*amount);
    if (absent == Absence::place_left_out) return "未纳入";
    return absent == Absence::merged ? "并入其他" : "没有合并";
}

void write_changes(lxw_workbook* book, lxw_worksheet* sheet, const ListDocument& document) {
    print::write_header(book, sheet, {"地区代码", "地区", "行业", "职业代码", "职业", "上一版", "这一版", "增减"});
    worksheet_set_column(sheet, 1, 2, 22, nullptr);
    worksheet_set_column(sheet, 3, 3, 14, nullptr);
    worksheet_set_column(sheet, 4, 4, 34, nullptr);
    lxw_row_t row = 0;
    for (const auto& change : document.changes.items) {
        ++row;
        print::write_texts(sheet, row, {change.place.text, change.place_name, change.industry_name, change.occupation,
                                        change.occupation_name});
        lxw_col_t column = 5;
        for (const auto& [amount, absent] : {std::pair(change.before, change.before_absent), std::pair(change.now, change.now_absent)}) {
            if (amount) worksheet_write_number(sheet, row, column, static_cast<double>(*amount), nullptr);
            else print::write_texts(sheet, row, {amount_text(amount, absent)}, column);
            ++column;
        }
        if (change.difference)
            worksheet_write_number(sheet, row, column, static_cast<double>(*change.difference), nullptr);
        else print::write_texts(sheet, row, {"不比较"}, column);
    }
}

std::string joined(const std::vector<PlaceView>& places) {
    std::string text;
    for (const auto& place : places) text += (text.empty() ? "" : "、") + place.name;
    return text.empty() ? "无" : text;
}

/// How the list stands to the one before, in a sentence.
std::string compared_text(const ListDocument& document) {
    const auto& changes = document.changes;
    if (!changes.since) return "没有可比较的上一版";
    std::string text = fmt::format("与{}比较，{} 行不同", changes.since_number, changes.items.size());
    if (changes.total_before && changes.total_now)
        text += fmt::format("；两版都纳入的地区合计由 {} 变为 {}", *changes.total_before, *changes.total_now);
    if (!changes.only_now.empty()) text += "；这一版新纳入：" + joined(changes.only_now);
    if (!changes.only_before.empty()) text += "；这一版不再纳入：" + joined(changes.only_before);
    if (changes.since_formula != document.list.formula)
        text += fmt::format("；口径由第 {} 版变为第 {} 版，增减包含口径的变化", changes.since_formula, document.list.formula);
    return text;
}

}  // namespace

std::string title_of(const ListView& list) {
    if (!list.number.empty()) return list.number;
    return fmt::format("{}{}清单 {}（未定稿）", list.place_name,
                       list.kind == ListKind::demand ? "需求" : "供给", list.period);
}

std::string change_text(const ChangeView& change) {
    return amount_text(change.before, change.before_absent) + " → " + amount_text(change.now, change.now_absent);
}

std::vector<std::pair<std::string, std::string>> facts_of(const ListDocument& document) {
    const auto& list = document.list;
    std::string excluded;
    for (const auto& one : list.excluded)
        excluded += fmt::format("{}{}（{}）", excluded.empty() ? "" : "；", one.name, one.reason);
    return {{"清单", title_of(list)},
            {"期间", print::period_in_words(list.period)},
            {"合计", fmt::format("{} {}", list.total, list.unit.zh)},
            {"统计口径", list.method.zh},
            {"口径版本", std::to_string(list.formula)},
            {"数据截止", fmt::format("流水第 {} 条（{}汇总）", list.position, print::instant_in_words(list.made_at))},
            {"纳入地区", joined(list.included)},
            {"未纳入地区", excluded.empty() ? "无" : excluded},
            {"未能统计的事件", std::to_string(list.left_out)},
            {"与上一版比较", compared_text(document)},
            {"定稿时间", list.frozen_at ? print::instant_in_words(*list.frozen_at) : "未定稿"},
            {"发布时间", list.published_at ? print::instant_in_words(*list.published_at) : "未发布"},
            {"公开内容校验（SM3）", list.digest.empty() ? "未定稿" : list.digest}};
}

Result<std::string> xlsx_of(const ListDocument& document) {
    std::string bytes = print::workbook_of([&](lxw_workbook* book) {
        lxw_worksheet* lines = workbook_add_worksheet(book, "清单");
        write_lines(book, lines, document);
        if (document.changes.since) write_changes(book, workbook_add_worksheet(book, "与上一版比较"), document);
        print::write_facts(book, workbook_add_worksheet(book, "说明"), facts_of(document));
    });
    if (bytes.empty()) return refuse(list_file_failed);
    return bytes;
}

Result<http::Reply> file_of(const ListDocument& document, FileForm form,
                            const store::Reader& reader) {
    const std::string name = title_of(document.list);
    switch (form) {
        case FileForm::json:
            return http::attachment(codec::encode(document), "application/json; charset=utf-8",
                              name + ".json");
        case FileForm::xlsx: {
            TRY(auto bytes, xlsx_of(document));
            return http::attachment(std::move(bytes), print::workbook_type, name + ".xlsx");
        }
        case FileForm::pdf: break;
    }
    const auto link =
        papers::paper_link(reader, "/lists/" + document.list.id.text(), "扫码查看清单原件");
    TRY(auto bytes, pdf_of(document, link));
    return http::attachment(std::move(bytes), "application/pdf", name + ".pdf");
}

}  // namespace jianghui::lists
