#include "features/statistics/marks.hpp"

#include <charconv>

namespace jianghui::statistics {
namespace {

/// Between the parts of a line, and behind it.
constexpr char tab = '\t', line_end = '\n';

void append_number(std::string& text, std::int64_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

/// The part of the text before the delimiter, which is cut off with it; nothing when there is none.
std::optional<std::string_view> cut(std::string_view& text, char delimiter) {
    const auto end = text.find(delimiter);
    if (end == std::string_view::npos) return std::nullopt;
    const auto part = text.substr(0, end);
    text.remove_prefix(end + 1);
    return part;
}

std::optional<std::int64_t> whole_number(std::optional<std::string_view> text) {
    std::int64_t number = 0;
    if (!text) return std::nullopt;
    const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (failed != std::errc() || end != text->data() + text->size()) return std::nullopt;
    return number;
}

}  // namespace

void add_to_mark(MarkSums& sums, const Measure& measure, const Where& where, const Count& count) {
    for (const auto& rule : measure.dimensions)
        sums[static_cast<std::size_t>(rule.id)][value_of(where, rule.id)] += count;
}

std::optional<std::string> mark_text(const MarkSums& sums) {
    std::string text;
    for (std::size_t dimension = 0; dimension < sums.size(); ++dimension)
        for (const auto& [code, count] : sums[dimension]) {
            if (count == Count{}) continue;
            if (code.find_first_of("\t\n") != std::string::npos) return std::nullopt;
            append_number(text, static_cast<std::int64_t>(dimension));
            text += tab;
            text += code;
            text += tab;
            append_number(text, count.amount);
            text += tab;
            append_number(text, count.facts);
            text += line_end;
        }
    return text;
}

bool each_in_mark(std::string_view text,
                  const std::function<void(Dimension, const std::string& code, const Count&)>& each) {
    std::string code;
    while (!text.empty()) {
        const auto dimension = whole_number(cut(text, tab));
        const auto said = cut(text, tab);
        const auto amount = whole_number(cut(text, tab));
        const auto facts = whole_number(cut(text, line_end));
        if (!dimension || *dimension < 0 || *dimension >= 4 || !said || !amount || !facts) return false;
        code = *said;
        each(static_cast<Dimension>(*dimension), code, {*amount, *facts});
    }
    return true;
}

}  // namespace jianghui::statistics
