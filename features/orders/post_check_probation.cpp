#include "features/orders/post_check_probation.hpp"

#include <algorithm>
#include <string>

#include "features/orders/post_check_text.hpp"

namespace jianghui::orders {
namespace {

constexpr std::u32string_view probation = U"试用";

bool eat(std::u32string_view& text, std::u32string_view word) {
    if (text.substr(0, word.size()) != word) return false;
    text.remove_prefix(word.size());
    return true;
}

/// The value of one numeral; nothing for what is none.
std::optional<int> value_of(char32_t c) {
    constexpr std::u32string_view ascii = U"0123456789", chinese = U"〇一二三四五六七八九十";
    if (const auto at = ascii.find(c); at != std::u32string_view::npos) return static_cast<int>(at);
    if (const auto at = chinese.find(c); at != std::u32string_view::npos) return static_cast<int>(at);
    return c == U'两' ? std::optional(2) : std::nullopt;
}

/// A number at the beginning of the text, below a hundred: "3", "12", "六", "十二"; takes it off.
std::optional<int> eat_number(std::u32string_view& text) {
    std::optional<int> number;
    while (!text.empty() && number.value_or(0) < 100) {
        const auto next = value_of(text.front());
        if (!next) break;
        number = text.front() < 0x80 ? number.value_or(0) * 10 + *next
                 : *next == 10       ? number.value_or(1) * 10
                                     : number.value_or(0) + *next;
        text.remove_prefix(1);
    }
    return number;
}

/// A length of time at the beginning of the text in begun months; takes it off. Of a range its end.
std::optional<int> eat_months(std::u32string_view& text) {
    if (eat(text, U"半年")) return 6;
    if (eat(text, U"半个月") || eat(text, U"半月")) return 1;
    auto number = eat_number(text);
    while (number && (eat(text, U"-") || eat(text, U"到") || eat(text, U"至"))) number = eat_number(text);
    if (!number) return std::nullopt;
    if (eat(text, U"个月") || eat(text, U"月")) return number;
    if (eat(text, U"年")) return *number * 12;
    if (eat(text, U"周") || eat(text, U"个星期")) return (*number + 3) / 4;
    if (eat(text, U"天") || eat(text, U"日")) return (*number + 29) / 30;
    return std::nullopt;
}

/// "试用期三个月", "试用期为 1-3 个月": the length that follows.
std::optional<int> months_after(std::u32string_view text) {
    (void)eat(text, U"期");
    for (const std::u32string_view word : {U"限", U"一般", U"通常", U"最长", U"不超过", U"满", U"为", U"是", U"约"})
        (void)eat(text, word);
    return eat_months(text);
}

/// "三个月试用期": the length that stands right before.
std::optional<int> months_before(std::u32string_view text) {
    constexpr std::size_t longest = 8;  // "1-3个月的"
    for (std::size_t length = std::min(longest, text.size()); length > 1; --length) {
        auto rest = text.substr(text.size() - length);
        const auto months = eat_months(rest);
        if (months && (rest.empty() || rest == U"的")) return months;
    }
    return std::nullopt;
}

bool denied(std::u32string_view before) {
    for (const std::u32string_view word : {U"无", U"没有", U"不设", U"不约定", U"免", U"取消"})
        if (before.ends_with(word)) return true;
    return false;
}

}  // namespace

std::optional<int> probation_months(std::string_view utf8) {
    const std::u32string normal = normalise_post(utf8);
    const std::u32string_view text = normal;
    std::optional<int> longest;
    for (auto at = text.find(probation); at != std::u32string_view::npos; at = text.find(probation, at + 1)) {
        const auto before = text.substr(0, at), after = text.substr(at + probation.size());
        if (denied(before)) continue;
        auto months = months_after(after);
        if (!months) months = months_before(before);
        // "试用" alone may be a trial of goods.
        if (!months && !after.starts_with(U"期")) continue;
        longest = std::max(longest.value_or(1), months.value_or(1));
    }
    return longest;
}

}  // namespace jianghui::orders
