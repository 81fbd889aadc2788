#include "engine/matching/codes.hpp"

#include <fmt/format.h>

namespace jianghui::matching {
namespace {
/// The number that the digits spell; -1 when one of them is no digit.
int number_of(std::string_view digits) {
    int number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}
}  // namespace

std::optional<Occupation> Occupation::parse(std::string_view text) {
    if (text.size() != 1 && text.size() != 4 && text.size() != 7 && text.size() != 10)
        return std::nullopt;
    const int major = number_of(text.substr(0, 1));
    if (major < 1 || major > 8) return std::nullopt;
    auto packed = static_cast<std::uint32_t>(major + 1) << 24U;
    for (std::size_t at = 1; at < text.size(); at += 3) {
        const int level = number_of(text.substr(at + 1, 2));
        if (text[at] != '-' || level < 0) return std::nullopt;
        packed |= static_cast<std::uint32_t>(level + 1) << (24U - 8U * ((at + 2) / 3));
    }
    return Occupation{packed};
}

std::string Occupation::text() const {
    std::string text;
    for (unsigned level = 0; level < static_cast<unsigned>(levels()); ++level) {
        const unsigned digits = (packed >> (24U - 8U * level) & 255U) - 1;
        text += level == 0 ? fmt::format("{}", digits) : fmt::format("-{:02}", digits);
    }
    return text;
}

std::optional<Place> Place::parse(std::string_view text) {
    if (text.size() != 6) return std::nullopt;
    const int code = number_of(text);
    if (code < 100000) return std::nullopt;
    return Place{code};
}

std::string Place::text() const {
    return fmt::format("{:06}", code);
}

}  // namespace jianghui::matching
