#pragma once
// Reads an amount of money without its unit: 3500, 3.5千, 1万2, 一万二, 三千五.

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/base.hpp"

namespace jianghui::imports {

[[nodiscard]] inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// An amount as spelt.
struct Amount {
    std::int64_t fen = 0;
    bool scaled = false;  ///< it said 十, 百, 千, 万, k or w
};

/// Takes an amount off the front of `rest` (half width, lower case, no blanks). A single digit after
/// a scale counts a tenth of it, as it is said: 1万2 is 12,000. Nothing when there is no number, when
/// it is finer than a fen, or over 100 million yuan; `rest` is then of no meaning.
[[nodiscard]] std::optional<Amount> take_amount(std::u32string_view& rest);

/// Reads a whole number in digits or Chinese numerals (20, 二十, 一百零五), all of the text.
/// Nothing when it is not one or over 100 million.
[[nodiscard]] std::optional<std::int64_t> parse_count(std::u32string_view text);

}  // namespace jianghui::imports
