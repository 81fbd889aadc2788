#pragma once
// Reads pay as people write it: "6-8千", "3.5-6万", "15-25万/年", "200-300元/天", "8千-1.2万·13薪",
// "4.5千及以下", "面议", "三千到五千", "按件 0.5元/件".

#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/enum.hpp>

#include "features/imports/fault.hpp"

namespace jianghui::imports {

/// What pay is counted by. Yearly pay is turned into monthly, see Salary::note.
enum class PayUnit { month, day, hour, piece };
BOOST_DESCRIBE_ENUM(PayUnit, month, day, hour, piece)

/// Pay as understood. Nothing is invented: an open end stays empty.
struct Salary {
    bool given = false;              ///< false: the cell was empty
    bool negotiable = false;         ///< 面议, with or without amounts
    bool approximate = false;        ///< 左右, 约
    std::optional<Fen> min;          ///< per unit
    std::optional<Fen> max;          ///< per unit; equal to `min` for a single amount
    PayUnit unit = PayUnit::month;
    int months_per_year = 12;        ///< monthly wages in a year: 13 for 13薪
    Text note;                       ///< arithmetic done or conventions used; empty when none
    std::string remark;              ///< words that go with the pay: "+提成", "包吃住"
    bool operator==(const Salary&) const = default;
};

/// What the column's header says about every cell of it, e.g. 薪资(千元/月) or 日薪.
struct SalaryHint {
    enum class Unit { none, month, day, hour, piece, year };
    Unit unit = Unit::none;
    std::int64_t scale = 1;  ///< yuan that one written unit means: 1, 1000 or 10000
};
/// Reads unit and scale from a header; nothing found gives the default.
[[nodiscard]] SalaryHint salary_hint(std::string_view header);

/// Reads one cell. Conventions, each noted where used: without a scale the first amount of a range
/// takes the second's (6-8千), unless it is plainly in yuan (8000-1万); without a unit, amounts in
/// 千 or 万 and amounts of 1,000 yuan and more are monthly; yearly pay is divided by the wages of a
/// year (12, or the number before 薪), rounded half up to the fen. Rejects with salary_unreadable,
/// salary_unit_missing, salary_reversed and salary_out_of_range. O(text).
[[nodiscard]] Cell<Salary> parse_salary(std::string_view text, const SalaryHint& hint = {});

/// A spelling that parse_salary reads back as the same amounts, unit, months and negotiability.
[[nodiscard]] std::string salary_text(const Salary& salary);

}  // namespace jianghui::imports
