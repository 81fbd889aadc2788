#pragma once
// Text as Unicode code points. Chinese text is compared, cut and measured by character, never by
// byte; this is the one place that knows how UTF-8 is laid out.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jianghui {

/// Stands for what could not be decoded.
inline constexpr char32_t replacement_character = U'\uFFFD';

/// Takes one code point off the front of `rest`. Nothing when the bytes there are not valid UTF-8
/// (overlong forms, surrogates and values over U+10FFFF are not); then one byte is taken.
/// Requires a `rest` that is not empty.
[[nodiscard]] std::optional<char32_t> take_code_point(std::string_view& rest);

/// The code points of the text; every byte that cannot be decoded becomes U+FFFD. O(n).
[[nodiscard]] std::u32string decode_utf8(std::string_view utf8);

/// Appends one code point. Requires a scalar value (no surrogate, at most U+10FFFF).
void append_utf8(std::string& out, char32_t code_point);
/// The code points as UTF-8. Requires scalar values.
[[nodiscard]] std::string encode_utf8(std::u32string_view code_points);

}  // namespace jianghui
