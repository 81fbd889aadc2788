#include "features/pay_surveys/store.hpp"

#include "features/pay_surveys/queries.hpp"

namespace jianghui::pay_surveys {
namespace {

struct AcceptedRow : PayRow {
    AnswerId answer;
};
BOOST_DESCRIBE_STRUCT(AcceptedRow, (PayRow), (answer))

struct AcceptedCost : LabourCost {
    AnswerId answer;
};
BOOST_DESCRIBE_STRUCT(AcceptedCost, (LabourCost), (answer))

struct ExpertRow {
    AccountId account;
};
BOOST_DESCRIBE_STRUCT(ExpertRow, (), (account))

}  // namespace

std::optional<SurveyRow> find(const store::Reader& reader, SurveyId survey) {
    return reader.one<SurveyRow>(sql::find_survey, store::arguments("survey", survey));
}

bool insert(store::Transaction& transaction, const SurveyRow& survey) {
    return transaction.execute(sql::insert_survey, store::members(survey)) == 1;
}

bool update(store::Transaction& transaction, const SurveyRow& survey, SurveyStatus from) {
    return transaction.execute(sql::update_survey, store::members_and(survey, "from", from)) == 1;
}

void replace_frame(store::Transaction& transaction, const SurveyRow& survey,
                   const std::vector<FrameRow>& frame) {
    transaction.execute(sql::delete_frame,
                        store::arguments("city", survey.city, "survey", survey.id));
    std::vector<store::Arguments> rows;
    for (const auto& one : frame)
        rows.push_back(store::members_and(one, "city", survey.city, "survey", survey.id));
    if (!rows.empty()) transaction.execute_all(sql::insert_frame, rows);
}

void set_weights(store::Transaction& transaction, const SurveyRow& survey,
                 const std::map<OrganisationId, std::int64_t>& weights) {
    std::vector<store::Arguments> rows;
    for (const auto& [company, weight] : weights)
        rows.push_back(store::arguments("city", survey.city, "survey", survey.id, "company",
                                        company, "weight", weight));
    if (!rows.empty()) transaction.execute_all(sql::set_weight, rows);
}

std::vector<FrameRow> whole_frame(const store::Reader& reader, const SurveyRow& survey) {
    return reader.all<FrameRow>(sql::whole_frame,
                                store::arguments("city", survey.city, "survey", survey.id));
}

std::optional<AnswerRow> find(const store::Reader& reader, AnswerId answer) {
    return reader.one<AnswerRow>(sql::find_answer, store::arguments("answer", answer));
}

std::optional<AnswerRow> answer_of(const store::Reader& reader, const SurveyRow& survey,
                                   OrganisationId company) {
    return reader.one<AnswerRow>(
        sql::answer_of_company,
        store::arguments("city", survey.city, "survey", survey.id, "company", company));
}

std::vector<AnswerRow> answers_of(const store::Reader& reader, const SurveyRow& survey) {
    return reader.all<AnswerRow>(sql::answers_of_survey,
                                 store::arguments("city", survey.city, "survey", survey.id));
}

void insert(store::Transaction& transaction, const AnswerRow& answer) {
    transaction.execute(sql::insert_answer, store::members(answer));
}

bool update(store::Transaction& transaction, const AnswerRow& answer, const AnswerRow& from) {
    return transaction.execute(sql::update_answer,
                               store::members_and(answer, "from_status", from.status, "from_layer",
                                                  from.layer)) == 1;
}

void replace_rows(store::Transaction& transaction, const AnswerRow& answer,
                  const std::vector<PayRow>& rows) {
    const auto of_answer = store::arguments("city", answer.city, "answer", answer.id);
    transaction.execute(sql::delete_rows, of_answer);
    transaction.execute(sql::delete_explanations, of_answer);
    std::vector<store::Arguments> all;
    for (std::size_t i = 0; i < rows.size(); ++i)
        all.push_back(store::members_and(rows[i], "city", answer.city, "answer", answer.id, "line",
                                         static_cast<int>(i) + 1));
    if (!all.empty()) transaction.execute_all(sql::insert_row, all);
}

std::vector<PayRow> rows_of(const store::Reader& reader, const AnswerRow& answer) {
    return reader.all<PayRow>(sql::answer_rows,
                              store::arguments("city", answer.city, "answer", answer.id));
}

std::map<AnswerId, std::vector<PayRow>> accepted_rows(const store::Reader& reader,
                                                      const SurveyRow& survey) {
    std::map<AnswerId, std::vector<PayRow>> rows;
    reader.each<AcceptedRow>(
        sql::accepted_rows, store::arguments("city", survey.city, "survey", survey.id),
        [&](AcceptedRow&& row) { rows[row.answer].push_back(std::move(row)); });
    return rows;
}

void put_cost(store::Transaction& transaction, const AnswerRow& answer, const LabourCost& cost) {
    transaction.execute(sql::forget_cost_words,
                        store::arguments("city", answer.city, "answer", answer.id));
    transaction.execute(sql::put_cost,
                        store::members_and(cost, "city", answer.city, "answer", answer.id));
}

std::optional<LabourCost> cost_of(const store::Reader& reader, const AnswerRow& answer) {
    return reader.one<LabourCost>(sql::find_cost,
                                  store::arguments("city", answer.city, "answer", answer.id));
}

std::map<AnswerId, LabourCost> accepted_costs(const store::Reader& reader, const SurveyRow& survey) {
    std::map<AnswerId, LabourCost> costs;
    reader.each<AcceptedCost>(
        sql::accepted_costs, store::arguments("city", survey.city, "survey", survey.id),
        [&](AcceptedCost&& row) { costs[row.answer] = std::move(row); });
    return costs;
}

void replace_costs(store::Transaction& transaction, const SurveyRow& survey,
                   const std::vector<CostRow>& rows) {
    transaction.execute(sql::delete_cost_cells,
                        store::arguments("city", survey.city, "survey", survey.id));
    std::vector<store::Arguments> all;
    for (const auto& row : rows)
        all.push_back(store::members_and(row, "city", survey.city, "survey", survey.id));
    if (!all.empty()) transaction.execute_all(sql::insert_cost_cell, all);
}

std::vector<CostRow> costs_of(const store::Reader& reader, const SurveyRow& survey) {
    return reader.all<CostRow>(sql::cost_cells,
                               store::arguments("city", survey.city, "survey", survey.id));
}

std::vector<Explanation> explanations_of(const store::Reader& reader, const AnswerRow& answer) {
    return reader.all<Explanation>(sql::explanations,
                                   store::arguments("city", answer.city, "answer", answer.id));
}

void put_explanation(store::Transaction& transaction, const AnswerRow& answer,
                     const Explanation& explanation) {
    transaction.execute(
        sql::put_explanation,
        store::members_and(explanation, "city", answer.city, "answer", answer.id));
}

bool insert(store::Transaction& transaction, const AnswerRow& answer, const ReviewRow& review) {
    return transaction.execute(
               sql::insert_review,
               store::members_and(review, "city", answer.city, "answer", answer.id)) == 1;
}

std::vector<ReviewRow> reviews_of(const store::Reader& reader, const AnswerRow& answer) {
    return reader.all<ReviewRow>(sql::reviews,
                                 store::arguments("city", answer.city, "answer", answer.id));
}

bool insert_expert(store::Transaction& transaction, const SurveyRow& survey, AccountId expert,
                   AccountId named_by, Instant at) {
    return transaction.execute(sql::insert_expert,
                               store::arguments("city", survey.city, "survey", survey.id, "account", expert,
                                                "named_by", named_by, "named_at", at)) == 1;
}

std::vector<AccountId> experts_of(const store::Reader& reader, const SurveyRow& survey) {
    std::vector<AccountId> experts;
    reader.each<ExpertRow>(sql::experts, store::arguments("city", survey.city, "survey", survey.id),
                           [&](ExpertRow&& row) { experts.push_back(row.account); });
    return experts;
}

bool is_expert(const store::Reader& reader, const AnswerRow& answer, AccountId account) {
    return reader
        .one<ExpertRow>(sql::find_expert, store::arguments("city", answer.city, "survey", answer.survey,
                                                           "account", account))
        .has_value();
}

void insert_reading(store::Transaction& transaction, const AnswerRow& answer, AccountId account,
                    Instant at, const std::string& purpose) {
    transaction.execute(sql::insert_reading,
                        store::arguments("city", answer.city, "answer", answer.id, "account",
                                         account, "at", at, "purpose", purpose));
}

std::vector<ReadingView> readings_of(const store::Reader& reader, const AnswerRow& answer) {
    return reader.all<ReadingView>(sql::readings,
                                   store::arguments("city", answer.city, "answer", answer.id));
}

void replace_cells(store::Transaction& transaction, const SurveyRow& survey,
                   const std::vector<CellRow>& cells) {
    transaction.execute(sql::delete_cells,
                        store::arguments("city", survey.city, "survey", survey.id));
    std::vector<store::Arguments> rows;
    for (const auto& cell : cells)
        rows.push_back(store::members_and(cell, "city", survey.city, "survey", survey.id));
    if (!rows.empty()) transaction.execute_all(sql::insert_cell, rows);
}

std::vector<CellRow> cells_of(const store::Reader& reader, const SurveyRow& survey, int after,
                              int limit, const std::optional<std::string>& occupation,
                              bool totals) {
    std::optional<std::string> below;
    if (occupation) below = *occupation + "-%";
    return reader.all<CellRow>(
        sql::cells, store::arguments("city", survey.city, "survey", survey.id, "after", after,
                                     "occupation", occupation, "below", below, "totals",
                                     totals ? 1 : 0, "limit", limit));
}

}  // namespace jianghui::pay_surveys
