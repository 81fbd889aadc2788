#pragma once
// Surveys, answers and guides as people see them, and who sees which.

#include "features/pay_surveys/layers.hpp"
#include "features/pay_surveys/store.hpp"

namespace jianghui::pay_surveys {

/// Whether the caller is an official who takes part in the survey: of its place, of a place within it, or
/// of one that contains it. Inspectors never do.
[[nodiscard]] bool takes_part(const app::Caller& caller, const SurveyRow& survey);

/// The survey, when the caller may see it: published, or the caller takes part. Fails with not_found.
[[nodiscard]] Result<SurveyRow> find_visible(const store::Reader& reader,
                                             const app::Caller& caller, SurveyId survey);
/// The answer, when it is the caller's company's, or the caller is an official of its place or of the
/// survey's, or an expert of the survey once it was submitted. Fails with not_found.
[[nodiscard]] Result<AnswerRow> find_visible(const store::Reader& reader,
                                             const app::Caller& caller, AnswerId answer);

[[nodiscard]] SurveyView view(const store::Reader& reader, const app::Services& services,
                              const app::Caller& caller, const SurveyRow& survey);
[[nodiscard]] AnswerView view(const store::Reader& reader, const app::Services& services,
                              const app::Caller& caller, const AnswerRow& answer);
/// The same of an answer to that survey without findings, which take all its rows to find: for lists.
[[nodiscard]] AnswerView brief_view(const store::Reader& reader, const app::Services& services,
                                    const app::Caller& caller, const AnswerRow& answer,
                                    const SurveyRow& survey);
/// Whether it is the caller's turn as an expert of the survey.
[[nodiscard]] bool judges(const store::Reader& reader, const codes::Tables& tables,
                          const app::Caller& caller, const AnswerRow& answer);
/// What the caller may do with the answer, which has those reviews; `expert`: it is her turn as one. Each review can
/// only take acts away.
[[nodiscard]] std::vector<AnswerAct> acts_of(const codes::Tables& tables,
                                             const app::Caller& caller, const AnswerRow& answer,
                                             const SurveyRow& survey,
                                             const std::vector<ReviewRow>& reviews, bool expert);
[[nodiscard]] CellView view(const codes::Tables& tables, const CellRow& cell);
[[nodiscard]] CostsView costs_view(const codes::Tables& tables, const std::vector<CostRow>& rows);
[[nodiscard]] MethodView method_of(const SurveyRow& survey);

/// What is unusual in the rows and in the labour cost that the answer has, with what the company said about it.
[[nodiscard]] std::vector<FindingView> findings_in(const store::Reader& reader,
                                                   const codes::Tables& tables,
                                                   const AnswerRow& answer,
                                                   const SurveyRow& survey,
                                                   const std::optional<LabourCost>& cost);

}  // namespace jianghui::pay_surveys
