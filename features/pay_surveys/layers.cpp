#include "features/pay_surveys/layers.hpp"

#include <algorithm>

#include "features/pay_surveys/errors.hpp"

namespace jianghui::pay_surveys {
namespace {

/// Whose layer it is that the answer waits at ("county", "city", "desk", "expert"); nothing when it waits for none.
const std::string* waits_for(const codes::Tables& tables, const AnswerRow& answer) {
    const auto& all = layers(tables);
    const auto layer = static_cast<std::size_t>(answer.layer);
    return answer.status == AnswerStatus::review && layer < all.size() ? &all[layer].value : nullptr;
}

}  // namespace

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
    const auto* whose = waits_for(tables, answer);
    return whose != nullptr && *whose == "expert";
}

Result<Done> may_review(const codes::Tables& tables, const app::Caller& caller,
                        const AnswerRow& answer, const SurveyRow& survey,
                        const std::vector<ReviewRow>& reviews, bool expert) {
    const auto* whose = waits_for(tables, answer);
    if (whose == nullptr) return refuse(pay_answer_status);
    if (*whose == "expert") {
        if (!expert) return refuse(pay_not_an_expert);
    } else {
        const PlaceCode place = *whose == "county" ? answer.place
                                : *whose == "city" ? city_of(answer.place)
                                                   : survey.place;
        if (!caller.acts_in(place)) return refuse(pay_not_your_layer);
    }
    const bool decided =
        std::any_of(reviews.begin(), reviews.end(), [&](const ReviewRow& review) {
            return review.round == answer.round && review.account == caller.account;
        });
    if (decided) return refuse(pay_four_eyes);
    return Done{};
}

}  // namespace jianghui::pay_surveys
