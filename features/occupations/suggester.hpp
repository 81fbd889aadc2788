#pragma once
// Which occupations a text may mean: the names of data/ and what people have confirmed.

#include <map>
#include <memory>
#include <mutex>

#include "features/codes/api.hpp"
#include "features/occupations/model.hpp"
#include "features/occupations/vocabulary.hpp"

namespace jianghui::occupations {

/// From when on confirmed choices count, and how much what was known before weighs against them.
struct Trust {
    std::int64_t votes_least = 3;  ///< different voters for a phrase
    std::int64_t prior_votes = 3;  ///< the program's own opinion counts as so many voters
};

/// Thread-safe. Asking never waits for learning.
class Suggester {
  public:
    /// The tables must outlive it.
    Suggester(const codes::Tables& tables, Loaded loaded);

    /// At most three occupations, the surest first. A description is read where the title's best is
    /// below 400, and counts half. Some 30 µs for a title.
    [[nodiscard]] std::vector<Suggestion> suggest(std::string_view title,
                                                  std::string_view description = {}) const;
    /// What a title's choices are kept under; empty when there is nothing to learn from it: it says
    /// nothing, or it is an occupation's own name.
    [[nodiscard]] std::string phrase_of(std::string_view title) const;

    /// Replaces what is known of every phrase in the tallies (all tallies of a phrase come together).
    /// Phrases with fewer voters than trust.votes_least are not used. O(terms) when something changed.
    void learn(const std::vector<Tally>& tallies, const Trust& trust);

  private:
    /// A classifier and where its learned terms begin.
    struct Known {
        std::shared_ptr<const text::Classifier> classifier;
        std::size_t learned_from = 0;
    };
    [[nodiscard]] Known known() const;
    void merge(const Known& mind, const std::vector<text::Found>& found, int weight,
               std::vector<Suggestion>& suggestions) const;
    [[nodiscard]] Known rebuilt() const;

    const codes::Tables* tables_;
    Loaded loaded_;
    std::shared_ptr<const text::Classifier> untaught_;  ///< data alone: the opinion before any vote
    std::map<std::string, std::vector<text::Term>> learned_;  ///< by phrase; the learner's thread
    mutable std::mutex learning_;
    mutable std::mutex mutex_;  ///< of known_
    Known known_;
};

}  // namespace jianghui::occupations
