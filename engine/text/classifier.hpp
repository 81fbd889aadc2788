#pragma once
// Which of many names a short text means, with a confidence. The names ("terms") stand for labels; a
// label has many terms, and a term may stand for several labels with a share each.
//
// 1. A part of the text that is a term, letter by letter, means the term's labels with their shares.
// 2. Otherwise every term that has characters in common votes for its labels. Likeness is Dice's:
//    2 × weight in common ÷ (weight of the part + weight of the term), over characters (0.8) and pairs
//    of neighbours (1), each × ln(1 + terms ÷ terms that have it). A vote is likeness⁶ × share; the 40
//    likest terms vote. Labels of a group that the part's last word names ("教师") count six times.
//    The winner's likeness × its part of all votes is turned into a confidence by the curve, which is
//    measured, not assumed; the others follow in proportion, all together at most 1,000.
// 3. The first part outside brackets counts in full, later parts ¾, brackets 6/10; what is sure
//    enough ends the search.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/text/parts.hpp"

namespace jianghui::text {

/// A name and what it stands for: `share` of 1,000 who say it mean this label.
struct Term {
    std::string text;
    std::uint32_t label = 0;
    int share = 1000;
};

/// A last word that names a group of labels: those whose group (see Classifier) it is.
struct Head {
    std::string word;
    std::vector<std::uint32_t> groups;
};

/// A point of the curve that turns a likeness (per mille) into a confidence (per mille).
struct CurvePoint {
    int likeness = 0;
    int confidence = 0;
};

/// What a text may mean.
struct Found {
    std::uint32_t label = 0;
    int confidence = 0;  ///< 1 … 1000: so many of 1,000 texts like this one mean the label
    std::uint32_t term = 0;  ///< the term that spoke for it most
    bool named = false;      ///< a part of the text is that term, letter by letter
    bool operator==(const Found&) const = default;
};

/// Everything that a classifier is made of.
struct Vocabulary {
    std::vector<Term> terms;
    std::vector<std::uint32_t> group_of_label;  ///< by label; empty: there are no groups
    std::vector<Head> heads;
    Noise noise;
    std::vector<CurvePoint> curve;  ///< ascending in both; a straight line when empty
};

/// Never changes once made; safe to ask from any thread.
class Classifier {
  public:
    /// O(letters of all terms).
    explicit Classifier(Vocabulary vocabulary);

    /// At most `count` labels, the surest first, ties by label; none below 50. O(letters of the text ×
    /// terms that share one).
    [[nodiscard]] std::vector<Found> classify(std::string_view text, std::size_t count = 3) const;

    /// What a text is kept under when people confirm its meaning: its first part that says something,
    /// without noise. Empty when there is none.
    [[nodiscard]] std::string phrase_of(std::string_view text) const;

    [[nodiscard]] const Term& term(std::uint32_t at) const { return all_.terms[at]; }

  private:
    /// A label with its part of 1 and the term that spoke for it.
    struct Belief {
        std::uint32_t label = 0;
        float part = 0;
        std::uint32_t term = 0;
        bool named = false;
    };
    struct Likeness {
        float value = 0;
        std::uint32_t term = 0;
    };
    struct Feature {
        float weight = 0;
        std::vector<std::uint32_t> terms;
    };
    struct Votes {
        float likeness = 0;  ///< of the winner's likest term
        std::vector<Belief> beliefs;  ///< parts of all votes, most first
    };
    using Features = std::vector<std::uint64_t>;

    void index();
    [[nodiscard]] std::uint32_t piece_id(std::u32string_view piece) const;
    [[nodiscard]] Features features_of(std::u32string_view part) const;
    [[nodiscard]] std::vector<Likeness> likest(std::u32string_view part) const;
    [[nodiscard]] Votes votes(std::u32string_view part) const;
    [[nodiscard]] const std::vector<std::uint32_t>* groups_of_head(std::u32string_view part) const;
    [[nodiscard]] float confidence_of(float likeness) const;
    [[nodiscard]] std::vector<Belief> judge(std::u32string_view whole,
                                            const std::u32string& core) const;
    void add_named(std::u32string_view text, std::vector<Belief>& beliefs) const;

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::u32string_view text) const noexcept {
            return std::hash<std::u32string_view>{}(text);
        }
    };
    template <class V>
    using Map = std::unordered_map<std::u32string, V, Hash, std::equal_to<>>;

    Vocabulary all_;
    Map<std::uint32_t> pieces_;
    Map<std::vector<std::uint32_t>> named_;  ///< terms by their letters
    std::unordered_map<std::uint64_t, Feature> features_;
    std::vector<float> weights_;  ///< by term
    Map<std::vector<std::uint32_t>> heads_;
    float unknown_single_ = 0;
    float unknown_pair_ = 0;
};

}  // namespace jianghui::text
