#pragma once
// Codes that come from tables outside the program. The type says which table; the text has been
// checked for form where it entered (codec). Whether the code exists is for features/codes to say.

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/time.hpp"

namespace jianghui {

template <class Tag>
struct Code {
    std::string text;
    auto operator<=>(const Code&) const = default;
    explicit operator bool() const { return !text.empty(); }
};

/// GB/T 2260 administrative division, 6 digits: "510502" a county, "510500" a city.
using PlaceCode = Code<struct PlaceTag>;
/// 职业分类大典 2022: "6", "6-02", "6-02-06" or "6-02-06-03".
using OccupationCode = Code<struct OccupationTag>;
/// GB/T 4754-2017: "C", "C15", "C151" or "C1512".
using IndustryCode = Code<struct IndustryTag>;
/// GB 32100 unified social credit code, 18 characters.
using CreditCode = Code<struct CreditTag>;

/// Whether the text has the form of such a code (not whether the table has it).
[[nodiscard]] bool has_form(const PlaceCode& code);
[[nodiscard]] bool has_form(const OccupationCode& code);
[[nodiscard]] bool has_form(const IndustryCode& code);
/// Form only; `credit_code_check` says whether the check digit fits.
[[nodiscard]] bool has_form(const CreditCode& code);

/// The city that a place belongs to: "510502" → "510500"; a district of a municipality (Chongqing,
/// Beijing, Tianjin, Shanghai) is its own city (DESIGN section 2, domain.md 4.3), and so is a
/// county that a province administers itself (digits 3–4 "90"); a province or city is itself.
[[nodiscard]] PlaceCode city_of(const PlaceCode& place);
/// Whether `inner` is `outer` or lies within it, by the digits (province 2, city 4).
[[nodiscard]] bool within(const PlaceCode& inner, const PlaceCode& outer);

/// GB 11643: the check character of an ID number's first 17 digits. Requires 17 digits.
[[nodiscard]] char identity_check_character(std::string_view first_17);

/// GB 32100-2015: whether the 18th character is the check character of the first 17.
[[nodiscard]] bool credit_code_checks(std::string_view code);

/// The first and last code that may lie within a place: 510500 → 510500 … 510599. For ranges in SQL;
/// a code is in the range exactly when `within` says so.
[[nodiscard]] std::pair<PlaceCode, PlaceCode> codes_within(const PlaceCode& place);

/// What a resident identity number says (GB 11643-1999).
struct IdentityNumber {
    std::string text;  ///< normalised: half width, upper-case X
    Date born;
    bool female = false;
};
/// Reads an 18-character identity number: digits of a known province (71 and 81–83 included), a
/// date of birth that exists and lies within 130 years before `today`, and the ISO 7064 MOD 11-2
/// check character. Nothing otherwise. Old county codes are accepted: the number keeps the code of
/// its time of issue.
[[nodiscard]] std::optional<IdentityNumber> parse_identity_number(std::string_view text,
                                                                  Date today);

/// Whether it is a mainland mobile number: 11 digits beginning 13–19.
[[nodiscard]] bool is_mobile_number(std::string_view text);

/// Full-width ASCII to half width; ideographic and no-break spaces to space; outer white space off.
/// Bytes that are not UTF-8 stay as they are. For codes and names as people type them.
[[nodiscard]] std::string half_width(std::string_view utf8);
/// ASCII letters in upper case, all else as it is.
[[nodiscard]] std::string upper_case(std::string text);
/// A code as people type it, of any width and case, with spaces or hyphens: half width, upper case,
/// without them.
[[nodiscard]] std::string normal_code(std::string_view typed);
/// Number of Unicode code points; nothing when the text is not valid UTF-8.
[[nodiscard]] std::optional<std::size_t> code_points(std::string_view utf8);
/// Up to `count` candidates nearest to `input` by edit distance, nearest first, ties in the order
/// given; candidates farther than half of the longer length are left out. Lengths are in code
/// points. O(n · |input| · |c|), but O(n) when the input is twice as long as the candidates.
[[nodiscard]] std::vector<std::string> nearest(std::string_view input,
                                               const std::vector<std::string>& candidates,
                                               std::size_t count = 3);

}  // namespace jianghui
