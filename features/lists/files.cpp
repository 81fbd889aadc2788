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

std::string joined(const std::vector<PlaceView>& places) {
    std::string text;
    for (const auto& place : places) text += (text.empty() ? "" : "、") + place.name;
    return text.empty() ? "无" : text;
}

}  // namespace

std::string title_of(const ListView& list) {
    if (!list.number.empty()) return list.number;
    return fmt::format("{}{}清单 {}（未定稿）", list.place_name,
                       list.kind == ListKind::demand ? "需求" : "供给", list.period);
}

std::vector<std::pair<std::string, std::string>> facts_of(const ListDocument& document) {
    const auto& list = document.list;
    std::string excluded;
    for (const auto& one : list.excluded)
        excluded += fmt::format("{}{}（{}）", excluded.empty() ? "" : "；", one.name, one.reason);
    return {{"清单", title_of(list)},
            {"期间", list.period},
            {"合计", fmt::format("{} {}", list.total, list.unit.zh)},
            {"统计口径", list.method.zh},
            {"口径版本", std::to_string(list.formula)},
            {"数据截止", fmt::format("流水第 {} 条", list.position)},
            {"纳入地区", joined(list.included)},
            {"未纳入地区", excluded.empty() ? "无" : excluded},
            {"未能统计的事件", std::to_string(list.left_out)},
            {"定稿时间", list.frozen_at ? instant_text(*list.frozen_at) : "未定稿"},
            {"发布时间", list.published_at ? instant_text(*list.published_at) : "未发布"},
            {"公开内容校验（SM3）", list.digest.empty() ? "未定稿" : list.digest}};
}

Result<std::string> xlsx_of(const ListDocument& document) {
    std::string bytes = print::workbook_of([&](lxw_workbook* book) {
        lxw_worksheet* lines = workbook_add_worksheet(book, "清单");
        lxw_worksheet* about = workbook_add_worksheet(book, "说明");
        write_lines(book, lines, document);
        worksheet_set_column(about, 0, 0, 18, nullptr);
        worksheet_set_column(about, 1, 1, 90, nullptr);
        lxw_row_t row = 0;
        for (const auto& [name, value] : facts_of(document))
            print::write_texts(about, row++, {name, value});
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
