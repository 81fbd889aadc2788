// The guide as a printed table, with the words on how it was made and a QR code to the guide itself.

#include <fmt/format.h>

#include "engine/print/print.hpp"
#include "features/pay_surveys/errors.hpp"
#include "features/pay_surveys/files.hpp"

namespace jianghui::pay_surveys {
namespace {

/// Occupation, level, place, persons and companies, five percentiles, and the mean.
print::TableStyle guide_style() {
    return {.edge = 40,
            .head_size = 16,
            .cell_size = 7.5F,
            .row_height = 16,
            .fact_height = 12,
            .fact_indent = 80,
            .gap = 3,
            .columns = {40, 150, 212, 258, 304, 342, 380, 418, 456},
            .columns_end = 494,
            .numbers = {3, 4, 5, 6, 7, 8}};
}

/// Whole yuan: a printed guide has no room for fen.
std::string yuan_of(const std::optional<std::int64_t>& fen) {
    return fen ? std::to_string((*fen + 50) / 100) : "—";
}

void write_cells(print::TablePages& pages, const GuideDocument& document) {
    pages.header({"职业", "岗位等级", "地区", "人数/企业", "10分位", "25分位", "50分位", "75分位", "90分位"},
                 "平均（元/年）");
    for (const auto& cell : document.cells) {
        std::vector<std::string> texts{cell.occupation_name, cell.level_name.zh, cell.place_name};
        texts.resize(9, hidden_text);
        if (!cell.hidden) {
            texts[3] = fmt::format("{}/{}", cell.persons.value_or(0), cell.companies.value_or(0));
            std::size_t column = 3;
            for (const auto* value : {&cell.p10, &cell.p25, &cell.p50, &cell.p75, &cell.p90})
                texts[++column] = yuan_of(*value);
        }
        pages.row(texts, cell.hidden ? hidden_text : yuan_of(cell.mean));
    }
}

/// Labour cost by industry, a table of its own.
void write_costs(print::TablePages& pages, const GuideDocument& document) {
    if (document.costs.empty()) return;
    pages.section("各行业人工成本");
    pages.set_columns({40, 190, 226, 292, 350, 414}, 472, {1, 2, 3, 4, 5});
    pages.header({"行业", "企业数", "人均（元/年）", "占营业收入", "占总成本费用", "占增加值"}, "人工成本利润率");
    for (const auto& one : document.costs)
        pages.row({one.industry_name, std::to_string(one.companies), yuan_of(one.per_person), percent_of(one.of_revenue),
                   percent_of(one.of_costs), percent_of(one.of_value_added)},
                  percent_of(one.profit));
}

}  // namespace

Result<std::string> pdf_of(const GuideDocument& document, const papers::PaperLink& link) {
    print::TablePages pages(guide_style());
    if (!pages.good()) return refuse(pay_file_failed);
    pages.heading(title_of(document.survey));
    for (const auto& [name, value] : facts_of(document)) pages.fact(name, value);
    write_cells(pages, document);
    write_costs(pages, document);
    pages.section("方法");
    for (const auto& [name, value] : method_of(document)) pages.fact(name, value);
    std::string bytes = pages.finish(link.address, link.beside);
    if (bytes.empty()) return refuse(pay_file_failed);
    return bytes;
}

}  // namespace jianghui::pay_surveys
