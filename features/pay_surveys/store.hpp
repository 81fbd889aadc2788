#pragma once
// The rows of surveys, frames, answers and guides.

#include <map>

#include "engine/app/context.hpp"
#include "features/pay_surveys/model.hpp"

namespace jianghui::pay_surveys {

[[nodiscard]] std::optional<SurveyRow> find(const store::Reader& reader, SurveyId survey);
/// False when there is one of that place and year.
[[nodiscard]] bool insert(store::Transaction& transaction, const SurveyRow& survey);
/// False when it is no longer in state `from`.
[[nodiscard]] bool update(store::Transaction& transaction, const SurveyRow& survey,
                          SurveyStatus from);

/// Puts these companies in the place of all that the frame has.
void replace_frame(store::Transaction& transaction, const SurveyRow& survey,
                   const std::vector<FrameRow>& frame);
/// Sets the weights of companies of the frame; the others stay as they are.
void set_weights(store::Transaction& transaction, const SurveyRow& survey,
                 const std::map<OrganisationId, std::int64_t>& weights);
[[nodiscard]] std::vector<FrameRow> whole_frame(const store::Reader& reader,
                                                const SurveyRow& survey);

[[nodiscard]] std::optional<AnswerRow> find(const store::Reader& reader, AnswerId answer);
[[nodiscard]] std::optional<AnswerRow> answer_of(const store::Reader& reader,
                                                 const SurveyRow& survey, OrganisationId company);
[[nodiscard]] std::vector<AnswerRow> answers_of(const store::Reader& reader,
                                                const SurveyRow& survey);
void insert(store::Transaction& transaction, const AnswerRow& answer);
/// False when its state or layer is another by now than in `from`.
[[nodiscard]] bool update(store::Transaction& transaction, const AnswerRow& answer,
                          const AnswerRow& from);

/// Puts these rows in the place of all that the answer has; what was explained is forgotten.
void replace_rows(store::Transaction& transaction, const AnswerRow& answer,
                  const std::vector<PayRow>& rows);
[[nodiscard]] std::vector<PayRow> rows_of(const store::Reader& reader, const AnswerRow& answer);
/// The rows of all accepted answers of the survey, by answer, in the order of their lines.
[[nodiscard]] std::map<AnswerId, std::vector<PayRow>> accepted_rows(const store::Reader& reader,
                                                                    const SurveyRow& survey);

/// Puts the labour cost in the place of what the answer has; what was explained of it is forgotten.
void put_cost(store::Transaction& transaction, const AnswerRow& answer, const LabourCost& cost);
[[nodiscard]] std::optional<LabourCost> cost_of(const store::Reader& reader, const AnswerRow& answer);
/// The labour cost of the accepted answers of the survey that have it, by answer.
[[nodiscard]] std::map<AnswerId, LabourCost> accepted_costs(const store::Reader& reader,
                                                            const SurveyRow& survey);
/// What is published, or will be, of labour cost.
void replace_costs(store::Transaction& transaction, const SurveyRow& survey,
                   const std::vector<CostRow>& rows);
[[nodiscard]] std::vector<CostRow> costs_of(const store::Reader& reader, const SurveyRow& survey);

/// A finding and the company's words.
struct Explanation {
    Finding finding = Finding::below_minimum_wage;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(Explanation, (), (finding, words))
[[nodiscard]] std::vector<Explanation> explanations_of(const store::Reader& reader,
                                                       const AnswerRow& answer);
void put_explanation(store::Transaction& transaction, const AnswerRow& answer,
                     const Explanation& explanation);

/// False when the account has decided in this round.
[[nodiscard]] bool insert(store::Transaction& transaction, const AnswerRow& answer,
                          const ReviewRow& review);
[[nodiscard]] std::vector<ReviewRow> reviews_of(const store::Reader& reader,
                                                const AnswerRow& answer);

/// False when she is asked already.
[[nodiscard]] bool insert_expert(store::Transaction& transaction, const SurveyRow& survey, AccountId expert,
                                 AccountId named_by, Instant at);
/// In the order in which they were asked.
[[nodiscard]] std::vector<AccountId> experts_of(const store::Reader& reader, const SurveyRow& survey);
/// Whether the account is an expert of the answer's survey.
[[nodiscard]] bool is_expert(const store::Reader& reader, const AnswerRow& answer, AccountId account);

/// Keeps who read the rows, when and what for.
void insert_reading(store::Transaction& transaction, const AnswerRow& answer, AccountId account,
                    Instant at, const std::string& purpose);
[[nodiscard]] std::vector<ReadingView> readings_of(const store::Reader& reader,
                                                   const AnswerRow& answer);

void replace_cells(store::Transaction& transaction, const SurveyRow& survey,
                   const std::vector<CellRow>& cells);
/// Cells after a line, at most `limit`; as FindCells names them.
[[nodiscard]] std::vector<CellRow> cells_of(const store::Reader& reader, const SurveyRow& survey,
                                            int after, int limit,
                                            const std::optional<std::string>& occupation,
                                            bool totals);

}  // namespace jianghui::pay_surveys
