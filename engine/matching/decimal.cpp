#include "engine/matching/decimal.hpp"

#include <algorithm>
#include <charconv>

namespace jianghui::matching {
namespace {

constexpr int digits_max = 30;

constexpr Wide ten_to(int power) { return power == 0 ? 1 : 10 * ten_to(power - 1); }
constexpr Wide least_too_long = ten_to(digits_max);

bool is_digit(char letter) { return '0' <= letter && letter <= '9'; }

/// Takes the digits at the front; false when there are too many that count.
bool take_digits(std::string_view& text, Wide& digits, int& count) {
    for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1), ++count) {
        digits = digits * 10 + (text.front() - '0');
        if (digits >= least_too_long) return false;
    }
    return true;
}

/// Takes "e-3" at the front; false when it has not that form.
bool take_exponent(std::string_view& text, int& exponent) {
    if (text.empty() || (text.front() != 'e' && text.front() != 'E')) return true;
    text.remove_prefix(1);
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
        if (text.empty() || !is_digit(text.front())) return false;
    }
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (fault != std::errc{} || exponent < -400 || exponent > 400) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    Decimal read;
    const bool negative = !text.empty() && text.front() == '-';
    if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
    int whole = 0;
    int fraction = 0;
    int exponent = 0;
    if (!take_digits(text, read.digits, whole)) return std::nullopt;
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        // Zeros at the end of the fraction say nothing.
        auto end = text.find_first_not_of("0123456789");
        if (end == std::string_view::npos) end = text.size();
        auto last = end;
        while (last > 0 && text[last - 1] == '0') --last;
        auto counted = text.substr(0, last);
        if (!take_digits(counted, read.digits, fraction)) return std::nullopt;
        if (end == 0) return std::nullopt;
        whole += static_cast<int>(std::min<std::size_t>(end, 1));
        text.remove_prefix(end);
    }
    if (whole == 0 || !take_exponent(text, exponent) || !text.empty()) return std::nullopt;
    read.places = fraction - exponent;
    if (read.digits == 0) return Decimal{};
    while (read.places < 0) {
        read.digits *= 10;
        if (read.digits >= least_too_long) return std::nullopt;
        ++read.places;
    }
    while (read.places > 0 && read.digits % 10 == 0) {
        read.digits /= 10;
        --read.places;
    }
    if (read.places > digits_max) return std::nullopt;
    if (negative) read.digits = -read.digits;
    return read;
}

std::optional<Wide> Decimal::at(int more_places) const {
    Wide scaled = digits;
    for (int place = places; place < more_places; ++place) {
        scaled *= 10;
        if (scaled >= least_too_long || scaled <= -least_too_long) return std::nullopt;
    }
    return scaled;
}

std::string decimal_text(Wide digits, int places) {
    const bool negative = digits < 0;
    if (negative) digits = -digits;
    while (places > 0 && digits % 10 == 0) {
        digits /= 10;
        --places;
    }
    std::string backwards;
    for (int written = 0; digits > 0 || written <= places; ++written) {
        if (written == places && places > 0) backwards += '.';
        backwards += static_cast<char>('0' + static_cast<int>(digits % 10));
        digits /= 10;
    }
    if (negative) backwards += '-';
    std::reverse(backwards.begin(), backwards.end());
    return backwards;
}

}  // namespace jianghui::matching
