#include "features/imports/salary.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/base/utf8.hpp"
#include "features/imports/amount.hpp"
#include "features/imports/pay_words.hpp"

namespace jianghui::imports {
namespace {

using Unit = SalaryHint::Unit;

// What makes an amount implausible per unit, in yuan: a slip of a zero or of 千 and 万, not a rule.
constexpr std::int64_t month_yuan_max = 1'000'000;
constexpr std::int64_t day_yuan_max = 50'000;
constexpr std::int64_t hour_yuan_max = 10'000;
constexpr std::int64_t piece_yuan_max = 100'000;
// Without a unit: from here on an amount is monthly pay …
constexpr std::int64_t month_yuan_plain = 1'000;
// … and from here on it may as well be yearly, so that it must be said.
constexpr std::int64_t month_yuan_doubtful = 100'000;
constexpr std::size_t text_bytes_max = 400;

const std::vector<std::string>& examples() {
    static const std::vector<std::string> list{"6000-8000元/月", "6-8千", "15-25万/年", "200元/天",
                                               "20元/小时",      "0.5元/件", "面议"};
    return list;
}

struct Range {
    std::int64_t low_fen = 0;
    std::int64_t high_fen = 0;
    bool scaled = false;
    bool single = true;
};

/// The scale of the last amount as spelt, e.g. 1000 for 8千: for ranges that say it once.
std::int64_t last_scale(std::u32string_view text) {
    for (auto at = text.size(); at-- > 0;) {
        if (text[at] == U'万' || text[at] == U'w') return 10'000;
        if (text[at] == U'千' || text[at] == U'k') return 1'000;
        if (text[at] == U'-') break;
    }
    return 1;
}

std::optional<Range> read_range(std::u32string_view text, std::int64_t header_scale) {
    const std::int64_t written_scale = last_scale(text);
    std::u32string_view rest = text;
    auto low = take_amount(rest);
    if (!low) return std::nullopt;
    Range range;
    range.scaled = low->scaled;
    if (rest.empty()) {
        if (!low->scaled) low->fen *= header_scale;
        range.low_fen = range.high_fen = low->fen;
        return range;
    }
    if (rest.front() != U'-') return std::nullopt;
    rest.remove_prefix(1);
    auto high = take_amount(rest);
    if (!high || !rest.empty()) return std::nullopt;
    range.single = false;
    range.scaled = low->scaled || high->scaled;
    if (!high->scaled && low->scaled) return std::nullopt;  // 6千-8: says neither 8千 nor 8 yuan
    if (!low->scaled && high->scaled) {
        // 6-8千 shares the scale; 8000-1万 is in yuan already.
        const std::int64_t shared = low->fen * written_scale;
        const bool reversed = shared > high->fen && shared <= 3 * high->fen;  // 8-6千
        if (shared <= high->fen || reversed) low->fen = shared;
        else if (low->fen < month_yuan_plain * 100) return std::nullopt;  // 8-1万
    }
    if (!range.scaled) {
        low->fen *= header_scale;
        high->fen *= header_scale;
    }
    range.low_fen = low->fen;
    range.high_fen = high->fen;
    return range;
}

std::int64_t yuan_max(Unit unit) {
    switch (unit) {
        case Unit::day: return day_yuan_max;
        case Unit::hour: return hour_yuan_max;
        case Unit::piece: return piece_yuan_max;
        case Unit::year: return month_yuan_max * 12;
        default: return month_yuan_max;
    }
}

/// The unit by convention, when neither cell nor header names one; none when it must be said.
Unit conventional_unit(const Range& range) {
    const auto yuan = range.low_fen / 100;
    if (range.high_fen / 100 >= month_yuan_doubtful) return Unit::none;
    if (range.scaled || yuan >= month_yuan_plain) return Unit::month;
    return Unit::none;
}

/// The spelling with the units that such an amount may have.
std::vector<std::string> with_units(const std::string& text, const Range& range) {
    const auto yuan = range.high_fen / 100;
    if (yuan >= month_yuan_doubtful) return {text + "/年", text + "/月"};
    if (yuan < 100) return {text + "千/月", text + "元/小时", text + "元/件"};
    return {text + "元/天", text + "元/小时", text + "元/件"};
}

void add_note(Salary& salary, Text note) {
    salary.note.zh += salary.note.zh.empty() ? note.zh : " " + note.zh;
    salary.note.en += salary.note.en.empty() ? note.en : " " + note.en;
}

/// Sets amounts and unit; yearly pay becomes monthly.
void settle(Salary& salary, const Range& range, Unit unit, const PayBounds& bounds) {
    Fen low{range.low_fen};
    Fen high{range.high_fen};
    if (unit == Unit::year) {
        const int months = salary.months_per_year;
        const Fen monthly = multiply(low, 1, months);
        add_note(salary, {fmt::format("年薪 {} 元 ÷ {} = 每月 {} 元。", yuan_text(low), months,
                                      yuan_text(monthly)),
                          fmt::format("Yearly {} yuan ÷ {} = {} yuan a month.", yuan_text(low),
                                      months, yuan_text(monthly))});
        low = monthly;
        high = multiply(high, 1, months);
    }
    salary.unit = unit == Unit::day     ? PayUnit::day
                  : unit == Unit::hour  ? PayUnit::hour
                  : unit == Unit::piece ? PayUnit::piece
                                        : PayUnit::month;
    if (!(bounds.below && range.single)) salary.min = low;
    if (!bounds.above) salary.max = high;
}

Cell<Salary> read_amounts(PayWords& words, std::string_view text, const SalaryHint& hint,
                          Salary salary, std::vector<Unit> units, const PayBounds& bounds) {
    if (units.size() > 1) return reject(salary_unreadable, text, examples());
    Unit unit = units.empty() ? hint.unit : units.front();
    const auto range = read_range(words.text(), hint.scale);
    if (!range || (bounds.above && bounds.below))
        return reject(salary_unreadable, text, examples());
    if (range->low_fen > range->high_fen) {
        return reject(salary_reversed, text,
                      {fmt::format("{}-{}元", range->high_fen / 100, range->low_fen / 100)});
    }
    if (range->high_fen == 0) return reject(salary_out_of_range, text, examples());
    if (unit == Unit::none) {
        unit = conventional_unit(*range);
        if (unit == Unit::none)
            return reject(salary_unit_missing, text, with_units(std::string(text), *range));
        add_note(salary, {"没有写单位，按月薪理解。", "No unit was given; read as monthly pay."});
    }
    if (range->high_fen / 100 > yuan_max(unit))
        return reject(salary_out_of_range, text, examples());
    settle(salary, *range, unit, bounds);
    return salary;
}

}  // namespace

SalaryHint salary_hint(std::string_view header) {
    SalaryHint hint;
    PayWords words = pay_words(header);
    if (words.has(U"千元") || words.has(U"(千") || words.has(U"k)")) hint.scale = 1'000;
    if (words.has(U"万元") || words.has(U"(万") || words.has(U"w)")) hint.scale = 10'000;
    const auto units = take_units(words);
    if (units.size() == 1) hint.unit = units.front();
    return hint;
}

Cell<Salary> parse_salary(std::string_view text, const SalaryHint& hint) {
    Salary salary;
    if (text.size() > text_bytes_max || !code_points(text))
        return reject(salary_unreadable, text, examples());
    PayWords words = pay_words(text);
    const auto blank = [&] {
        return words.text().find_first_not_of(U" -/,*") == std::u32string::npos;
    };
    if (blank() || words.text() == U"无" || words.text() == U"暂无") return salary;
    salary.given = true;
    close_thousands(words);
    take_months(words, salary);
    salary.negotiable = take_negotiable(words);
    take_parentheses(words, salary);
    PayBounds plus;
    auto units = take_units(words);
    take_plus(words, salary, plus);
    PayBounds bounds = take_bounds(words, salary);
    bounds.above = bounds.above || plus.above;
    take_noise(words, salary);
    words.close_gaps();
    if (blank()) {
        // 面议 alone, or 计件 without an amount: nothing is invented.
        const bool piece_only = units.size() == 1 && units.front() == Unit::piece;
        if (piece_only) salary.unit = PayUnit::piece;
        if (salary.negotiable || piece_only) return salary;
        return reject(salary_unreadable, text, examples());
    }
    return read_amounts(words, text, hint, std::move(salary), std::move(units), bounds);
}

std::string salary_text(const Salary& salary) {
    if (!salary.given) return "";
    const auto plain = [](Fen amount) {
        return amount.value % 100 == 0 ? fmt::format("{}", amount.value / 100)
                                       : fmt::format("{}.{:02}", amount.value / 100,
                                                     amount.value % 100);
    };
    std::string out;
    if (salary.min && salary.max) {
        out = *salary.min == *salary.max ? plain(*salary.min)
                                         : plain(*salary.min) + "-" + plain(*salary.max);
    } else if (salary.min) {
        out = plain(*salary.min);
    } else if (salary.max) {
        out = plain(*salary.max);
    }
    if (!out.empty()) {
        constexpr std::array<std::string_view, 4> units{"元/月", "元/天", "元/小时", "元/件"};
        out += units[static_cast<std::size_t>(salary.unit)];
        if (salary.min && !salary.max) out += "以上";
        if (salary.max && !salary.min) out += "以下";
        if (salary.approximate) out += "左右";
        if (salary.months_per_year != 12) out += fmt::format("·{}薪", salary.months_per_year);
    }
    if (out.empty() && salary.unit == PayUnit::piece) out = "计件";
    if (salary.negotiable) out += out.empty() ? "面议" : "，面议";
    return out;
}

}  // namespace jianghui::imports
