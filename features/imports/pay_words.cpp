#include "features/imports/pay_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/base/utf8.hpp"
#include "features/imports/amount.hpp"

namespace jianghui::imports {
namespace {

using Unit = SalaryHint::Unit;

constexpr int months_max = 24;

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

}  // namespace

PayWords pay_words(std::string_view text) {
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
    return PayWords(std::move(out));
}

void close_thousands(PayWords& words) {
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
    words = PayWords(std::move(out));
}

void take_months(PayWords& words, Salary& salary) {
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

bool take_negotiable(PayWords& words) {
    constexpr std::array<std::u32string_view, 12> spellings{
        U"工资面议", U"薪资面议", U"薪酬面议", U"待遇面议", U"具体面议", U"面议",
        U"面谈",     U"待议",     U"另议",     U"详谈",     U"协商",     U"negotiable"};
    return words.take_any(spellings);
}

std::vector<Unit> take_units(PayWords& words) {
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

PayBounds take_bounds(PayWords& words, Salary& salary) {
    constexpr std::array<std::u32string_view, 9> above{U"及以上", U"以上", U"不低于", U"至少",
                                                       U"最低", U"起步", U"起", U"from", U"atleast"};
    constexpr std::array<std::u32string_view, 8> below{U"及以下", U"以下", U"以内", U"不超过",
                                                       U"不高于", U"最高", U"至多", U"upto"};
    constexpr std::array<std::u32string_view, 5> about{U"左右", U"上下", U"大约", U"大概", U"约"};
    words.replace(U"at least", U"atleast");
    words.replace(U"up to", U"upto");
    PayBounds bounds;
    bounds.above = words.take_any(above);
    bounds.below = words.take_any(below);
    salary.approximate = words.take_any(about);
    return bounds;
}

void take_parentheses(PayWords& words, Salary& salary) {
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

void take_plus(PayWords& words, Salary& salary, PayBounds& bounds) {
    const auto plus = words.text().find(U'+');
    if (plus == std::u32string::npos) return;
    const auto extra = words.cut(plus, words.text().size() - plus);
    if (extra.find_first_not_of(U"+ 元") != std::u32string::npos) add_remark(salary, extra);
    bounds.above = true;
}

void take_noise(PayWords& words, Salary& salary) {
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

}  // namespace jianghui::imports
