#include "features/duties/sheet_pdf.hpp"

#include <cstdlib>

#include "engine/print/print.hpp"
#include "features/duties/errors.hpp"

namespace jianghui::duties {
namespace {

/// What is counted, weight, how many, share, and the points.
print::TableStyle sheet_style() {
    return {.edge = 48,
            .head_size = 16,
            .cell_size = 10,
            .row_height = 20,
            .fact_height = 16,
            .fact_indent = 96,
            .gap = 4,
            .columns = {48, 260, 320, 380},
            .columns_end = -80,
            .numbers = {1, 2, 3}};
}

/// 873 → "87.3".
std::string tenths(std::int64_t per_mille) {
    return (per_mille < 0 ? "-" : "") + std::to_string(std::abs(per_mille) / 10) + "." +
           std::to_string(std::abs(per_mille) % 10);
}

Text status_text(AssessmentStatus status) {
    switch (status) {
        case AssessmentStatus::proposed: return {"待同意", "proposed"};
        case AssessmentStatus::told: return {"已告知，申诉期内", "told"};
        case AssessmentStatus::appealed: return {"已申诉", "appealed"};
        case AssessmentStatus::decided: return {"申诉已处理", "decided"};
        case AssessmentStatus::published: return {"已公布", "published"};
    }
    return {};
}

/// The weights of lines with nothing to count go to the others.
std::int64_t counted_weight(const AssessmentView& sheet) {
    std::int64_t weight = 0;
    for (const auto& line : sheet.lines)
        if (line.per_mille) weight += line.weight;
    return weight;
}

}  // namespace

std::string title_of(const AssessmentView& sheet) {
    return sheet.place_name + std::to_string(sheet.year) + "年度责任清单考核评分表";
}

Result<std::string> pdf_of(const AssessmentView& sheet, const papers::PaperLink& link) {
    print::TablePages pages(sheet_style());
    if (!pages.good()) return refuse(sheet_failed);
    pages.heading(title_of(sheet));
    pages.fact("状态", status_text(sheet.status).zh);
    pages.fact("总分", tenths(sheet.points + sheet.adjusted) + (sheet.adjusted == 0 ? "" : "（计算 " + tenths(sheet.points) +
                                                                                     "，申诉调整 " + tenths(sheet.adjusted) + "）"));
    if (!sheet.appeal.empty()) pages.fact("申诉", sheet.appeal);
    if (!sheet.decision.empty()) pages.fact("处理", sheet.decision);
    pages.fact("算法", "第 " + std::to_string(assessment_formula) + " 版：得分率乘权重；没有可计事项的项不计，权重分给其余各项");
    pages.header({"计分项", "权重", "计入件数", "得分率（%）"}, "得分");
    const auto weights = counted_weight(sheet);
    for (const auto& line : sheet.lines)
        pages.row({line.title.zh, std::to_string(line.weight), std::to_string(line.of), line.per_mille ? tenths(*line.per_mille) : "—"},
                  line.per_mille && weights > 0 ? tenths((2 * *line.per_mille * line.weight + weights) / (2 * weights)) : "—");
    std::string bytes = pages.finish(link.address, link.beside);
    if (bytes.empty()) return refuse(sheet_failed);
    return bytes;
}

}  // namespace jianghui::duties
