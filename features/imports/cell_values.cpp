#include "features/imports/cell_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "engine/base/utf8.hpp"
#include "features/imports/amount.hpp"

namespace jianghui::imports {

namespace {
// 1955-01-01 and 2064-12-31 as day numbers of the 1900 system: dates of this trade lie between, and
// no headcount or amount that strays into a date column does.
constexpr int serial_min = 20090;
constexpr int serial_max = 60266;

/// Half width, lower case, no blanks at all.
std::u32string squeezed(std::string_view text) {
    std::u32string out;
    for (char32_t c : decode_utf8(half_width(text))) {
        if (c == U' ' || c == U'\t' || c == U'\n' || c == U'\r') continue;
        out += c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
    }
    return out;
}

bool take_suffix(std::u32string& text, std::u32string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.resize(text.size() - suffix.size());
    return true;
}
bool take_prefix(std::u32string& text, std::u32string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.erase(0, prefix.size());
    return true;
}

bool all_digits(std::u32string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::optional<int> small_number(std::u32string_view text) {
    if (!all_digits(text) || text.size() > 8) return std::nullopt;
    int value = 0;
    for (const char32_t c : text) value = value * 10 + static_cast<int>(c - U'0');
    return value;
}

/// Takes ".0" and ".00" off whole numbers, and the commas of thousands.
void plain_digits(std::u32string& text) {
    const auto point = text.find(U'.');
    if (point != std::u32string::npos && point > 0 && point + 1 < text.size() &&
        text.find_first_not_of(U'0', point + 1) == std::u32string::npos)
        text.resize(point);
    for (std::size_t at = text.find(U','); at != std::u32string::npos; at = text.find(U',', at)) {
        const bool thousands = at > 0 && is_digit(text[at - 1]) && at + 3 < text.size() &&
                               all_digits(std::u32string_view(text).substr(at + 1, 3));
        if (!thousands) break;
        text.erase(at, 1);
    }
}

std::optional<Date> date_of_parts(int year, int month, int day) {
    if (year < 1900 || year > 2199) return std::nullopt;
    const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                    std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::vector<std::string> date_examples() { return {"2026-03-01", "2026/3/1", "2026年3月1日"}; }

/// Cuts at every sign that stands between year, month and day.
std::vector<std::u32string> date_parts(std::u32string_view text) {
    std::vector<std::u32string> parts(1);
    constexpr std::u32string_view separators = U"-/.年月日号";
    for (const char32_t c : text) {
        if (separators.find(c) != std::u32string_view::npos) parts.emplace_back();
        else parts.back() += c;
    }
    while (!parts.empty() && parts.back().empty()) parts.pop_back();
    return parts;
}

/// Cuts a time of day off: "2026-03-01 08:30:00", "…T08:30:00.000Z".
std::string without_time(std::string text) {
    const auto colon = text.find(':');
    if (colon == std::string::npos) return text;
    const auto cut = text.find_last_of(" tT", colon);
    if (cut == std::string::npos || cut < 6) return text;
    return text.substr(0, cut);
}
}  // namespace

Cell<std::optional<std::int64_t>> parse_number(std::string_view text, NumberRange range) {
    std::u32string rest = squeezed(text);
    if (rest.empty()) return std::nullopt;
    const std::vector<std::string> accepted{fmt::format("{}–{}", range.min, range.max)};
    for (const std::u32string_view counter : {U"人", U"名", U"个", U"位", U"年", U"公里", U"km", U"岁"})
        if (take_suffix(rest, counter)) break;
    plain_digits(rest);
    const bool readable = rest.size() <= 12 && rest.find(U'.') == std::u32string::npos;
    const auto value = readable ? parse_count(rest) : std::nullopt;
    if (!value) return reject(number_unreadable, text, accepted);
    if (*value < range.min || *value > range.max) return reject(number_out_of_range, text, accepted);
    return *value;
}

Cell<std::optional<Date>> parse_date_cell(std::string_view text, Date today) {
    std::u32string rest = squeezed(without_time(half_width(text)));
    if (rest.empty() || rest == U"-" || rest == U"无" || rest == U"不限" || rest == U"长期")
        return std::nullopt;
    for (const std::u32string_view now : {U"即日起", U"即日", U"随时", U"立即", U"马上", U"随时到岗",
                                          U"立即上岗", U"今天", U"immediately", U"now", U"asap"})
        if (rest == now) return today;
    if (all_digits(rest) && rest.size() == 8) {
        const int number = *small_number(rest);
        if (auto date = date_of_parts(number / 10000, number / 100 % 100, number % 100)) return date;
        return reject(date_unreadable, text, date_examples());
    }
    if (all_digits(rest) && rest.size() == 5) {
        const int serial = *small_number(rest);
        if (serial < serial_min || serial > serial_max)
            return reject(date_unreadable, text, date_examples());
        return add_days(Date(std::chrono::year(1899), std::chrono::December, std::chrono::day(30)),
                        serial);
    }
    const auto parts = date_parts(rest);
    std::array<int, 3> numbers{};
    if (parts.size() > 3 || parts.size() < 2) return reject(date_unreadable, text, date_examples());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto number = small_number(parts[i]);
        if (!number) return reject(date_unreadable, text, date_examples());
        numbers[i] = *number;
    }
    const bool year_first = parts[0].size() == 4;
    if (!year_first || parts.size() == 2) return reject(date_ambiguous, text, date_examples());
    if (parts[1].size() > 2 || parts[2].size() > 2)
        return reject(date_unreadable, text, date_examples());
    if (auto date = date_of_parts(numbers[0], numbers[1], numbers[2])) return date;
    return reject(date_unreadable, text, date_examples());
}

Cell<std::optional<Education>> parse_education(std::string_view text) {
    std::u32string rest = squeezed(text);
    if (rest.empty()) return std::nullopt;
    take_prefix(rest, U"学历");
    take_suffix(rest, U"学历");
    take_suffix(rest, U"要求");
    const bool below = take_suffix(rest, U"及以下") || take_suffix(rest, U"以下");
    if (!below && !take_suffix(rest, U"及以上") && !take_suffix(rest, U"或以上"))
        take_suffix(rest, U"以上");
    take_suffix(rest, U"学历");
    take_suffix(rest, U"毕业");
    struct Spelling {
        std::u32string_view word;
        Education level;
    };
    static constexpr Spelling spellings[] = {
        {U"不限", Education::any},           {U"无要求", Education::any},
        {U"无", Education::any},             {U"any", Education::any},
        {U"小学", Education::primary},       {U"primary", Education::primary},
        {U"初中", Education::junior_middle}, {U"初级中学", Education::junior_middle},
        {U"中学", Education::junior_middle}, {U"juniormiddle", Education::junior_middle},
        {U"高中", Education::senior_middle}, {U"普高", Education::senior_middle},
        {U"highschool", Education::senior_middle}, {U"中专", Education::secondary_school},
        {U"中技", Education::secondary_school},    {U"中职", Education::secondary_school},
        {U"职高", Education::secondary_school},    {U"技校", Education::secondary_school},
        {U"技工学校", Education::secondary_school}, {U"大专", Education::college},
        {U"专科", Education::college},       {U"高职", Education::college},
        {U"大学专科", Education::college},   {U"高技", Education::college},
        {U"college", Education::college},    {U"本科", Education::bachelor},
        {U"大学本科", Education::bachelor},  {U"大学", Education::bachelor},
        {U"学士", Education::bachelor},      {U"统招本科", Education::bachelor},
        {U"全日制本科", Education::bachelor}, {U"bachelor", Education::bachelor},
        {U"硕士", Education::master},        {U"研究生", Education::master},
        {U"硕士研究生", Education::master},  {U"mba", Education::master},
        {U"master", Education::master},      {U"博士", Education::doctor},
        {U"博士研究生", Education::doctor},  {U"phd", Education::doctor},
        {U"doctor", Education::doctor}};
    std::optional<Education> found;
    std::u32string part;
    rest += U'/';
    for (const char32_t c : rest) {
        constexpr std::u32string_view separators = U"/、,或-";
        if (separators.find(c) == std::u32string_view::npos) {
            part += c;
            continue;
        }
        const auto* spelling =
            std::find_if(std::begin(spellings), std::end(spellings),
                         [&](const Spelling& candidate) { return candidate.word == part; });
        if (spelling == std::end(spellings))
            return reject(education_unknown, text,
                          {"不限", "初中", "高中", "中专", "大专", "本科", "硕士", "博士"});
        found = found ? std::min(*found, spelling->level) : spelling->level;
        part.clear();
    }
    if (below) return Education::any;
    return found;
}

Cell<std::optional<Experience>> parse_experience(std::string_view text) {
    std::u32string rest = squeezed(text);
    if (rest.empty()) return std::nullopt;
    const auto unreadable = [&] {
        return reject(experience_unreadable, text, {"不限", "3-5年", "1年以上", "5"});
    };
    for (const std::u32string_view none :
         {U"经验不限", U"不限", U"不限经验", U"无需经验", U"无经验要求", U"无", U"无要求", U"无经验",
          U"应届", U"应届生", U"应届毕业生", U"在校生", U"在校/应届", U"any", U"none"})
        if (rest == none) return Experience{};
    for (const std::u32string_view noise : {U"工作经验", U"工作经历", U"经验", U"工龄", U"相关"}) {
        take_suffix(rest, noise);
        take_prefix(rest, noise);
    }
    take_suffix(rest, U"years");
    const bool above = take_suffix(rest, U"及以上") || take_suffix(rest, U"以上") ||
                       take_suffix(rest, U"+") || take_prefix(rest, U"至少");
    const bool below = take_suffix(rest, U"及以下") || take_suffix(rest, U"以下") ||
                       take_suffix(rest, U"以内");
    for (const std::u32string_view unit : {U"years", U"year", U"年"})
        if (take_suffix(rest, unit)) break;
    if (rest == U"半") return Experience{0, std::nullopt};
    for (const char32_t dash : U"–—~至到") {
        if (dash == U'\0') continue;
        std::replace(rest.begin(), rest.end(), dash, U'-');
    }
    const auto dash = rest.find(U'-');
    std::u32string first = rest.substr(0, dash);
    take_suffix(first, U"年");
    const auto low = parse_count(first);
    if (!low || *low > 60) return unreadable();
    if (below && dash == std::u32string::npos) return Experience{0, static_cast<int>(*low)};
    if (dash == std::u32string::npos)
        return Experience{static_cast<int>(*low), std::nullopt};
    const auto high = parse_count(std::u32string_view(rest).substr(dash + 1));
    if (!high || *high > 60 || *high < *low || above) return unreadable();
    return Experience{static_cast<int>(*low), static_cast<int>(*high)};
}

Cell<std::optional<std::string>> parse_word(std::string_view text,
                                            const std::vector<WordChoice>& choices) {
    const std::string wanted = comparable(text);
    if (wanted.empty()) return std::nullopt;
    std::vector<std::string> accepted;
    for (const auto& choice : choices) {
        if (wanted == choice.code) return std::string(choice.code);
        for (const auto spelling : choice.spellings)
            if (wanted == comparable(spelling)) return std::string(choice.code);
        accepted.emplace_back(choice.spellings.front());
    }
    return reject(word_unknown, text, std::move(accepted));
}

const std::vector<WordChoice>& shift_words() {
    static const std::vector<WordChoice> words{
        {"day", {"白班", "长白班", "日班", "正常班", "常白班", "day shift"}},
        {"night", {"夜班", "晚班", "night shift"}},
        {"morning", {"早班", "上午", "上午班", "morning shift"}},
        {"afternoon", {"中班", "下午", "下午班", "afternoon shift"}},
        {"rotating", {"倒班", "两班倒", "三班倒", "轮班", "四班三运转", "两班制", "三班制", "翻班",
                      "rotating shift", "shifts"}}};
    return words;
}

const std::vector<WordChoice>& order_kind_words() {
    static const std::vector<WordChoice> words{
        {"recruit", {"招聘", "直招", "正式工", "全职", "全职招聘"}},
        {"dispatch", {"派遣", "劳务派遣", "派遣工"}},
        {"outsource", {"外包", "劳务外包", "服务外包", "人力资源外包"}},
        {"flex", {"灵活用工", "临时工", "短期工", "小时工", "兼职", "零工", "日结工"}},
        {"lend", {"共享用工", "共享员工", "借调"}},
        {"train", {"培训"}},
        {"assess", {"测评", "人才测评"}},
        {"search", {"寻访", "猎头", "高级人才寻访"}},
        {"procure", {"政府购买", "政府购买服务", "采购"}}};
    return words;
}

Cell<std::optional<std::int64_t>> parse_hours_tenths(std::string_view text) {
    std::u32string rest = squeezed(text);
    if (rest.empty()) return std::nullopt;
    for (const std::u32string_view word : {U"/天", U"每天", U"/日"}) take_suffix(rest, word);
    take_prefix(rest, U"每天");
    for (const std::u32string_view word : {U"个小时", U"小时", U"hours", U"h", U"时"})
        if (take_suffix(rest, word)) break;
    // An amount in fen is a number in hundredths.
    std::u32string_view view = rest;
    const auto amount = take_amount(view);
    if (!amount || !view.empty() || amount->fen % 10 != 0)
        return reject(number_unreadable, text, {"8", "7.5"});
    const std::int64_t tenths = amount->fen / 10;
    if (tenths < 5 || tenths > 240) return reject(number_out_of_range, text, {"0.5–24"});
    return tenths;
}

Cell<std::optional<Fen>> parse_money(std::string_view text) {
    std::u32string rest = squeezed(text);
    if (rest.empty() || rest == U"无" || rest == U"-") return std::nullopt;
    for (const std::u32string_view sign : {U"¥", U"￥", U"人民币"}) take_prefix(rest, sign);
    for (const std::u32string_view unit : {U"/人", U"/名", U"/个", U"每人"})
        if (take_suffix(rest, unit)) break;
    for (const std::u32string_view unit : {U"元", U"块"}) take_suffix(rest, unit);
    plain_digits(rest);
    std::u32string_view view = rest;
    const auto amount = take_amount(view);
    if (!amount || !view.empty()) return reject(number_unreadable, text, {"100", "100元", "0.5"});
    return Fen{amount->fen};
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    std::u32string word;
    const auto finish = [&] {
        const std::string clean = half_width(encode_utf8(word));
        word.clear();
        if (!clean.empty() && std::find(words.begin(), words.end(), clean) == words.end())
            words.push_back(clean);
    };
    constexpr std::u32string_view separators = U"、,，;；/／|｜\n\r\t";
    for (const char32_t c : decode_utf8(text)) {
        if (separators.find(c) != std::u32string_view::npos) finish();
        else if (c != replacement_character) word += c;
    }
    finish();
    return words;
}

std::string comparable(std::string_view text) {
    std::u32string out;
    for (char32_t c : decode_utf8(half_width(text))) {
        if (c >= U'A' && c <= U'Z') c = c - U'A' + U'a';
        const bool letter = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || c == U'+' ||
                            c == U'#' || (c >= 0x3400 && c <= 0x9FFF) || c > 0x1FFFF ||
                            (c >= 0xC0 && c < 0x2000) || (c >= 0x3040 && c < 0x3100);
        if (letter) out += c;
    }
    return encode_utf8(out);
}

}  // namespace jianghui::imports
