#include "features/occupations/endpoints.hpp"

#include "features/occupations/api.hpp"

namespace jianghui::occupations {

Result<SuggestionList> suggest(app::Query& query, const AskSuggestions& input) {
    const auto& suggester = query.services.get<Suggester>();
    return SuggestionList{suggester.suggest(
        input.title.text, input.description ? input.description->text : std::string_view())};
}

Result<ChoiceView> choose(app::Command& command, const ChooseOccupation& input) {
    const auto& tables = command.services.get<codes::Tables>();
    const auto* entry = tables.find_occupation(input.occupation);
    if (entry == nullptr || entry->level != 4)
        return refuse(error(unknown_code)
                          .at("/occupation")
                          .near(tables.nearest_occupations(input.occupation.text)));
    return ChoiceView{input.occupation, confirm(command, input.title.text, input.occupation)};
}

}  // namespace jianghui::occupations
