#include "features/imports/salary.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/base/utf8.hpp"
#include "features/imports/amount.hpp"

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
constexpr int months_max = 24;
constexpr std::size_t text_bytes_max = 400;

const std::vector<std::string>& examples() {
    static const std::vector<std::string> list{"6000-8000元/月", "6-8千", "15-25万/年", "200元/天",
                                               "20元/小时",      "0.5元/件", "面议"};
    return list;
}

/// Text that is taken apart word by word; what was taken leaves a blank.
class Words {
  public:
    explicit Words(std::u32string text) : text_(std::move(text)) {}

    [[nodiscard]] const std::u32string& text() const { return text_; }
    [[nodiscard]] bool has(std::u32string_view word) const {
        return text_.find(word) != std::u32string::npos;
    }
    /// Takes every occurrence of the word.
    bool take(std::u32string_view word) {
        bool found = false;
        for (auto at = text_.find(word); at != std::u32string::npos; at = text_.find(word, at)) {
            text_.replace(at, word.size(), 1, U' ');
            found = true;
        }
        return found;
    }
    template <std::size_t N>
    bool take_any(const std::array<std::u32string_view, N>& words) {
        bool found = false;
        for (const auto word : words) found = take(word) || found;
        return found;
    }
    void replace(std::u32string_view word, std::u32string_view by) {
        for (auto at = text_.find(word); at != std::u32string::npos;
             at = text_.find(word, at + by.size()))
            text_.replace(at, word.size(), by);
    }
    /// Takes `count` characters from `at`, and gives them back.
    std::u32string cut(std::size_t at, std::size_t count) {
        auto out = text_.substr(at, count);
        text_.replace(at, count, 1, U' ');
        return out;
    }
    /// Leaves blanks only where they separate two numbers.
    void close_gaps() {
        std::u32string out;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (text_[i] != U' ') {
                out += text_[i];
                continue;
            }
            const auto next = text_.find_first_not_of(U' ', i);
            if (next == std::u32string::npos) break;
            const auto digit = [](char32_t c) { return (c >= U'0' && c <= U'9') || c == U'.'; };
            if (!out.empty() && digit(out.back()) && digit(text_[next])) out += U' ';
            i = next - 1;
        }
        text_ = std::move(out);
    }

  private:
    std::u32string text_;
};

std::u32string normalised(std::string_view text) {
    std::u32string out;
    const std::u32string raw = decode_utf8(half_width(text));
    for (std::size_t i = 0; i < raw.size(); ++i) {
        char32_t c = raw[i];
        const char32_t next = i + 1 < raw.size() ? raw[i + 1] : U' ';
        if (c >= U'A' && c <= U'Z') c = c - U'A' + U'a';
        if (c == U'\t' || c == U'\n' || c == U'\r' || c == 0x2009 || c == 0x202F) c = U' ';
        constexpr std::u32string_view dashes = U"–—―－−~～〜﹣‐‑‒至到";
        constexpr std::u32string_view not_dashes = U"少多手";  // 至少, 至多, 到手
        if (dashes.find(c) != std::u32string_view::npos &&
            not_dashes.find(next) == std::u32string_view::npos)
            c = U'-';
        constexpr std::u32string_view dots = U"·•・‧∙⋅×✕";
        if (dots.find(c) != std::u32string_view::npos) c = U'*';
        if (c == U'，' || c == U'；' || c == U'、' || c == U'。' || c == U';') c = U',';
        if (c == U'／') c = U'/';
        if (c == U'【' || c == U'[') c = U'(';
        if (c == U'】' || c == U']') c = U')';
        if (c == U'块' || c == U'圆' || c == U'圓') c = U'元';
        if (c == U'仟') c = U'千';
        if (c == U'萬') c = U'万';
        if (!out.empty() && c == U'-' && out.back() == U'-') continue;
        out += c;
    }
    return out;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Takes commas out of 12,000 and 1,200,000.
void close_thousands(Words& words) {
    std::u32string out;
    const auto& text = words.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digits_after = [&] {
            std::size_t n = 0;
            while (i + 1 + n < text.size() && is_digit(text[i + 1 + n])) ++n;
            return n;
        };
        if (text[i] == U',' && i > 0 && is_digit(text[i - 1]) && digits_after() == 3) continue;
        out += text[i];
    }
    words = Words(std::move(out));
}

/// "13薪", "十三薪", "*13", "双薪". Nothing when the number is not one of months.
void take_months(Words& words, Salary& salary) {
    constexpr std::array<std::u32string_view, 3> twice{U"年底双薪", U"年终双薪", U"双薪"};
    if (words.take_any(twice)) salary.months_per_year = 13;
    for (int months = 12; months <= months_max; ++months) {
        const auto digits = decode_utf8(fmt::format("{}", months));
        constexpr std::u32string_view numerals = U"二三四五六七八九";
        std::u32string spoken = U"十";
        if (months < 20) spoken += numerals[static_cast<std::size_t>(months - 12)];
        const std::u32string signs = U"*x.,. 万千kw元月)";
        for (const auto& word : {digits + U"薪", digits + U"个月", digits, spoken + U"薪"}) {
            const auto at = words.text().rfind(word);
            if (at == std::u32string::npos) continue;
            const bool bare = word == digits;
            if (word == spoken + U"薪" && months >= 20) continue;
            if (at > 0) {
                const char32_t before = words.text()[at - 1];
                if (bare && before != U'*' && before != U'x') continue;
                if (signs.find(before) == std::u32string::npos) continue;
            } else if (bare) {
                continue;
            }
            if (bare && at + word.size() != words.text().size()) continue;
            if (word == digits + U"个月" && (at == 0 || words.text()[at - 1] != U'*')) continue;
            words.cut(at, word.size());
            salary.months_per_year = months;
            words.take(U"*");
            return;
        }
    }
}

bool take_negotiable(Words& words) {
    constexpr std::array<std::u32string_view, 12> spellings{
        U"工资面议", U"薪资面议", U"薪酬面议", U"待遇面议", U"具体面议", U"面议",
        U"面谈",     U"待议",     U"另议",     U"详谈",     U"协商",     U"negotiable"};
    return words.take_any(spellings);
}

struct UnitWord {
    std::u32string_view word;
    Unit unit;
};
/// Longer words first: "/month" must not be taken as "/m".
constexpr UnitWord unit_words[] = {
    {U"/个月", Unit::month},  {U"/month", Unit::month},   {U"monthly", Unit::month},
    {U"/月", Unit::month},    {U"/mo", Unit::month},      {U"月薪", Unit::month},
    {U"月工资", Unit::month}, {U"月收入", Unit::month},   {U"按月", Unit::month},
    {U"/day", Unit::day},     {U"daily", Unit::day},      {U"/天", Unit::day},
    {U"/日", Unit::day},      {U"日薪", Unit::day},       {U"日工资", Unit::day},
    {U"按天", Unit::day},     {U"按日", Unit::day},       {U"/工作日", Unit::day},
    {U"/小时", Unit::hour},   {U"/个小时", Unit::hour},   {U"/hour", Unit::hour},
    {U"hourly", Unit::hour},  {U"/hr", Unit::hour},       {U"/钟头", Unit::hour},
    {U"/时", Unit::hour},     {U"时薪", Unit::hour},      {U"按小时", Unit::hour},
    {U"小时工", Unit::hour},  {U"/year", Unit::year},     {U"yearly", Unit::year},
    {U"annually", Unit::year}, {U"/annum", Unit::year},   {U"p.a.", Unit::year},
    {U"/年", Unit::year},     {U"年薪", Unit::year},      {U"年收入", Unit::year},
    {U"按年", Unit::year},    {U"/piece", Unit::piece},   {U"/pcs", Unit::piece},
    {U"/pc", Unit::piece},    {U"/件", Unit::piece},      {U"/个", Unit::piece},
    {U"/单", Unit::piece},    {U"/台", Unit::piece},      {U"/套", Unit::piece},
    {U"/吨", Unit::piece},    {U"/斤", Unit::piece},      {U"/亩", Unit::piece},
    {U"/张", Unit::piece},    {U"/箱", Unit::piece},      {U"/票", Unit::piece},
    {U"/次", Unit::piece},    {U"/米", Unit::piece},      {U"/平方", Unit::piece},
    {U"按件", Unit::piece},   {U"计件", Unit::piece},     {U"件薪", Unit::piece},
    {U"/h", Unit::hour},      {U"/d", Unit::day},         {U"/m", Unit::month},
    {U"/y", Unit::year}};

/// The units that the text names, each once.
std::vector<Unit> take_units(Words& words) {
    constexpr std::pair<std::u32string_view, std::u32string_view> rewritten[] = {
        {U"/ ", U"/"},      {U" /", U"/"},     {U"元每", U"/"},       {U"每", U"/"},
        {U"per ", U"/"},    {U"per", U"/"},    {U"一个月", U"/月"},   {U"一天", U"/天"},
        {U"一小时", U"/小时"}, {U"一年", U"/年"}, {U"一件", U"/件"},  {U"a month", U"/month"},
        {U"an hour", U"/hour"}, {U"a day", U"/day"}, {U"a year", U"/year"}, {U"//", U"/"}};
    for (const auto& [from, to] : rewritten) words.replace(from, to);
    words.take(U"/人");
    std::vector<Unit> found;
    for (const auto& [word, unit] : unit_words)
        if (words.take(word) && std::find(found.begin(), found.end(), unit) == found.end())
            found.push_back(unit);
    return found;
}

struct Bounds {
    bool above = false;  ///< 以上
    bool below = false;  ///< 以下
};

Bounds take_bounds(Words& words, Salary& salary) {
    constexpr std::array<std::u32string_view, 9> above{U"及以上", U"以上", U"不低于", U"至少",
                                                       U"最低", U"起步", U"起", U"from", U"atleast"};
    constexpr std::array<std::u32string_view, 8> below{U"及以下", U"以下", U"以内", U"不超过",
                                                       U"不高于", U"最高", U"至多", U"upto"};
    constexpr std::array<std::u32string_view, 5> about{U"左右", U"上下", U"大约", U"大概", U"约"};
    words.replace(U"at least", U"atleast");
    words.replace(U"up to", U"upto");
    Bounds bounds;
    bounds.above = words.take_any(above);
    bounds.below = words.take_any(below);
    salary.approximate = words.take_any(about);
    return bounds;
}

void add_remark(Salary& salary, std::u32string_view words) {
    const auto first = words.find_first_not_of(U" ,");
    if (first == std::u32string_view::npos) return;
    words = words.substr(first, words.find_last_not_of(U" ,") - first + 1);
    if (!salary.remark.empty()) salary.remark += "；";
    salary.remark += encode_utf8(words);
}

bool has_digits(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

/// "(税前)" becomes a remark; "(元/月)" and "(6-8千)" stay.
void take_parentheses(Words& words, Salary& salary) {
    while (true) {
        const auto open = words.text().find(U'(');
        if (open == std::u32string::npos) break;
        const auto close = std::min(words.text().find(U')', open), words.text().size() - 1);
        const auto inside = words.text().substr(open + 1, close - open - 1);
        const bool keep = has_digits(inside) || inside.find(U'/') != std::u32string::npos ||
                          inside.find(U"每") != std::u32string::npos;
        if (keep) {
            words.replace(U"(", U" ");
            words.replace(U")", U" ");
            break;
        }
        add_remark(salary, words.cut(open, close - open + 1));
    }
}

/// "+" at the end means "or more"; "+提成" is a remark. False when a second amount follows.
bool take_plus(Words& words, Salary& salary, Bounds& bounds) {
    const auto plus = words.text().find(U'+');
    if (plus == std::u32string::npos) return true;
    const auto extra = words.cut(plus, words.text().size() - plus);
    if (extra.find_first_not_of(U"+ 元") != std::u32string::npos) add_remark(salary, extra);
    bounds.above = true;
    return true;
}

/// Words that say nothing about amount or unit.
void take_noise(Words& words, Salary& salary) {
    constexpr std::array<std::u32string_view, 12> told{U"税前", U"税后", U"包吃住", U"包吃", U"包住",
                                                       U"五险一金", U"五险", U"日结", U"月结",
                                                       U"周结", U"保底", U"提成另算"};
    for (const auto word : told)
        if (words.take(word)) add_remark(salary, word);
    constexpr std::array<std::u32string_view, 22> silent{
        U"人民币", U"rmb", U"cny", U"¥", U"￥", U"基本工资", U"综合工资", U"底薪", U"综合", U"到手",
        U"工资",   U"薪资", U"薪酬", U"薪水", U"待遇", U"收入", U"薪", U":", U"：", U"元", U"在", U"为"};
    words.take_any(silent);
    // Remarks after a comma: "5000元/月,包吃住".
    while (true) {
        const auto comma = words.text().find(U',');
        if (comma == std::u32string::npos) break;
        const bool amounts_before = has_digits(words.text().substr(0, comma));
        const auto after = words.text().substr(comma + 1);
        if (has_digits(after) && amounts_before) return;  // two amounts: unreadable
        if (amounts_before) {
            add_remark(salary, words.cut(comma, words.text().size() - comma));
        } else {
            add_remark(salary, words.cut(0, comma + 1));
        }
    }
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
void settle(Salary& salary, const Range& range, Unit unit, const Bounds& bounds) {
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

Cell<Salary> read_amounts(Words& words, std::string_view text, const SalaryHint& hint,
                          Salary salary, std::vector<Unit> units, const Bounds& bounds) {
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
    Words words(normalised(header));
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
    Words words(normalised(text));
    const auto blank = [&] {
        return words.text().find_first_not_of(U" -/,*") == std::u32string::npos;
    };
    if (blank() || words.text() == U"无" || words.text() == U"暂无") return salary;
    salary.given = true;
    close_thousands(words);
    take_months(words, salary);
    salary.negotiable = take_negotiable(words);
    take_parentheses(words, salary);
    Bounds plus;
    auto units = take_units(words);
    take_plus(words, salary, plus);
    Bounds bounds = take_bounds(words, salary);
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
