#include "engine/print/lines.hpp"

#include "engine/base/utf8.hpp"

namespace jianghui::print {
namespace {

/// Takes the first character of a text; a byte that begins none is one.
std::string take_character(std::string_view& rest) {
    const std::string_view before = rest;
    (void)take_code_point(rest);
    return std::string(before.substr(0, before.size() - rest.size()));
}

bool may_not_begin(const std::string& character) {
    static const std::string marks = "，。；：、！？）》】”’,.;:!?)]";
    return marks.find(character) != std::string::npos;
}

}  // namespace

std::vector<std::string> wrapped(const std::string& paragraph, double width,
                                 const Measure& measure) {
    std::vector<std::string> lines(1);
    double used = 0;
    for (std::string_view rest = paragraph; !rest.empty();) {
        const auto character = take_character(rest);
        const double wide = measure(character);
        if (used + wide > width && !lines.back().empty() && !may_not_begin(character)) {
            lines.emplace_back();
            used = 0;
        }
        lines.back() += character;
        used += wide;
    }
    return lines;
}

std::string fitted(const std::string& text, double width, const Measure& measure) {
    if (measure(text) <= width) return text;
    std::string part;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string longer = part + take_character(rest);
        if (measure(longer + "…") > width) break;
        part = longer;
    }
    return part + "…";
}

}  // namespace jianghui::print
