// A list as a printed table, with the words on how it was counted and a QR code to the list itself.

#include "engine/print/print.hpp"
#include "features/lists/errors.hpp"
#include "features/lists/files.hpp"

namespace jianghui::lists {
namespace {

/// Number, place, industry, occupation code, occupation, and the amount.
print::TableStyle list_style() {
    return {.edge = 48,
            .head_size = 16,
            .cell_size = 9,
            .row_height = 18,
            .fact_height = 18,
            .fact_indent = 96,
            .gap = 4,
            .columns = {48, 82, 170, 262, 330},
            .columns_end = -40};
}

}  // namespace

Result<std::string> pdf_of(const ListDocument& document, const papers::PaperLink& link) {
    print::TablePages pages(list_style());
    if (!pages.good()) return refuse(list_file_failed);
    pages.heading(title_of(document.list));
    for (const auto& [name, value] : facts_of(document)) pages.fact(name, value);
    pages.header({"序号", "地区", "行业", "职业代码", "职业"}, "人数");
    for (const auto& line : document.lines)
        pages.row({std::to_string(line.line), line.place_name, line.industry_name, line.occupation,
                   line.occupation_name},
                  std::to_string(line.amount));
    if (!document.changes.items.empty()) {
        pages.heading("与" + document.changes.since_number + "的不同");
        pages.set_columns({48, 136, 226, 296}, -110);
        pages.header({"地区", "行业", "职业代码", "职业"}, "上一版 → 这一版");
        for (const auto& change : document.changes.items)
            pages.row({change.place_name, change.industry_name, change.occupation, change.occupation_name},
                      change_text(change));
    }
    std::string bytes = pages.finish(link.address, link.beside);
    if (bytes.empty()) return refuse(list_file_failed);
    return bytes;
}

}  // namespace jianghui::lists
