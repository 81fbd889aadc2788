#include "engine/base/code.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "engine/base/utf8.hpp"

namespace jianghui {
namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

/// The 31 characters of GB 32100-2015: no I, O, S, V, Z. Their order is their value.
constexpr std::string_view credit_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t credit_length = 18;
constexpr std::size_t identity_length = 18;
/// ISO 7064 MOD 11-2: what the remainder of the weighted sum asks for as 18th character.
constexpr std::string_view identity_check_characters = "10X98765432";

/// First two digits of identity numbers: the provinces of GB/T 2260, 71 Taiwan, and 81, 82, 83 of
/// residence permits for people from Hong Kong, Macau and Taiwan.
bool is_issuing_region(std::string_view two_digits) {
    constexpr std::string_view regions =
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 "
        "65 71 81 82 83";
    return regions.find(two_digits) != std::string_view::npos;
}

/// Municipalities have no prefecture level: their districts stand where cities stand elsewhere.
bool is_in_municipality(std::string_view place) {
    const auto province = place.substr(0, 2);
    return province == "11" || province == "12" || province == "31" || province == "50";
}

/// Levenshtein distance in code points; gives up with `most` + 1 once it must exceed `most`.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b, std::size_t most) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
        if (*std::min_element(row.begin(), row.end()) > most) return most + 1;
    }
    return row.back();
}

}  // namespace

bool has_form(const PlaceCode& code) {
    return code.text.size() == 6 && all_digits(code.text) && code.text[0] != '0';
}

bool has_form(const OccupationCode& code) {
    const std::string& text = code.text;
    if (text.empty() || text.size() > 10 || text.size() % 3 != 1) return false;
    if (text[0] < '1' || text[0] > '8') return false;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (i % 3 == 1 ? text[i] != '-' : !is_digit(text[i])) return false;
    return true;
}

bool has_form(const IndustryCode& code) {
    const std::string& text = code.text;
    if (text.empty() || text.size() > 5 || text.size() == 2) return false;
    return text[0] >= 'A' && text[0] <= 'T' && all_digits(std::string_view(text).substr(1));
}

bool has_form(const CreditCode& code) {
    const std::string_view text = code.text;
    return text.size() == credit_length && all_digits(text.substr(2, 6)) &&
           text.find_first_not_of(credit_alphabet) == std::string_view::npos;
}

PlaceCode city_of(const PlaceCode& place) {
    const std::string& text = place.text;
    if (text.size() != 6 || text.compare(4, 2, "00") == 0) return place;
    if (is_in_municipality(text) || text.compare(2, 2, "90") == 0) return place;
    return {text.substr(0, 4) + "00"};
}

std::pair<PlaceCode, PlaceCode> codes_within(const PlaceCode& place) {
    const std::string& text = place.text;
    if (text.size() != 6 || text.compare(4, 2, "00") != 0) return {place, place};
    const std::size_t stem = text.compare(2, 4, "0000") == 0 ? 2 : 4;
    return {place, {text.substr(0, stem) + std::string(6 - stem, '9')}};
}

bool within(const PlaceCode& inner, const PlaceCode& outer) {
    if (inner == outer) return true;
    if (inner.text.size() != 6 || outer.text.size() != 6) return false;
    const auto [first, last] = codes_within(outer);
    return first <= inner && inner <= last;
}

char identity_check_character(std::string_view first_17) {
    constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (first_17[i] - '0');
    return identity_check_characters[static_cast<std::size_t>(sum % 11)];
}

bool credit_code_checks(std::string_view code) {
    if (code.size() != credit_length) return false;
    std::size_t sum = 0;
    std::size_t weight = 1;  // 3^i mod 31
    for (std::size_t i = 0; i + 1 < credit_length; ++i, weight = weight * 3 % 31) {
        const auto value = credit_alphabet.find(code[i]);
        if (value == std::string_view::npos) return false;
        sum += value * weight;
    }
    return code.back() == credit_alphabet[(31 - sum % 31) % 31];
}

std::optional<IdentityNumber> parse_identity_number(std::string_view input, Date today) {
    IdentityNumber number;
    number.text = half_width(input);
    std::string& text = number.text;
    if (text.size() != identity_length) return std::nullopt;
    if (text.back() == 'x') text.back() = 'X';
    const std::string_view first_17 = std::string_view(text).substr(0, 17);
    if (!all_digits(first_17) || !is_issuing_region(first_17.substr(0, 2))) return std::nullopt;
    const auto born =
        parse_date(text.substr(6, 4) + "-" + text.substr(10, 2) + "-" + text.substr(12, 2));
    if (!born || std::chrono::sys_days(*born) > std::chrono::sys_days(today) ||
        age_on(*born, today) > 130)
        return std::nullopt;
    if (text.back() != identity_check_character(first_17)) return std::nullopt;
    number.born = *born;
    number.female = (text[16] - '0') % 2 == 0;
    return number;
}

bool is_mobile_number(std::string_view text) {
    return text.size() == 11 && all_digits(text) && text[0] == '1' && text[1] >= '3';
}

std::string upper_case(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::string normal_code(std::string_view typed) {
    std::string code = upper_case(half_width(typed));
    std::erase_if(code, [](char c) { return c == ' ' || c == '-'; });
    return code;
}

std::string half_width(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) {
        const std::string_view before = utf8;
        const auto c = take_code_point(utf8);
        if (c && *c >= 0xFF01 && *c <= 0xFF5E) {
            out.push_back(static_cast<char>(*c - 0xFF01 + 0x21));
        } else if (c && (*c == 0x3000 || *c == 0xA0 || *c == 0xFEFF)) {
            out.push_back(' ');
        } else {
            out.append(before.substr(0, before.size() - utf8.size()));
        }
    }
    constexpr std::string_view white = " \t\r\n";
    const auto first = out.find_first_not_of(white);
    if (first == std::string::npos) return {};
    return out.substr(first, out.find_last_not_of(white) - first + 1);
}

std::optional<std::size_t> code_points(std::string_view utf8) {
    std::size_t count = 0;
    for (; !utf8.empty(); ++count) {
        if (static_cast<unsigned char>(utf8.front()) < 0x80) {
            utf8.remove_prefix(1);
        } else if (!take_code_point(utf8)) {
            return std::nullopt;
        }
    }
    return count;
}

std::vector<std::string> nearest(std::string_view input, const std::vector<std::string>& candidates,
                                 std::size_t count) {
    struct Ranked {
        std::size_t distance;
        std::size_t index;
    };
    const auto wanted = decode_utf8(input);
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto candidate = decode_utf8(candidates[i]);
        const std::size_t longer = std::max(wanted.size(), candidate.size());
        const std::size_t shorter = std::min(wanted.size(), candidate.size());
        const std::size_t most = longer / 2;
        // The distance is at least the difference in length: long hostile input costs nothing.
        if (longer - shorter > most) continue;
        const std::size_t distance = edit_distance(wanted, candidate, most);
        if (distance <= most) ranked.push_back({distance, i});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked& a, const Ranked& b) { return a.distance < b.distance; });
    std::vector<std::string> found;
    for (std::size_t i = 0; i < ranked.size() && i < count; ++i)
        found.push_back(candidates[ranked[i].index]);
    return found;
}

}  // namespace jianghui
