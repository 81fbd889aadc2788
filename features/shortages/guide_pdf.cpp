// The development guide as a printed document.

#include <fmt/format.h>

#include "engine/print/print.hpp"
#include "features/shortages/errors.hpp"
#include "features/shortages/guide.hpp"

namespace jianghui::shortages {
namespace {

constexpr float text_size = 10.5F;
constexpr float small_size = 8;

std::string text_of(const GuideSentence& sentence) {
    std::string text;
    for (const auto& part : sentence.parts) {
        text += part.text;
        if (part.figure > 0) text += fmt::format("[{}]", part.figure);
    }
    return text;
}

}  // namespace

Result<std::string> pdf_of(const Guide& guide, const std::string& base,
                           const papers::PaperLink& link) {
    print::TextPages pages{print::TextStyle()};
    if (!pages.good()) return refuse(guide_failed);
    pages.title(guide.title);
    pages.paragraph(fmt::format("依据：{}。数据截止流水第 {} 条。方括号内是数字出处的编号，见文末。",
                           guide.number.empty() ? "未发布的目录" : guide.number, guide.position),
               text_size);
    for (const auto& section : guide.sections) {
        pages.heading(section.title);
        for (const auto& sentence : section.sentences) pages.paragraph(text_of(sentence), text_size);
    }
    pages.heading("数字出处");
    if (!base.empty())
        pages.paragraph("在电子文件里点下面任一行，打开这个数字是从哪些记录统计的；纸上的请扫末页的二维码，在网页上点数字。", small_size);
    for (const auto& figure : guide.figures)
        pages.paragraph(fmt::format("[{}] {}：{}", figure.number, figure.what, figure.value), small_size,
                        base.empty() ? "" : base + figure.link);
    std::string bytes = pages.finish(link.address, link.beside);
    if (bytes.empty()) return refuse(guide_failed);
    return bytes;
}

}  // namespace jianghui::shortages
