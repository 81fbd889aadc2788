#pragma once
// Suggestions are public like the code tables; choices count once a voter.

#include "engine/app/feature.hpp"
#include "features/occupations/model.hpp"

namespace jianghui::occupations {

/// What a title may mean, the surest first; empty when it says nothing of work.
struct SuggestionList {
    std::vector<Suggestion> items;
};
BOOST_DESCRIBE_STRUCT(SuggestionList, (), (items))

Result<SuggestionList> suggest(app::Query& query, const AskSuggestions& input);
/// Fails with unknown_code at /occupation: no occupation, or not one of the fourth level.
Result<ChoiceView> choose(app::Command& command, const ChooseOccupation& input);

}  // namespace jianghui::occupations
