#include "features/imports/amount.hpp"

#include <string>

namespace jianghui::imports {

namespace {
constexpr std::int64_t fen_max = 10'000'000'000;  // 100 million yuan
constexpr std::size_t mantissa_digits_max = 12;

std::int64_t scale_of(char32_t c) {
    switch (c) {
        case U'十': return 10;
        case U'百': return 100;
        case U'千': case U'k': return 1'000;
        case U'万': case U'w': return 10'000;
        default: return 0;
    }
}

std::optional<int> chinese_digit(char32_t c) {
    constexpr std::u32string_view digits = U"零一二三四五六七八九";
    if (c == U'〇') return 0;
    if (c == U'两') return 2;
    const auto at = digits.find(c);
    return at == std::u32string_view::npos ? std::nullopt : std::optional<int>(static_cast<int>(at));
}

/// A number without its scale: mantissa ÷ 10^decimals.
struct Number {
    std::int64_t mantissa = 0;
    int decimals = 0;
    std::size_t digits = 0;
};

std::optional<Number> take_number(std::u32string_view& rest) {
    Number number;
    bool point = false;
    while (!rest.empty()) {
        const char32_t c = rest.front();
        std::optional<int> digit;
        if (c >= U'0' && c <= U'9') digit = static_cast<int>(c - U'0');
        else if (!point) digit = chinese_digit(c);
        if (c == U'.' && !point && number.digits > 0 && rest.size() > 1 && rest[1] >= U'0' &&
            rest[1] <= U'9') {
            point = true;
            rest.remove_prefix(1);
            continue;
        }
        if (!digit) break;
        if (++number.digits > mantissa_digits_max) return std::nullopt;
        number.mantissa = number.mantissa * 10 + *digit;
        if (point) ++number.decimals;
        rest.remove_prefix(1);
    }
    if (number.digits == 0) return std::nullopt;
    return number;
}

/// mantissa × factor ÷ 10^decimals when that is a whole number within the limit.
std::optional<std::int64_t> exactly(const Number& number, std::int64_t factor) {
    __int128 value = static_cast<__int128>(number.mantissa) * factor;
    for (int i = 0; i < number.decimals; ++i) {
        if (value % 10 != 0) return std::nullopt;
        value /= 10;
    }
    if (value > fen_max) return std::nullopt;
    return static_cast<std::int64_t>(value);
}
}  // namespace

std::optional<Amount> take_amount(std::u32string_view& rest) {
    Amount amount;
    std::int64_t last_scale = 0;
    bool any = false;
    while (!rest.empty()) {
        // 十 alone means 10: 十五, 十万.
        Number number{1, 0, 1};
        if (!(rest.front() == U'十' && !any)) {
            const bool begins = (rest.front() >= U'0' && rest.front() <= U'9') ||
                                chinese_digit(rest.front()).has_value();
            if (!begins) break;
            const auto taken = take_number(rest);
            if (!taken) return std::nullopt;
            number = *taken;
        }
        any = true;
        std::int64_t scale = rest.empty() ? 0 : scale_of(rest.front());
        if (scale != 0) {
            rest.remove_prefix(1);
            while (!rest.empty() && scale_of(rest.front()) != 0 && scale < 10'000) {
                scale *= scale_of(rest.front());  // 十万, 百万
                rest.remove_prefix(1);
            }
            if (last_scale != 0 && scale >= last_scale) {
                // 二十五万: what stands before 万 is multiplied as a whole.
                const auto part = exactly(number, 100);
                if (!part || amount.fen + *part > fen_max / scale) return std::nullopt;
                amount.fen = (amount.fen + *part) * scale;
            } else {
                const auto part = exactly(number, scale * 100);
                if (!part) return std::nullopt;
                amount.fen += *part;
            }
            amount.scaled = true;
            last_scale = scale;
            if (amount.fen > fen_max) return std::nullopt;
            continue;
        }
        const bool colloquial = last_scale >= 100 && number.digits == 1 && number.decimals == 0 &&
                                number.mantissa > 0;
        const auto part = exactly(number, colloquial ? last_scale * 10 : 100);
        if (!part || (last_scale != 0 && *part >= last_scale * 100)) return std::nullopt;
        amount.fen += *part;
        break;
    }
    if (!any || amount.fen > fen_max) return std::nullopt;
    return amount;
}

std::optional<std::int64_t> parse_count(std::u32string_view text) {
    const auto amount = take_amount(text);
    if (!amount || !text.empty() || amount->fen % 100 != 0) return std::nullopt;
    return amount->fen / 100;
}

}  // namespace jianghui::imports
