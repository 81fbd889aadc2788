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
            .columns = {40, 150, 206, 258, 306, 350, 394, 438, 482},
            .columns_end = 528};
}

/// Whole yuan: a printed guide has no room for fen.
std::string yuan_of(const std::optional<std::int64_t>& fen) {
    return fen ? std::to_string((*fen + 50) / 100) : "—";
}

}  // namespace

Result<std::string> pdf_of(const GuideDocument& document, const papers::PaperLink& link) {
    print::TablePages pages(guide_style());
    if (!pages.good()) return refuse(pay_file_failed);
    pages.heading(title_of(document.survey));
    for (const auto& [name, value] : facts_of(document)) pages.fact(name, value);
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
    std::string bytes = pages.finish(link.address, link.beside);
    if (bytes.empty()) return refuse(pay_file_failed);
    return bytes;
}

}  // namespace jianghui::pay_surveys
