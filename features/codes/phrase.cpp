#include "features/codes/phrase.hpp"

#include <algorithm>

#include "engine/base/base.hpp"

namespace jianghui::codes {
namespace {

constexpr int repeats_max = 8;
constexpr int depth_max = 10;

void add_end(std::vector<std::size_t>& ends, std::size_t end) {
    if (std::find(ends.begin(), ends.end(), end) == ends.end()) ends.push_back(end);
}

}  // namespace

/// Recursive descent over the pattern's characters.
class Phrase::Reader {
  public:
    explicit Reader(std::u32string_view pattern) : pattern_(pattern) {}

    std::optional<std::vector<Sequence>> alternatives(int depth) {
        if (depth > depth_max) return std::nullopt;
        std::vector<Sequence> all(1);
        while (at_ < pattern_.size() && pattern_[at_] != U')') {
            const char32_t c = pattern_[at_++];
            if (c == U'|') {
                if (all.back().empty()) return std::nullopt;
                all.emplace_back();
                continue;
            }
            if (c == U'?' || c == U'*') {
                if (all.back().empty()) return std::nullopt;
                Item& item = all.back().back();
                if (item.may_miss) return std::nullopt;
                item.may_miss = true;
                item.repeats = c == U'*';
                continue;
            }
            Item item;
            if (c == U'(') {
                auto inner = alternatives(depth + 1);
                if (!inner || at_ >= pattern_.size()) return std::nullopt;
                ++at_;
                item.alternatives = std::move(*inner);
            } else {
                item.character = c;
            }
            all.back().push_back(std::move(item));
        }
        if (all.back().empty()) return std::nullopt;
        return all;
    }
    [[nodiscard]] bool at_end() const { return at_ == pattern_.size(); }

  private:
    std::u32string_view pattern_;
    std::size_t at_ = 0;
};

std::optional<Phrase> Phrase::parse(std::string_view pattern) {
    if (!code_points(pattern)) return std::nullopt;
    const std::u32string text = decode_utf8(pattern);
    Reader reader(text);
    auto alternatives = reader.alternatives(0);
    if (!alternatives || !reader.at_end()) return std::nullopt;
    Phrase phrase;
    phrase.alternatives_ = std::move(*alternatives);
    std::u32string first;
    for (const auto& sequence : phrase.alternatives_)
        if (collect_first(sequence, first)) return std::nullopt;
    return phrase;
}

/// Adds what the sequence can begin with; answers whether it can match nothing.
bool Phrase::collect_first(const Sequence& sequence, std::u32string& characters) {
    for (const Item& item : sequence) {
        bool empty = item.may_miss;
        if (item.character != 0) characters.push_back(item.character);
        for (const auto& inner : item.alternatives)
            empty = collect_first(inner, characters) || empty;
        if (!empty) return false;
    }
    return true;
}

std::u32string Phrase::first_characters() const {
    std::u32string characters;
    for (const auto& sequence : alternatives_) collect_first(sequence, characters);
    std::sort(characters.begin(), characters.end());
    characters.erase(std::unique(characters.begin(), characters.end()), characters.end());
    return characters;
}

bool Phrase::is_digit(char32_t c) {
    constexpr std::u32string_view numerals = U"〇零一二两三四五六七八九十百千万";
    return (c >= U'0' && c <= U'9') || numerals.find(c) != std::u32string_view::npos;
}

void Phrase::match_item(const Item& item, std::u32string_view text, const Ends& from, Ends& to) {
    if (item.character != 0) {
        for (const auto at : from)
            if (at < text.size() &&
                (item.character == any_digit ? is_digit(text[at]) : text[at] == item.character))
                add_end(to, at + 1);
        return;
    }
    for (const auto& sequence : item.alternatives) {
        Ends ends = from;
        match_sequence(sequence, text, ends);
        for (const auto end : ends) add_end(to, end);
    }
}

/// Moves every end over the sequence; the ends where it does not match are gone.
void Phrase::match_sequence(const Sequence& sequence, std::u32string_view text, Ends& ends) {
    for (const Item& item : sequence) {
        Ends next = item.may_miss ? ends : Ends();
        Ends from = ends;
        for (int time = 0; time < (item.repeats ? repeats_max : 1) && !from.empty(); ++time) {
            Ends moved;
            match_item(item, text, from, moved);
            from.clear();
            for (const auto end : moved)
                if (std::find(next.begin(), next.end(), end) == next.end()) {
                    next.push_back(end);
                    from.push_back(end);
                }
        }
        ends = std::move(next);
        if (ends.empty()) return;
    }
}

std::optional<std::size_t> Phrase::match(std::u32string_view text, std::size_t from) const {
    std::optional<std::size_t> longest;
    for (const auto& sequence : alternatives_) {
        Ends ends{from};
        match_sequence(sequence, text, ends);
        for (const auto end : ends)
            if (!longest || end > *longest) longest = end;
    }
    return longest;
}

}  // namespace jianghui::codes
