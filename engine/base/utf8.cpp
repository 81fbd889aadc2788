#include "engine/base/utf8.hpp"

#include "engine/base/result.hpp"

namespace jianghui {
namespace {

constexpr bool is_surrogate(char32_t c) {
    return c >= 0xD800 && c <= 0xDFFF;
}

struct Lead {
    std::size_t length = 0;  ///< 0: no lead byte
    char32_t bits = 0;
    char32_t least = 0;  ///< smaller values would be overlong
};

constexpr Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if ((byte & 0xE0U) == 0xC0) return {2, byte & 0x1FU, 0x80};
    if ((byte & 0xF0U) == 0xE0) return {3, byte & 0x0FU, 0x800};
    if ((byte & 0xF8U) == 0xF0) return {4, byte & 0x07U, 0x10000};
    return {};
}

}  // namespace

std::optional<char32_t> take_code_point(std::string_view& rest) {
    ASSERT(!rest.empty());
    const Lead lead = lead_of(static_cast<unsigned char>(rest[0]));
    char32_t value = lead.bits;
    bool good = lead.length > 0 && lead.length <= rest.size();
    for (std::size_t i = 1; good && i < lead.length; ++i) {
        const auto byte = static_cast<unsigned char>(rest[i]);
        good = (byte & 0xC0U) == 0x80;
        value = value << 6U | (byte & 0x3FU);
    }
    good = good && value >= lead.least && value <= 0x10FFFF && !is_surrogate(value);
    rest.remove_prefix(good ? lead.length : 1);
    return good ? std::optional(value) : std::nullopt;
}

std::u32string decode_utf8(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) out.push_back(take_code_point(utf8).value_or(replacement_character));
    return out;
}

void append_utf8(std::string& out, char32_t c) {
    ASSERT(c <= 0x10FFFF && !is_surrogate(c));
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | c >> 6U);
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | c >> 12U);
        put(0x80U | (c >> 6U & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | c >> 18U);
        put(0x80U | (c >> 12U & 0x3FU));
        put(0x80U | (c >> 6U & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

std::string encode_utf8(std::u32string_view code_points) {
    std::string out;
    out.reserve(code_points.size() * 3);
    for (const char32_t c : code_points) append_utf8(out, c);
    return out;
}

}  // namespace jianghui
