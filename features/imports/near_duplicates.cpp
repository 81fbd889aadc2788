#include "features/imports/near_duplicates.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"
#include "features/imports/cell_values.hpp"

namespace jianghui::imports {

namespace {
/// FNV-1a with a final mix (64 bit): the same on every machine, which std::hash is not.
std::uint64_t digest(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33U;
    return hash;
}

std::uint32_t pair_digest(char32_t a, char32_t b) {
    std::uint64_t hash = (static_cast<std::uint64_t>(a) << 32U) | b;
    hash *= 0x9E3779B97F4A7C15ULL;
    return static_cast<std::uint32_t>(hash >> 32U);
}

/// The distinct pairs of neighbouring characters, sorted.
std::vector<std::uint32_t> character_pairs(const std::u32string& text) {
    std::vector<std::uint32_t> pairs;
    pairs.reserve(text.size());
    if (text.size() == 1) pairs.push_back(pair_digest(text[0], 0));
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        pairs.push_back(pair_digest(text[i], text[i + 1]));
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    pairs.shrink_to_fit();
    return pairs;
}

int jaccard_per_mille(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    if (a.empty() && b.empty()) return 1000;
    std::size_t common = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) {
            ++common;
            ++i;
            ++j;
        } else if (a[i] < b[j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return static_cast<int>(1000 * common / (a.size() + b.size() - common));
}
}  // namespace

Text reason_text(DuplicateReason reason) {
    switch (reason) {
        case DuplicateReason::same_row: return {"整行与之前的一行相同", "the whole row was there before"};
        case DuplicateReason::same_post_same_text:
            return {"单位、岗位、地点和内容相同", "same employer, title, place and text"};
        case DuplicateReason::same_post_similar_text:
            return {"单位、岗位、地点相同，内容相近", "same employer, title and place, similar text"};
        case DuplicateReason::same_id_number: return {"身份证号相同", "same ID number"};
        case DuplicateReason::same_name_and_phone:
            return {"姓名和电话相同", "same name and phone number"};
        case DuplicateReason::known_already:
            return {"此人已登记，没有新内容", "the person is registered and the row adds nothing"};
    }
    return {};
}

int text_similarity(std::string_view a, std::string_view b) {
    return jaccard_per_mille(character_pairs(decode_utf8(comparable(a))),
                             character_pairs(decode_utf8(comparable(b))));
}

std::optional<DuplicateOf> NearDuplicates::seen_cells(std::int64_t row, const std::string& cells) {
    const auto [entry, added] = cells_.emplace(digest(cells), row);
    if (added) return std::nullopt;
    return DuplicateOf{entry->second, DuplicateReason::same_row, 1000};
}

std::optional<DuplicateOf> NearDuplicates::add(const PostFacts& facts) {
    if (auto seen = seen_cells(facts.row, facts.cells)) return seen;
    const std::string key = comparable(facts.employer) + '\n' + comparable(facts.title) + '\n' +
                            facts.place + '\n' + facts.terms;
    const std::u32string text = decode_utf8(comparable(facts.text));
    Member member{facts.row, digest(comparable(facts.pay)), digest(comparable(facts.text)),
                  text.size(), character_pairs(text)};
    auto& group = groups_[digest(key)];
    for (const auto& other : group) {
        const bool nothing_to_judge = member.characters < judged_characters_min &&
                                      other.characters < judged_characters_min;
        if (nothing_to_judge && member.pay != other.pay) continue;
        if (member.text == other.text)
            return DuplicateOf{other.row, DuplicateReason::same_post_same_text, 1000};
        if (nothing_to_judge) continue;
        const int similarity = jaccard_per_mille(member.pairs, other.pairs);
        if (similarity >= similar_per_mille)
            return DuplicateOf{other.row, DuplicateReason::same_post_similar_text, similarity};
    }
    if (group.size() < compared_max) group.push_back(std::move(member));
    return std::nullopt;
}

std::optional<DuplicateOf> NearDuplicates::add(const PersonFacts& facts) {
    if (auto seen = seen_cells(facts.row, facts.cells)) return seen;
    if (!facts.id_number.empty()) {
        const auto [entry, added] = id_numbers_.emplace(digest(facts.id_number), facts.row);
        if (!added) return DuplicateOf{entry->second, DuplicateReason::same_id_number, 1000};
    }
    if (!facts.phone.empty()) {
        const auto [entry, added] = names_and_phones_.emplace(
            digest(comparable(facts.name) + '\n' + facts.phone), facts.row);
        if (!added) return DuplicateOf{entry->second, DuplicateReason::same_name_and_phone, 1000};
    }
    return std::nullopt;
}

}  // namespace jianghui::imports
