#include "engine/text/parts.hpp"

#include <algorithm>

#include "engine/base/base.hpp"

namespace jianghui::text {
namespace {

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool is_letter(char32_t c) {
    return c >= U'a' && c <= U'z';
}
bool is_chinese(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}
bool counts(char32_t c) {
    return is_digit(c) || is_letter(c) || is_chinese(c) || c == U'+' || c == U'#';
}
bool opens(char32_t c) {
    return std::u32string_view(U"([{（【《「『<").find(c) != std::u32string_view::npos;
}
bool closes(char32_t c) {
    return std::u32string_view(U")]}）】》」』>").find(c) != std::u32string_view::npos;
}

}  // namespace

std::vector<Part> parts_of(std::string_view text, std::size_t characters_max) {
    std::vector<Part> parts;
    std::u32string part;
    int depth = 0;
    const auto end_part = [&] {
        while (!part.empty() && (part.front() == U'+' || part.front() == U'#')) part.erase(0, 1);
        if (!part.empty()) parts.push_back({std::move(part), depth > 0});
        part.clear();
    };
    // The first bytes hold the first characters: four bytes at most each.
    const std::string_view start = text.substr(0, characters_max * 4);
    std::u32string all = decode_utf8(half_width(start));
    if (all.size() > characters_max) all.resize(characters_max);
    for (std::size_t i = 0; i < all.size(); ++i) {
        char32_t c = all[i];
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
        // One '+' joins ("会计+双休"), two belong to a name ("c++").
        const bool kept = counts(c) && (c != U'+' || (i + 1 < all.size() && all[i + 1] == U'+') ||
                                        (i > 0 && all[i - 1] == U'+'));
        if (!kept) end_part();
        if (opens(c)) ++depth;
        if (closes(c) && depth > 0) --depth;
        if (kept) part.push_back(c);
    }
    end_part();
    return parts;
}

std::u32string joined(std::string_view text) {
    std::u32string all;
    for (const auto& part : parts_of(text)) all += part.text;
    return all;
}

std::vector<std::u32string_view> pieces_of(std::u32string_view part) {
    std::vector<std::u32string_view> pieces;
    for (std::size_t at = 0; at < part.size();) {
        std::size_t end = at + 1;
        if (is_digit(part[at])) {
            while (end < part.size() && is_digit(part[end])) ++end;
        } else if (is_letter(part[at])) {
            while (end < part.size() && !is_chinese(part[end])) ++end;
        }
        pieces.push_back(part.substr(at, end - at));
        at = end;
    }
    return pieces;
}

Noise::Noise(const std::vector<std::string>& words) {
    for (const auto& word : words) words_.push_back(joined(word));
    std::erase_if(words_, [](const auto& word) { return word.empty(); });
    std::stable_sort(words_.begin(), words_.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::u32string Noise::without(std::u32string_view part) const {
    std::u32string text(part);
    for (const auto& word : words_)
        for (auto at = text.find(word); at != std::u32string::npos; at = text.find(word, at))
            text.erase(at, word.size());
    const auto digits_end = std::find_if_not(text.begin(), text.end(), is_digit);
    text.erase(text.begin(), digits_end);
    while (!text.empty() && is_digit(text.back())) text.pop_back();
    if (text.size() < 2) text.clear();
    return text;
}

}  // namespace jianghui::text
