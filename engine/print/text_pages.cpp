#include "engine/print/text_pages.hpp"

namespace jianghui::print {
namespace {

constexpr float line_height = 1.7F;  // of a letter's

}  // namespace

TextPages::TextPages(const TextStyle& style)
    : style_(style), paper_(style.edge, style.title_size) {}

void TextPages::title(const std::string& text) {
    paper_.write_centred(text, style_.title_size);
    paper_.go_down(style_.title_size * 2);
}

void TextPages::heading(const std::string& text) {
    need(style_.head_size * 4);
    paper_.go_down(style_.head_size / 2);
    paper_.write(text, style_.edge, style_.head_size);
    paper_.go_down(style_.head_size * line_height);
}

void TextPages::paragraph(const std::string& words, float size, const std::string& address) {
    const Measure measure = [&](const std::string& part) { return paper_.measure(part, size); };
    for (const auto& line : wrapped(words, paper_.right() - style_.edge, measure)) {
        need(size * line_height);
        paper_.write(line, style_.edge, size);
        if (!address.empty()) paper_.link(address, style_.edge, paper_.measure(line, size), size);
        paper_.go_down(size * line_height);
    }
}

void TextPages::need(float height) {
    if (paper_.room() < height) paper_.next_page();
}

std::string TextPages::finish(const std::string& address, const std::string& beside) {
    return paper_.finish(address, style_.code_side, beside, style_.small_size, style_.head_size);
}

}  // namespace jianghui::print
