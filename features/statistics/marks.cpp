#include "features/statistics/marks.hpp"

#include <charconv>
#include <iterator>

#include <fmt/format.h>

namespace jianghui::statistics {
namespace {

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
            fmt::format_to(std::back_inserter(text), "{}\t{}\t{}\t{}\n", dimension, code, count.amount, count.facts);
        }
    return text;
}

bool each_in_mark(std::string_view text,
                  const std::function<void(Dimension, const std::string& code, const Count&)>& each) {
    std::string code;
    while (!text.empty()) {
        const auto dimension = whole_number(cut(text, '\t'));
        const auto said = cut(text, '\t');
        const auto amount = whole_number(cut(text, '\t'));
        const auto facts = whole_number(cut(text, '\n'));
        if (!dimension || *dimension < 0 || *dimension >= std::int64_t{dimension_count} || !said || !amount || !facts)
            return false;
        code = *said;
        each(static_cast<Dimension>(*dimension), code, {*amount, *facts});
    }
    return true;
}

}  // namespace jianghui::statistics
