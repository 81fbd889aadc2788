#pragma once
// The occupations of 职业分类大典 2022 and the way from a job title to one of them. A title is
// never translated silently: every suggestion has a confidence, and the caller's threshold
// (parameter occupation_sure_per_mille) decides when a person must choose.
//
// How a suggestion is scored, in per mille:
// 1. The title is the name of an occupation: 1000; an everyday name (occupation_aliases.csv): the
//    confidence written there. Before comparing, the title is lower-cased, turned to half width and
//    stripped of brackets, blanks and words that say nothing about the work (title_noise.csv).
//    Brackets are tried too when nothing outside them fits.
// 2. The title contains a name or alias of at least two characters (not in rule 1): the longest one
//    counts, the one nearer to the end between equals (a Chinese title has its head at the end):
//    confidence × (550 + 400 × length ÷ length of the title) ÷ 1000, less 60 when the title goes on
//    behind it.
// 3. Otherwise, likeness by pairs of characters that stand together, each weighted by how rare it
// is
//    among all names: 700 × 2 × weight shared ÷ (weight of the title + weight of the name), at most
//    that of the eight likest; less than 250 is not suggested.

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "features/codes/code_tree.hpp"

namespace jianghui::codes {

/// An occupation that a title may mean.
struct OccupationSuggestion {
    const Entry* occupation = nullptr;
    int confidence = 0;   ///< 0 … 1000
    std::string matched;  ///< the name or alias that spoke for it
};

class Occupations {
  public:
    /// Reads occupations.csv, occupation_aliases.csv and title_noise.csv. Fails with
    /// data_malformed.
    [[nodiscard]] static Result<Occupations> load(const std::filesystem::path& folder);

    [[nodiscard]] const CodeTree& tree() const { return tree_; }
    /// The occupation (level 4) with exactly this name or this everyday name of confidence 1000 or
    /// more than 900; nullptr otherwise. O(1).
    [[nodiscard]] const Entry* find_by_name(std::string_view name) const;
    /// At most three occupations for a title, the likeliest first, ties by code. Under 100 µs for a
    /// title of 40 characters; longer ones are cut there.
    [[nodiscard]] std::vector<OccupationSuggestion> suggest(std::string_view title) const;

  private:
    /// A text that stands for an occupation.
    struct Term {
        std::size_t occupation = 0;  ///< index in tree_.entries()
        int confidence = 1000;
        std::string text;
        float weight = 0;  ///< sum of the weights of its pairs
    };
    struct Scores;
    void index_terms();
    void score_contained(std::u32string_view title, Scores& scores) const;
    void score_pairs(std::u32string_view title, Scores& scores) const;
    [[nodiscard]] std::u32string without_noise(std::u32string_view title) const;

    CodeTree tree_;
    std::vector<Term> terms_;
    struct CharactersHash {
        using is_transparent = void;
        std::size_t operator()(std::u32string_view text) const noexcept {
            return std::hash<std::u32string_view>{}(text);
        }
    };
    std::unordered_map<std::u32string, std::size_t, CharactersHash, std::equal_to<>> term_at_;
    std::size_t longest_term_ = 0;
    struct Pair {
        float weight = 0;
        std::vector<std::uint32_t> terms;
    };
    std::unordered_map<std::uint64_t, Pair> pairs_;
    std::vector<std::u32string> noise_;  ///< longest first
};

}  // namespace jianghui::codes
