#include "engine/base/id.hpp"

#include <array>

namespace jianghui {
namespace {
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int length = 13;
}  // namespace

std::string id_text(std::int64_t number) {
    std::string text(length, '0');
    auto rest = static_cast<std::uint64_t>(number);
    for (int i = length - 1; i >= 0; --i, rest >>= 5)
        text[static_cast<std::size_t>(i)] = alphabet[rest & 31U];
    return text;
}

std::optional<std::int64_t> id_number(std::string_view text) {
    if (text.size() != length || text[0] > '7') return std::nullopt;
    std::uint64_t number = 0;
    for (const char c : text) {
        const auto digit = alphabet.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        number = number << 5U | digit;
    }
    if (number == 0) return std::nullopt;
    return static_cast<std::int64_t>(number);
}

}  // namespace jianghui
