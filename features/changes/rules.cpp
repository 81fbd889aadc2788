#include "features/changes/rules.hpp"

#include <algorithm>

namespace jianghui::changes {

bool concerns_holders(const std::vector<std::string>& differs) {
    return std::any_of(differs.begin(), differs.end(), [](const std::string& term) {
        return term != "headcount" && term != "closes_at" && term != "hold_hours";
    });
}

Effect effect_on(bool concerns, bool up_to_date, bool asked) {
    if (concerns) return Effect::asks;
    if (up_to_date) return Effect::follows;
    return asked ? Effect::asks_on : Effect::stays;
}

Result<Done> may_answer(const AnswerRow& answer, Instant now) {
    if (answer.status != AnswerStatus::standing || answer.answer_until_at <= now)
        return refuse(error(answer_over)
                          .with("status", std::string(codec::enum_text(answer.status))));
    return Done{};
}

std::vector<TermChange> term_changes(const orders::Terms& before, const orders::Terms& after) {
    const auto names = orders::differences(before, after);
    std::vector<TermChange> changes;
    boost::mp11::mp_for_each<codec::Members<orders::Terms>>([&](auto term) {
        if (std::find(names.begin(), names.end(), term.name) == names.end()) return;
        const auto shown = [&](const orders::Terms& terms) {
            return codec::parse(codec::encode(terms.*term.pointer)).value_or(nullptr);
        };
        changes.push_back({term.name, shown(before), shown(after)});
    });
    return changes;
}

}  // namespace jianghui::changes
