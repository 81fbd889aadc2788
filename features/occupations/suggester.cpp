#include "features/occupations/suggester.hpp"

#include <algorithm>
#include <set>

#include "features/occupations/rules.hpp"

namespace jianghui::occupations {
namespace {

constexpr std::size_t suggestions_max = 3;
constexpr int title_enough = 400;
constexpr int description_weight = 500;
constexpr int per_mille = 1000;

}  // namespace

Suggester::Suggester(const codes::Tables& tables, Loaded loaded)
    : tables_(&tables), loaded_(std::move(loaded)),
      untaught_(std::make_shared<text::Classifier>(loaded_.vocabulary)),
      known_{untaught_, loaded_.vocabulary.terms.size()} {}

Suggester::Known Suggester::known() const {
    const std::lock_guard lock(mutex_);
    return known_;
}

void Suggester::merge(const Known& mind, const std::vector<text::Found>& found,
                      int weight, std::vector<Suggestion>& suggestions) const {
    for (const auto& each : found) {
        const auto& entry = tables_->occupations()[each.label];
        Suggestion suggestion;
        suggestion.code = {entry.code};
        suggestion.confidence_per_mille = each.confidence * weight / per_mille;
        const auto same = std::find_if(suggestions.begin(), suggestions.end(),
                                       [&](const auto& s) { return s.code == suggestion.code; });
        if (same != suggestions.end()) {
            same->confidence_per_mille =
                std::max(same->confidence_per_mille, suggestion.confidence_per_mille);
            continue;
        }
        suggestion.name = entry.name;
        suggestion.path = tables_->occupation_tree().path(entry);
        suggestion.term = mind.classifier->term(each.term).text;
        suggestion.ground = !each.named                        ? Ground::likeness
                            : each.term >= mind.learned_from  ? Ground::confirmed
                            : each.term < loaded_.names        ? Ground::name
                                                               : Ground::everyday_name;
        suggestions.push_back(std::move(suggestion));
    }
}

std::vector<Suggestion> Suggester::suggest(std::string_view title,
                                           std::string_view description) const {
    const Known mind = known();
    std::vector<Suggestion> suggestions;
    merge(mind, mind.classifier->classify(title, suggestions_max), per_mille, suggestions);
    const bool enough =
        !suggestions.empty() && suggestions.front().confidence_per_mille >= title_enough;
    if (enough || description.empty()) return suggestions;
    merge(mind, mind.classifier->classify(description, suggestions_max), description_weight,
          suggestions);
    keep_surest(suggestions, suggestions_max);
    return suggestions;
}

std::string Suggester::phrase_of(std::string_view title) const {
    const std::string phrase = untaught_->phrase_of(title);
    const auto* named = phrase.empty() ? nullptr : tables_->find_occupation_by_name(phrase);
    return named != nullptr && named->name == phrase ? std::string() : phrase;
}

void Suggester::learn(const std::vector<Tally>& tallies, const Trust& trust) {
    const std::lock_guard lock(learning_);
    std::map<std::string, std::vector<Vote>> votes;
    for (const auto& tally : tallies)
        if (const auto* entry = tables_->find_occupation(tally.occupation); entry != nullptr)
            votes[tally.phrase].push_back(
                {static_cast<std::uint32_t>(entry - tables_->occupations().data()), tally.votes});
    bool changed = false;
    for (const auto& [phrase, of_phrase] : votes) {
        std::vector<text::Term> terms;
        if (voters_of(of_phrase) >= trust.votes_least)
            for (const auto& [label, share] :
                 shares_of(of_phrase, untaught_->classify(phrase), trust.prior_votes))
                terms.push_back({phrase, label, share});
        if (terms.empty() && learned_.erase(phrase) == 0) continue;
        if (!terms.empty()) learned_[phrase] = std::move(terms);
        changed = true;
    }
    if (!changed) return;
    Known next = rebuilt();
    const std::lock_guard known_lock(mutex_);
    known_ = std::move(next);
}

/// The names of data/ but for those that people have spoken on, and then what they said.
Suggester::Known Suggester::rebuilt() const {
    text::Vocabulary vocabulary = loaded_.vocabulary;
    std::set<std::u32string> spoken;
    for (const auto& [phrase, terms] : learned_) spoken.insert(text::joined(phrase));
    auto& terms = vocabulary.terms;
    const auto everyday = terms.begin() + static_cast<std::ptrdiff_t>(loaded_.names);
    terms.erase(std::remove_if(everyday, terms.end(),
                               [&](const text::Term& term) {
                                   return spoken.count(text::joined(term.text)) != 0;
                               }),
                terms.end());
    Known next;
    next.learned_from = terms.size();
    for (const auto& [phrase, of_phrase] : learned_)
        terms.insert(terms.end(), of_phrase.begin(), of_phrase.end());
    next.classifier = std::make_shared<text::Classifier>(std::move(vocabulary));
    return next;
}

}  // namespace jianghui::occupations
