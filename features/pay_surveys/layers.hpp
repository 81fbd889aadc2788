#pragma once
// The layers that review an answer, as data (code table pay_review_layers): the company itself is layer 0,
// an answer that has passed the last one is accepted.

#include "features/codes/api.hpp"
#include "features/pay_surveys/store.hpp"

namespace jianghui::pay_surveys {

/// The layers in their order.
[[nodiscard]] const std::vector<codes::CodeItem>& layers(const codes::Tables& tables);
/// "县（区）审核"; the accepted layer is "已通过".
[[nodiscard]] Text layer_name(const codes::Tables& tables, int layer);

/// Whether the answer waits for an expert.
[[nodiscard]] bool waits_for_expert(const codes::Tables& tables, const AnswerRow& answer);

/// Whether an official may review the answer at its layer: one of its county (or wider), its city, or the
/// place of the survey, or an `expert` of the survey wherever she is, as the layer's value says. Not who decided in
/// this round. Pure but for the tables.
[[nodiscard]] Result<Done> may_review(const codes::Tables& tables, const app::Caller& caller,
                                      const AnswerRow& answer, const SurveyRow& survey,
                                      const std::vector<ReviewRow>& reviews, bool expert);

}  // namespace jianghui::pay_surveys
