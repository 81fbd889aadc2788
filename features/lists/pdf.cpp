// A list as a printed table, with the words on how it was counted and a QR code to the list itself.

#include "engine/print/print.hpp"
#include "features/lists/errors.hpp"
#include "features/lists/files.hpp"

namespace jianghui::lists {
namespace {

/// Facts, and rows of the number, place, industry, occupation code, occupation, and the amount.
print::TableStyle list_style() {
    return {.edge = 48,
            .head_size = 16,
            .cell_size = 9,
            .row_height = 18,
            .fact_height = 15,
            .fact_indent = 96,
            .gap = 8,
            .columns = {48, 76, 164, 262, 330},
            .columns_end = -40,
            .numbers = {0}};
}

/// Whoever looks for work names no industry: a supply list has no such column.
void write_lines(print::TablePages& pages, const ListDocument& document) {
    const bool by_industry = document.list.kind == ListKind::demand;
    if (!by_industry) pages.set_columns({48, 88, 216, 304}, -40, {0});
    pages.header(by_industry ? std::vector<std::string>{"序号", "地区", "行业", "职业代码", "职业"}
                             : std::vector<std::string>{"序号", "地区", "职业代码", "职业"},
                 "人数");
    for (const auto& line : document.lines) {
        std::vector<std::string> cells{std::to_string(line.line), line.place_name};
        if (by_industry) cells.push_back(line.industry_name);
        cells.insert(cells.end(), {line.occupation, line.occupation_name});
        pages.row(cells, std::to_string(line.amount));
    }
}

void write_changes(print::TablePages& pages, const ListDocument& document) {
    const bool by_industry = document.list.kind == ListKind::demand;
    pages.section("与" + document.changes.since_number + "的不同");
    if (by_industry) pages.set_columns({48, 136, 226, 296}, -120);
    else pages.set_columns({48, 160, 248}, -120);
    pages.header(by_industry ? std::vector<std::string>{"地区", "行业", "职业代码", "职业"}
                             : std::vector<std::string>{"地区", "职业代码", "职业"},
                 "上一版 → 这一版");
    for (const auto& change : document.changes.items) {
        std::vector<std::string> cells{change.place_name};
        if (by_industry) cells.push_back(change.industry_name);
        cells.insert(cells.end(), {change.occupation, change.occupation_name});
        pages.row(cells, change_text(change));
    }
}

}  // namespace

Result<std::string> pdf_of(const ListDocument& document, const papers::PaperLink& link) {
    print::TablePages pages(list_style());
    if (!pages.good()) return refuse(list_file_failed);
    pages.heading(title_of(document.list));
    for (const auto& [name, value] : facts_of(document)) pages.fact(name, value);
    write_lines(pages, document);
    if (!document.changes.items.empty()) write_changes(pages, document);
    std::string bytes = pages.finish(link.address, link.beside);
    if (bytes.empty()) return refuse(list_file_failed);
    return bytes;
}

}  // namespace jianghui::lists
