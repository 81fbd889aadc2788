#include "engine/registers/number_pattern.hpp"

namespace jianghui::registers {
namespace {

std::string replaced(std::string text, std::string_view what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

std::string filled(const std::string& text, const PlaceCode& place, int year) {
    return replaced(replaced(text, "{place}", place.text), "{year}", std::to_string(year));
}

bool has_braces(const std::string& text) {
    return filled(text, {}, 0).find_first_of("{}") != std::string::npos;
}

}  // namespace

std::optional<NumberPattern> NumberPattern::read(std::string_view text) {
    constexpr std::string_view opening = "{serial:";
    const auto at = text.find(opening);
    if (at == std::string_view::npos || at + opening.size() + 1 >= text.size()) return std::nullopt;
    const char width = text[at + opening.size()];
    if (width < '1' || width > '9' || text[at + opening.size() + 1] != '}') return std::nullopt;
    NumberPattern pattern;
    pattern.before_ = std::string(text.substr(0, at));
    pattern.after_ = std::string(text.substr(at + opening.size() + 2));
    pattern.width_ = width - '0';
    if (has_braces(pattern.before_) || has_braces(pattern.after_)) return std::nullopt;
    return pattern;
}

std::string NumberPattern::write(const PlaceCode& place, int year, std::int64_t serial) const {
    std::string digits = std::to_string(serial);
    if (digits.size() < static_cast<std::size_t>(width_))
        digits.insert(0, static_cast<std::size_t>(width_) - digits.size(), '0');
    return filled(before_, place, year) + digits + filled(after_, place, year);
}

std::string NumberPattern::series(const PlaceCode& place, int year) const {
    return filled(before_ + "{}" + after_, place, year);
}

}  // namespace jianghui::registers
