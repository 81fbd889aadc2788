#include "features/orders/post_check_text.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "engine/base/utf8.hpp"

namespace jianghui::orders {
namespace {

constexpr char32_t clause_end = U'\n';
/// No exception in the word lists is longer.
constexpr std::size_t exception_length_max = 40;

/// Traditional characters of the words that the lists look for.
constexpr std::u32string_view traditional =
    U"優齡歲戶費證錄貸適獲無員單雙個婚職業務聯絡電話掃碼輕鬆賺錢險傷對僅滿歡請與為國語專門";
constexpr std::u32string_view simplified =
    U"优龄岁户费证录贷适获无员单双个婚职业务联络电话扫码轻松赚钱险伤对仅满欢请与为国语专门";
static_assert(traditional.size() == simplified.size());

bool ends_clause(char32_t c) {
    return std::u32string_view(U"，。；！？,;!?\n\r").find(c) != std::u32string_view::npos;
}
bool is_range_mark(char32_t c) {
    return std::u32string_view(U"-~—–－～").find(c) != std::u32string_view::npos;
}
bool is_ascii_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

/// What remains of a character: letters, digits and Chinese characters; 0 for everything else.
char32_t folded(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c = c - 0xFF01 + 0x21;
    if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
    if ((c >= U'a' && c <= U'z') || is_ascii_digit(c) || c == U'〇') return c;
    if (c < 0x3400 || c > 0x9FFF) return 0;
    const auto at = traditional.find(c);
    return at == std::u32string_view::npos ? c : simplified[at];
}

/// Whether a range mark stands between digits: "18 - 45", not "限-男".
bool joins_digits(std::u32string_view text, std::size_t at) {
    const auto digit_from = [&](std::size_t from, std::ptrdiff_t step) {
        for (auto i = static_cast<std::ptrdiff_t>(from) + step;
             i >= 0 && i < static_cast<std::ptrdiff_t>(text.size()); i += step) {
            const char32_t c = text[static_cast<std::size_t>(i)];
            if (c == U' ' || c == 0x3000 || is_range_mark(c)) continue;
            return is_ascii_digit(folded(c));
        }
        return false;
    };
    return digit_from(at, -1) && digit_from(at, 1);
}

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool touches(const Span& other) const {
        return begin < other.end && other.begin < end;
    }
};

struct Hit {
    Span span;
    std::size_t pattern = 0;
    const codes::PostRule* rule = nullptr;
    /// Graver, longer, listed earlier: goes first.
    [[nodiscard]] auto rank() const {
        return std::tuple(rule->severity, -static_cast<std::ptrdiff_t>(span.end - span.begin),
                          pattern, span.begin);
    }
};

bool is_excepted(const codes::WordPattern& pattern, std::u32string_view text, Span span) {
    if (!pattern.unless) return false;
    const std::size_t first =
        span.begin > exception_length_max ? span.begin - exception_length_max : 0;
    for (std::size_t at = first; at < span.end; ++at) {
        const auto end = pattern.unless->match(text, at);
        if (end && span.touches({at, *end})) return true;
    }
    return false;
}

std::vector<Hit> all_hits(std::u32string_view text, const codes::PostRules& rules) {
    std::vector<Hit> hits;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const std::size_t number : rules.patterns_from(text[at])) {
            const auto& pattern = rules.patterns()[number];
            const auto end = pattern.phrase.match(text, at);
            if (end && !is_excepted(pattern, text, {at, *end}))
                hits.push_back({{at, *end}, number, pattern.rule});
        }
    }
    return hits;
}

/// The hits that count among those that touch one another.
std::vector<Hit> gravest(std::vector<Hit> hits) {
    std::sort(hits.begin(), hits.end(),
              [](const Hit& a, const Hit& b) { return a.rank() < b.rank(); });
    std::vector<Hit> kept;
    for (const Hit& hit : hits)
        if (std::none_of(kept.begin(), kept.end(),
                         [&](const Hit& other) { return other.span.touches(hit.span); }))
            kept.push_back(hit);
    std::sort(kept.begin(), kept.end(),
              [](const Hit& a, const Hit& b) { return a.span.begin < b.span.begin; });
    return kept;
}

/// Words taken apart with a clause mark after every character: "限，男，性". At least three
/// characters, so that two clauses that happen to meet ("名额有限，男…") are none.
void add_split_up(std::u32string_view text, const codes::PostRules& rules,
                  std::vector<WordHit>& found) {
    std::u32string joined;
    std::vector<std::size_t> source;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == clause_end) continue;
        joined.push_back(text[i]);
        source.push_back(i);
    }
    if (joined.size() == text.size()) return;
    for (const Hit& hit : gravest(all_hits(joined, rules))) {
        if (hit.span.end - hit.span.begin < 3) continue;
        bool apart = true;
        for (std::size_t i = hit.span.begin; i + 1 < hit.span.end; ++i)
            apart = apart && source[i + 1] > source[i] + 1;
        if (apart)
            found.push_back(
                {hit.rule,
                 encode_utf8(joined.substr(hit.span.begin, hit.span.end - hit.span.begin)), true});
    }
}

}  // namespace

std::u32string normalise_post(std::string_view utf8) {
    const std::u32string text = decode_utf8(utf8);
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (ends_clause(c)) {
            if (!out.empty() && out.back() != clause_end) out.push_back(clause_end);
        } else if (is_range_mark(c)) {
            if (joins_digits(text, i) && out.back() != U'-') out.push_back(U'-');
        } else if (const char32_t kept = folded(c); kept != 0) {
            out.push_back(kept);
        }
    }
    return out;
}

std::vector<WordHit> find_words(std::string_view utf8, const codes::PostRules& rules) {
    const std::u32string text = normalise_post(utf8);
    std::vector<WordHit> found;
    for (const Hit& hit : gravest(all_hits(text, rules)))
        found.push_back({hit.rule,
                         encode_utf8(std::u32string_view(text).substr(
                             hit.span.begin, hit.span.end - hit.span.begin)),
                         false});
    add_split_up(text, rules, found);
    return found;
}

}  // namespace jianghui::orders
