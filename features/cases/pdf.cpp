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

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (end > at) lines.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// How many of the last lines sign: those after the last empty line, when they are few and short.
std::size_t signing_lines(print::Paper& paper, std::string_view text) {
    constexpr std::size_t signing_most = 3;
    while (text.ends_with('\n')) text.remove_suffix(1);
    const auto gap = text.rfind("\n\n");
    if (gap == std::string_view::npos) return 0;
    const auto last = lines_of(text.substr(gap));
    const float half = (paper.right() - paper.left()) / 2 + text_size * 4;
    const bool are_short = std::all_of(last.begin(), last.end(), [&](const auto& line) {
        return paper.measure(line, text_size) < half;
    });
    return last.size() <= signing_most && are_short ? last.size() : 0;
}

void make_room(print::Paper& paper) {
    if (paper.room() < code_size + line_height) paper.next_page();
}

/// Begins two letters in, but for whom it is addressed to.
void print_paragraph(print::Paper& paper, const std::string& text) {
    const auto measure = [&](const std::string& part) { return paper.measure(part, text_size); };
    const std::string indent = text.ends_with("：") ? "" : "　　";
    for (const auto& line : print::wrapped(indent + text, paper.right() - paper.left(), measure)) {
        make_room(paper);
        paper.write(line, paper.left(), text_size);
        paper.go_down(line_height);
    }
}

void print_text(print::Paper& paper, const std::string& text) {
    const auto lines = lines_of(text);
    const auto signing = lines.size() - signing_lines(paper, text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i < signing) {
            print_paragraph(paper, lines[i]);
            continue;
        }
        if (i == signing) paper.go_down(line_height);
        make_room(paper);
        paper.write_right(lines[i], text_size);
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
    print_text(paper, printing.text);
    paper.code(printing.check, code_size, printing.foot, small_size);
    auto bytes = paper.bytes();
    if (bytes.empty()) return refuse(print_failed);
    return bytes;
}

}  // namespace jianghui::cases
