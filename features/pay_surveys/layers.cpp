#include "features/pay_surveys/layers.hpp"

#include <algorithm>

#include "features/pay_surveys/errors.hpp"

namespace jianghui::pay_surveys {

const std::vector<codes::CodeItem>& layers(const codes::Tables& tables) {
    static const std::vector<codes::CodeItem> none;
    const auto found = tables.tables().find("pay_review_layers");
    return found == tables.tables().end() ? none : found->second;
}

Text layer_name(const codes::Tables& tables, int layer) {
    const auto& all = layers(tables);
    if (layer < static_cast<int>(all.size())) {
        const auto& item = all[static_cast<std::size_t>(layer)];
        return {item.zh, item.en};
    }
    return {"已通过", "Accepted"};
}

bool waits_for_expert(const codes::Tables& tables, const AnswerRow& answer) {
    const auto& all = layers(tables);
    return answer.status == AnswerStatus::review && answer.layer < static_cast<int>(all.size()) &&
           all[static_cast<std::size_t>(answer.layer)].value == "expert";
}

Result<Done> may_review(const codes::Tables& tables, const app::Caller& caller,
                        const AnswerRow& answer, const SurveyRow& survey,
                        const std::vector<ReviewRow>& reviews, bool expert) {
    const auto& all = layers(tables);
    if (answer.status != AnswerStatus::review || answer.layer >= static_cast<int>(all.size()))
        return refuse(pay_answer_status);
    const std::string& value = all[static_cast<std::size_t>(answer.layer)].value;
    const PlaceCode place = value == "county" ? answer.place
                            : value == "city" ? city_of(answer.place)
                                              : survey.place;
    if (waits_for_expert(tables, answer)) {
        if (!expert) return refuse(pay_not_an_expert);
    } else if (!caller.acts_in(place)) {
        return refuse(pay_not_your_layer);
    }
    const bool decided =
        std::any_of(reviews.begin(), reviews.end(), [&](const ReviewRow& review) {
            return review.round == answer.round && review.account == caller.account;
        });
    if (decided) return refuse(pay_four_eyes);
    return Done{};
}

}  // namespace jianghui::pay_surveys
