#include "features/imports/number_format.hpp"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cctype>
#include <optional>

#include <fmt/format.h>

#include "engine/base/base.hpp"

namespace jianghui::imports {

namespace {
/// One section of a format code with literals taken out; what remains are placeholders.
struct Section {
    std::string pattern;  ///< lower case, without literals, colours and conditions
    std::string prefix;   ///< literals before the first placeholder
    std::string suffix;   ///< literals after it
};

/// "[$¥-804]" shows the currency sign; every other bracket (colour, condition, [h]) shows nothing.
std::string bracket_literal(std::string_view inside) {
    if (!inside.starts_with("$")) return {};
    return std::string(inside.substr(1, inside.find('-') == std::string_view::npos
                                            ? std::string_view::npos
                                            : inside.find('-') - 1));
}

Section read_section(std::string_view code) {
    Section out;
    const auto literal = [&](std::string_view text) {
        (out.pattern.empty() ? out.prefix : out.suffix) += text;
    };
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == ';') break;
        if (c == '"') {
            const auto end = std::min(code.find('"', i + 1), code.size());
            literal(code.substr(i + 1, end - i - 1));
            i = end;
        } else if (c == '[') {
            const auto end = std::min(code.find(']', i), code.size());
            const auto inside = code.substr(i + 1, end - i - 1);
            const auto lower = inside.empty() ? 0 : std::tolower(inside[0]);
            if (lower == 'h' || lower == 's' || (lower == 'm' && inside.size() < 3)) {
                out.pattern += static_cast<char>(lower);  // elapsed time
            } else {
                literal(bracket_literal(inside));
            }
            i = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            if (c == '\\' && i + 1 < code.size()) literal(code.substr(i + 1, 1));
            ++i;  // `_x` is a gap as wide as x, `*x` fills with x
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            literal(code.substr(i, 1));
        } else if (c == '$' || c == '(' || c == ')') {
            literal(code.substr(i, 1));
        } else {
            out.pattern += static_cast<char>(std::tolower(c));
        }
    }
    return out;
}

NumberStyle date_style(const std::string& pattern) {
    NumberStyle style;
    const bool date = pattern.find_first_of("yd") != std::string::npos ||
                      (pattern.find('m') != std::string::npos &&
                       pattern.find_first_of("hs") == std::string::npos);
    const bool time = pattern.find_first_of("hs") != std::string::npos;
    style.kind = date && time ? NumberStyle::Kind::date_time
                 : date       ? NumberStyle::Kind::date
                              : NumberStyle::Kind::time;
    return style;
}

std::string trimmed_zeros(std::string text) {
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

/// Fifteen significant digits, as spreadsheet programs keep, without an exponent where that stays
/// readable.
std::string plain_number(double value) {
    if (value == 0) return "0";
    const double magnitude = std::fabs(value);
    if (magnitude >= 1e21 || magnitude < 1e-9) return fmt::format("{:.15g}", value);
    const int exponent = static_cast<int>(std::floor(std::log10(magnitude)));
    if (exponent < 15) return trimmed_zeros(fmt::format("{:.{}f}", value, 14 - exponent));
    std::string digits = fmt::format("{:.14e}", value);
    const auto e = digits.find('e');
    const int shift = std::atoi(digits.c_str() + e + 1);
    digits.erase(e);
    digits.erase(digits.find('.'), 1);
    const auto length = static_cast<std::size_t>(shift + 1) + (value < 0 ? 1U : 0U);
    digits.resize(length, '0');
    return digits;
}

std::string decimal_text(double value, const NumberStyle& style) {
    // Spreadsheets round halves away from zero on the decimal spelling, not on the binary value.
    std::string text = fmt::format("{:.{}f}", std::fabs(value) * (1 + 1e-15), style.decimals);
    const auto point = std::min(text.find('.'), text.size());
    if (point < static_cast<std::size_t>(style.digits_min))
        text.insert(0, static_cast<std::size_t>(style.digits_min) - point, '0');
    return (value < 0 ? "-" : "") + text;
}

std::optional<std::string> date_text_of(double serial, NumberStyle::Kind kind, bool epoch_1904) {
    if (!(serial >= 0 && serial < 2958466)) return std::nullopt;  // 9999-12-31
    auto day = static_cast<int>(std::floor(serial));
    auto second = static_cast<int>(std::llround((serial - day) * 86400));
    if (second == 86400) {
        ++day;
        second = 0;
    }
    const std::string clock = fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60,
                                          second % 60);
    if (kind == NumberStyle::Kind::time) return clock;
    using std::chrono::sys_days;
    // 1900-02-29 never was, but is day 60 of the 1900 system.
    const auto origin = epoch_1904 ? sys_days(Date(std::chrono::year(1904), std::chrono::January,
                                                   std::chrono::day(1)))
                                   : sys_days(Date(std::chrono::year(1899), std::chrono::December,
                                                   std::chrono::day(day < 60 ? 31 : 30)));
    const std::string date = date_text(Date(origin + std::chrono::days(day)));
    return second == 0 || kind == NumberStyle::Kind::date ? date : date + " " + clock;
}
}  // namespace

NumberStyle parse_number_format(std::string_view code) {
    Section section = read_section(code);
    NumberStyle style;
    auto& pattern = section.pattern;
    if (pattern.empty() || pattern.find("general") != std::string::npos ||
        pattern.find('@') != std::string::npos)
        return style;
    if (pattern.find_first_of("0#?") == std::string::npos &&
        pattern.find_first_of("ymdhs") != std::string::npos)
        return date_style(pattern);
    // What is left must be a plain picture of one number: anything else is not understood.
    if (pattern.find_first_not_of("0#?,.%- ") != std::string::npos) return style;
    const auto point = std::min(pattern.find('.'), pattern.size());
    const auto last_digit = pattern.find_last_of("0#?");
    if (last_digit == std::string::npos) return style;
    if (pattern.find(',', last_digit) != std::string::npos) return style;  // scaled by thousands
    if (pattern.find(',', point) != std::string::npos) return style;
    style.kind = pattern.find('%') != std::string::npos ? NumberStyle::Kind::percent
                                                        : NumberStyle::Kind::decimal;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '0' && i < point) ++style.digits_min;
        if (pattern.find_first_of("0#?", i) == i && i > point) ++style.decimals;
    }
    style.prefix = std::move(section.prefix);
    style.suffix = std::move(section.suffix);
    return style;
}

NumberStyle builtin_number_format(int id) {
    NumberStyle style;
    const auto is = [&](NumberStyle::Kind kind, int decimals = 0, int digits_min = 0) {
        style.kind = kind;
        style.decimals = decimals;
        style.digits_min = digits_min;
    };
    if (id == 1 || id == 3 || id == 37 || id == 38) is(NumberStyle::Kind::decimal, 0, 1);
    else if (id == 2 || id == 4 || id == 39 || id == 40) is(NumberStyle::Kind::decimal, 2, 1);
    else if (id == 9) is(NumberStyle::Kind::percent, 0, 1);
    else if (id == 10) is(NumberStyle::Kind::percent, 2, 1);
    else if (id == 22) is(NumberStyle::Kind::date_time);
    else if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 ||
             (id >= 50 && id <= 54) || id == 57 || id == 58) is(NumberStyle::Kind::date);
    else if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ||
             id == 55 || id == 56) is(NumberStyle::Kind::time);
    return style;
}

std::string shown_number(std::string_view stored, const NumberStyle& style, bool epoch_1904) {
    double value = 0;
    const auto read = std::from_chars(stored.data(), stored.data() + stored.size(), value);
    if (read.ec != std::errc() || read.ptr != stored.data() + stored.size() || !std::isfinite(value))
        return std::string(stored);
    const bool all_digits = stored.find_first_not_of("0123456789") == std::string_view::npos;
    switch (style.kind) {
        case NumberStyle::Kind::general:
            return all_digits ? std::string(stored) : plain_number(value);
        case NumberStyle::Kind::percent:
            return style.prefix + decimal_text(value * 100, style) + "%" + style.suffix;
        case NumberStyle::Kind::decimal:
            if (all_digits && style.decimals == 0 &&
                stored.size() >= static_cast<std::size_t>(style.digits_min))
                return style.prefix + std::string(stored) + style.suffix;
            return style.prefix + decimal_text(value, style) + style.suffix;
        default:
            return date_text_of(value, style.kind, epoch_1904).value_or(plain_number(value));
    }
}

}  // namespace jianghui::imports
