#include "features/cases/pdf.hpp"

#include <algorithm>

#include "engine/print/print.hpp"

namespace jianghui::cases {
namespace {

constexpr float page_margin = 72;
constexpr float title_size = 22;
constexpr float text_size = 14;
constexpr float small_size = 9;
constexpr float line_height = 26;
constexpr float code_size = 84;

void print_paragraph(print::Paper& paper, const std::string& text) {
    const auto measure = [&](const std::string& part) { return paper.measure(part, text_size); };
    for (const auto& line : print::wrapped(text, paper.right() - paper.left(), measure)) {
        if (paper.room() < code_size + line_height) paper.next_page();
        paper.write(line, paper.left(), text_size);
        paper.go_down(line_height);
    }
}

}  // namespace

Result<std::string> pdf_of(const Printing& printing) {
    print::Paper paper(page_margin, title_size);
    if (!paper.good()) return refuse(print_failed);
    paper.write_centred(printing.title, title_size);
    paper.go_down(title_size * 2);
    paper.write_right(printing.number, text_size);
    paper.go_down(text_size * 2);
    const std::string& text = printing.text;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (end > at) print_paragraph(paper, text.substr(at, end - at));
        at = end + 1;
    }
    paper.code(printing.check, code_size, printing.foot, small_size);
    auto bytes = paper.bytes();
    if (bytes.empty()) return refuse(print_failed);
    return bytes;
}

}  // namespace jianghui::cases
