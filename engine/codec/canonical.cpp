#include "engine/codec/canonical.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "engine/base/result.hpp"

namespace jianghui::codec {
namespace {

namespace json = boost::json;

/// The code point at `at`, which is moved behind it. The text is valid UTF-8.
char32_t take_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    char32_t point = length == 1 ? first : first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) point = (point << 6U) | (byte(at + i) & 0x3fU);
    at += length;
    return point;
}

/// Whether `a` comes before `b` by UTF-16 code units. That is the order of code points, but for
/// those beyond U+FFFF: their surrogates (U+D800…) come before U+E000 and what follows.
bool before(std::string_view a, std::string_view b) {
    const auto weight = [](char32_t point) {
        return point >= 0x10000 ? point - 0x10000 + 0xd800 * std::uint64_t{0x400}
                                : std::uint64_t{point} * 0x400;
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        const auto left = weight(take_code_point(a, i));
        const auto right = weight(take_code_point(b, j));
        if (left != right) return left < right;
    }
    return i == a.size() && j < b.size();
}

/// Whether a byte stands as it is within quotation marks.
bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void write_escaped(std::string& out, char c) {
    static constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out += "\\u00";
            out += hex[static_cast<unsigned char>(c) >> 4U];
            out += hex[static_cast<unsigned char>(c) & 0xfU];
    }
}

void write_text(std::string& out, std::string_view text) {
    out += '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_plain(text[at])) continue;
        out += text.substr(from, at - from);
        write_escaped(out, text[at]);
        from = at + 1;
    }
    out += text.substr(from);
    out += '"';
}

/// Number::toString of ECMA-262 (7.1.12.1 in the edition that RFC 8785 cites): the shortest digits
/// that read back the same, with an exponent from 10²¹ and below 10⁻⁶ on.
void write_number(std::string& out, double value) {
    ASSERT(std::isfinite(value));
    if (value == 0) {
        out += '0';
        return;
    }
    if (value < 0) out += '-';
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                   std::chars_format::scientific)
                         .ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const auto e = text.find('e');
    int exponent = 0;
    const char* from = text.data() + e + 1 + (text[e + 1] == '+' ? 1 : 0);
    std::from_chars(from, text.data() + text.size(), exponent);
    std::string digits(1, text[0]);
    if (e > 2) digits += text.substr(2, e - 2);
    const int count = static_cast<int>(digits.size());
    const int point = exponent + 1;  // Digits before the decimal point.
    if (count <= point && point <= 21) {
        out += digits + std::string(static_cast<std::size_t>(point - count), '0');
    } else if (0 < point && point <= 21) {
        out += digits.substr(0, static_cast<std::size_t>(point)) + '.' +
               digits.substr(static_cast<std::size_t>(point));
    } else if (-6 < point && point <= 0) {
        out += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    } else {
        out += digits[0];
        if (count > 1) out += '.' + digits.substr(1);
        out += exponent < 0 ? "e-" : "e+";
        out += std::to_string(std::abs(exponent));
    }
}

/// Whole numbers that a double holds exactly are written as they are; greater ones as the double.
void write_whole(std::string& out, std::int64_t value) {
    constexpr std::int64_t exact = std::int64_t{1} << 53U;
    if (value >= -exact && value <= exact) {
        std::array<char, 20> digits{};
        out.append(digits.data(),
                   std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
    } else {
        write_number(out, static_cast<double>(value));
    }
}

void write_value(std::string& out, const json::value& value);

void write_object(std::string& out, const json::object& object) {
    std::vector<const json::key_value_pair*> members;
    members.reserve(object.size());
    for (const auto& member : object) members.push_back(&member);
    std::sort(members.begin(), members.end(),
              [](const auto* a, const auto* b) { return before(a->key(), b->key()); });
    out += '{';
    for (const auto* member : members) {
        if (out.back() != '{') out += ',';
        write_text(out, member->key());
        out += ':';
        write_value(out, member->value());
    }
    out += '}';
}

void write_value(std::string& out, const json::value& value) {
    switch (value.kind()) {
        case json::kind::null: out += "null"; break;
        case json::kind::bool_: out += value.get_bool() ? "true" : "false"; break;
        case json::kind::int64: write_whole(out, value.get_int64()); break;
        case json::kind::uint64:
            write_number(out, static_cast<double>(value.get_uint64()));
            break;
        case json::kind::double_: write_number(out, value.get_double()); break;
        case json::kind::string: write_text(out, value.get_string()); break;
        case json::kind::array: {
            out += '[';
            bool first = true;
            for (const auto& item : value.get_array()) {
                if (!first) out += ',';
                first = false;
                write_value(out, item);
            }
            out += ']';
            break;
        }
        case json::kind::object: write_object(out, value.get_object()); break;
    }
}

}  // namespace

std::string canonical(const json::value& value) {
    std::string out;
    out.reserve(256);
    write_value(out, value);
    return out;
}

void append_canonical(std::string& out, const json::value& value) {
    write_value(out, value);
}
void append_canonical(std::string& out, std::string_view text) {
    write_text(out, text);
}
void append_canonical(std::string& out, std::int64_t number) {
    write_whole(out, number);
}

}  // namespace jianghui::codec
