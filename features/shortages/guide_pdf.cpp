// The development guide as a printed document.

#include <fmt/format.h>

#include "engine/print/print.hpp"
#include "features/shortages/errors.hpp"
#include "features/shortages/guide.hpp"

namespace jianghui::shortages {
namespace {

constexpr float edge = 56;
constexpr float title_size = 18;
constexpr float head_size = 13;
constexpr float text_size = 10.5F;
constexpr float small_size = 8;
constexpr float code_side = 72;

class Pages {
  public:
    [[nodiscard]] bool good() const { return paper_.good(); }
    void title(const std::string& text) {
        paper_.write_centred(text, title_size);
        paper_.go_down(title_size * 2);
    }
    void heading(const std::string& text) {
        need(head_size * 4);
        paper_.go_down(head_size / 2);
        paper_.write(text, edge, head_size);
        paper_.go_down(head_size * 1.7F);
    }
    void text(const std::string& words, float size) {
        const print::Measure measure = [&](const std::string& part) {
            return paper_.measure(part, size);
        };
        for (const auto& line : print::wrapped(words, paper_.right() - edge, measure)) {
            need(size * 1.7F);
            paper_.write(line, edge, size);
            paper_.go_down(size * 1.7F);
        }
    }
    std::string finished(const std::string& address) {
        need(code_side + head_size);
        paper_.code(address, code_side, "扫码查看目录原件", small_size);
        paper_.number_pages(small_size);
        return paper_.bytes();
    }

  private:
    void need(float height) {
        if (paper_.room() < height) paper_.next_page();
    }
    print::Paper paper_{edge, title_size};
};

std::string text_of(const GuideSentence& sentence) {
    std::string text;
    for (const auto& part : sentence.parts) {
        text += part.text;
        if (part.figure > 0) text += fmt::format("[{}]", part.figure);
    }
    return text;
}

}  // namespace

Result<std::string> pdf_of(const Guide& guide, const std::string& base) {
    Pages pages;
    if (!pages.good()) return refuse(guide_failed);
    pages.title(guide.title);
    pages.text(fmt::format("依据：{}。数据截止流水第 {} 条。方括号内是数字出处的编号，见文末。",
                           guide.number.empty() ? "未发布的目录" : guide.number, guide.position),
               text_size);
    for (const auto& section : guide.sections) {
        pages.heading(section.title);
        for (const auto& sentence : section.sentences) pages.text(text_of(sentence), text_size);
    }
    pages.heading("数字出处");
    for (const auto& figure : guide.figures)
        pages.text(fmt::format("[{}] {}：{}　{}{}", figure.number, figure.what, figure.value, base,
                               figure.link),
                   small_size);
    std::string bytes = pages.finished(base + "/shortages/" + guide.catalogue.text());
    if (bytes.empty()) return refuse(guide_failed);
    return bytes;
}

}  // namespace jianghui::shortages
