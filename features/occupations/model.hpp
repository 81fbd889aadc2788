#pragma once
// The vocabulary of suggestions: what is asked, what is answered, what people have confirmed.

#include <optional>
#include <string>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::occupations {

using PhraseId = Id<struct PhraseTag>;

/// Why an occupation is suggested.
enum class Ground {
    name,           ///< the text is the occupation's own name
    everyday_name,  ///< an everyday name of data/occupation_aliases.csv or occupation_choices.csv
    confirmed,      ///< people have confirmed it for this text
    likeness        ///< a name is much like it
};
BOOST_DESCRIBE_ENUM(Ground, name, everyday_name, confirmed, likeness)

/// An occupation that a text may mean.
struct Suggestion {
    OccupationCode code;
    std::string name;
    std::vector<std::string> path;  ///< names from the top of the tree down to this one
    int confidence_per_mille = 0;   ///< so many of 1,000 texts like this one mean it
    Ground ground = Ground::likeness;
    std::string term;  ///< the name that spoke for it
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (code, name, path, confidence_per_mille, ground, term))

/// GET occupation-suggestions. The description helps where the title says too little.
struct AskSuggestions {
    String<1, 200> title;
    std::optional<String<1, 1000>> description;
};
BOOST_DESCRIBE_STRUCT(AskSuggestions, (), (title, description))

/// POST occupation-choices: what a person chose for a title.
struct ChooseOccupation {
    String<1, 200> title;
    OccupationCode occupation;
};
BOOST_DESCRIBE_STRUCT(ChooseOccupation, (), (title, occupation))

struct ChoiceView {
    OccupationCode occupation;
    bool counted = false;  ///< it is evidence now; false when the title has nothing to learn from
};
BOOST_DESCRIBE_STRUCT(ChoiceView, (), (occupation, counted))

/// A row of `occupation_phrases`.
struct PhraseRow {
    PhraseId id;
    PlaceCode city;
    std::string phrase;
};
BOOST_DESCRIBE_STRUCT(PhraseRow, (), (id, city, phrase))

/// A row of `occupation_votes`: what one voter chose for one phrase. `vote` is a keyed digest of both,
/// so that from the rows alone two votes of a voter cannot be told to be hers (the event names its actor).
struct VoteRow {
    PlaceCode city;
    std::string vote;
    PhraseId phrase_id;
    OccupationCode occupation;
    Date voted_on;
};
BOOST_DESCRIBE_STRUCT(VoteRow, (), (city, vote, phrase_id, occupation, voted_on))

/// How many voters chose an occupation for a phrase, in all cities.
struct Tally {
    std::string phrase;
    OccupationCode occupation;
    std::int64_t votes = 0;
    bool operator==(const Tally&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (phrase, occupation, votes))

/// What the journal is told: codes and a keyed digest of the phrase, never the phrase.
struct ChoiceFacts {
    std::string phrase_digest;
    OccupationCode occupation;
    std::optional<OccupationCode> before;  ///< the same voter's earlier choice for this phrase
};
BOOST_DESCRIBE_STRUCT(ChoiceFacts, (), (phrase_digest, occupation, before))

}  // namespace jianghui::occupations
