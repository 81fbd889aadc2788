#include "engine/print/lines.hpp"

#include <cctype>

#include "engine/base/utf8.hpp"

namespace jianghui::print {
namespace {

/// Takes the first character of a text; a byte that begins none is one.
std::string take_character(std::string_view& rest) {
    const std::string_view before = rest;
    (void)take_code_point(rest);
    return std::string(before.substr(0, before.size() - rest.size()));
}

bool may_not_end(const std::string& character) {
    static const std::string marks = "（《【“‘([";
    return marks.find(character) != std::string::npos;
}

bool belongs_together(const std::string& character) {
    static const std::string signs = "+-.,%/:&?=_#";
    return character.size() == 1 &&
           (std::isalnum(static_cast<unsigned char>(character[0])) != 0 || signs.find(character) != std::string::npos);
}

bool may_not_begin(const std::string& character) {
    static const std::string marks = "，。；：、！？）》】”’,.;:!?)]";
    return marks.find(character) != std::string::npos;
}

constexpr std::size_t note_max = 24;  // bytes between square brackets

/// Takes what stays on one line: a character, a number, a word, a note, with the marks that open it.
std::string take_piece(std::string_view& rest) {
    std::string piece;
    std::string character = take_character(rest);
    while (may_not_end(character) && !rest.empty()) {
        piece += character;
        const auto close = character == "[" ? rest.find(']') : std::string_view::npos;
        if (close != std::string_view::npos && close < note_max) {
            piece += rest.substr(0, close + 1);
            rest.remove_prefix(close + 1);
            return piece;
        }
        character = take_character(rest);
    }
    piece += character;
    while (belongs_together(character) && !rest.empty()) {
        std::string_view after = rest;
        character = take_character(after);
        if (!belongs_together(character)) break;
        piece += character;
        rest = after;
    }
    return piece;
}

}  // namespace

std::vector<std::string> wrapped(const std::string& paragraph, double width,
                                 const Measure& measure) {
    std::vector<std::string> lines(1);
    double used = 0;
    const auto write = [&](const std::string& piece, double wide, bool stays) {
        if (used + wide > width && !lines.back().empty() && !stays) {
            lines.emplace_back();
            used = 0;
        }
        lines.back() += piece;
        used += wide;
    };
    for (std::string_view rest = paragraph; !rest.empty();) {
        const auto piece = take_piece(rest);
        const double wide = measure(piece);
        if (wide <= width) {
            write(piece, wide, may_not_begin(piece));
            continue;
        }
        for (std::string_view whole = piece; !whole.empty();) {  // No line has room for it.
            const auto character = take_character(whole);
            write(character, measure(character), false);
        }
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
