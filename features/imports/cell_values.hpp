#pragma once
// Reads the cells of a list as people fill them in: numbers, dates, education, experience, shifts,
// lists. An empty cell gives an empty optional; what cannot be read is rejected with what would have
// been accepted.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include "features/imports/fault.hpp"

namespace jianghui::imports {

/// Limits of a whole number.
struct NumberRange {
    std::int64_t min = 0;
    std::int64_t max = 0;
};
/// A whole number with or without its counter: 20, 20人, "二十", 1,200 名, 20.0 (as spreadsheets
/// keep it). Rejects with number_unreadable (also for ranges and 若干: a number is never guessed) and
/// number_out_of_range.
[[nodiscard]] Cell<std::optional<std::int64_t>> parse_number(std::string_view text,
                                                             NumberRange range);

/// A date: 2026-03-01, 2026/3/1, 2026.3.1, 20260301, 2026年3月1日, an Excel serial number of the
/// years 1955 to 2064, with or without a time of day. `today` stands for 即日起, 随时 and 立即.
/// Rejects with date_unreadable, and with date_ambiguous for a year of two digits, a month without a
/// day, or a date that begins with day or month.
[[nodiscard]] Cell<std::optional<Date>> parse_date_cell(std::string_view text, Date today);

/// Levels of education in order, as job lists name them (GB/T 4658-2006 groups them alike).
enum class Education {
    any,               ///< 不限
    primary,           ///< 小学
    junior_middle,     ///< 初中
    senior_middle,     ///< 高中
    secondary_school,  ///< 中专、中技、职高
    college,           ///< 大专、高职
    bachelor,          ///< 本科
    master,            ///< 硕士
    doctor             ///< 博士
};
BOOST_DESCRIBE_ENUM(Education, any, primary, junior_middle, senior_middle, secondary_school, college,
                    bachelor, master, doctor)
/// 本科及以上 → bachelor; 初中及以下 → any, because no education is asked for; 高中/中专 → the lower
/// one. Rejects with education_unknown.
[[nodiscard]] Cell<std::optional<Education>> parse_education(std::string_view text);

/// Years of experience asked for or had; an absent end is open.
struct Experience {
    int min_years = 0;
    std::optional<int> max_years;
    bool operator==(const Experience&) const = default;
};
/// 3-4年, 1年以上, 5年, 经验不限, 无需经验, 应届生, 半年 (counts as 0), 2年以下. Rejects with
/// experience_unreadable.
[[nodiscard]] Cell<std::optional<Experience>> parse_experience(std::string_view text);

/// A word of a closed list and its spellings; the first spelling is the usual one.
struct WordChoice {
    std::string_view code;
    std::vector<std::string_view> spellings;
};
/// The code of the choice that the text spells. Rejects with word_unknown; accepted: the first
/// spelling of every choice.
[[nodiscard]] Cell<std::optional<std::string>> parse_word(std::string_view text,
                                                          const std::vector<WordChoice>& choices);
/// 白班, 夜班, 早班, 中班, 两班倒 … → day, night, morning, afternoon, rotating.
[[nodiscard]] const std::vector<WordChoice>& shift_words();
/// 招聘, 派遣, 外包 … → recruit, dispatch, outsource …
[[nodiscard]] const std::vector<WordChoice>& order_kind_words();

/// Working hours a day in tenths: 8, 8小时, 7.5 → 75. Rejects with number_unreadable and
/// number_out_of_range (0.5 to 24 hours).
[[nodiscard]] Cell<std::optional<std::int64_t>> parse_hours_tenths(std::string_view text);

/// A single amount of money: 100, 100元, 100元/人, 1千. Rejects with number_unreadable.
[[nodiscard]] Cell<std::optional<Fen>> parse_money(std::string_view text);

/// Splits at 、 , ; / | and line ends; takes off blanks, drops empty and repeated words.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

/// For comparing: half width, lower case, without blanks, punctuation and brackets. O(n).
[[nodiscard]] std::string comparable(std::string_view text);

}  // namespace jianghui::imports
