#pragma once
// The rows of surveys, frames, households, answers and results.

#include "engine/app/context.hpp"
#include "features/surveys/model.hpp"

namespace jianghui::surveys {

[[nodiscard]] std::optional<SurveyRow> find(const store::Reader& reader, SurveyId survey);
void insert(store::Transaction& transaction, const SurveyRow& survey);
/// False when it is no longer in state `from`.
[[nodiscard]] bool update(store::Transaction& transaction, const SurveyRow& survey, SurveyStatus from);
/// Surveys that take answers and in which the account collects, newest first.
[[nodiscard]] std::vector<SurveyRow> surveys_of(const store::Reader& reader, AccountId collector);

/// Puts these villages in the place of all that the frame has.
void replace_villages(store::Transaction& transaction, const SurveyRow& survey,
                      const std::vector<VillageRow>& villages);
[[nodiscard]] std::vector<VillageRow> villages_of(const store::Reader& reader, const SurveyRow& survey);
void insert(store::Transaction& transaction, const SurveyRow& survey, const StratumRow& stratum);
[[nodiscard]] std::vector<StratumRow> strata_of(const store::Reader& reader, const SurveyRow& survey);

void insert(store::Transaction& transaction, const std::vector<HouseholdRow>& households);
void update(store::Transaction& transaction, const HouseholdRow& household);
[[nodiscard]] std::optional<HouseholdRow> find(const store::Reader& reader, HouseholdId household);
/// All that are asked.
[[nodiscard]] std::vector<HouseholdRow> issued_of(const store::Reader& reader, const SurveyRow& survey);
[[nodiscard]] std::vector<HouseholdRow> households_of(const store::Reader& reader,
                                                      const SurveyRow& survey, AccountId collector);
/// The next of the stratum in the order of its lottery that is not asked yet.
[[nodiscard]] std::optional<HouseholdRow> next_replacement(const store::Reader& reader,
                                                           const HouseholdRow& household);
/// Names who collects from the households that are asked, of one village or all. How many those are.
std::int64_t name_collector(store::Transaction& transaction, const SurveyRow& survey,
                            AccountId account, std::optional<int> village);

void insert(store::Transaction& transaction, const AnswerRow& answer);
void set_standing(store::Transaction& transaction, const AnswerRow& answer, Standing standing);
/// Every version from every phone, in the order in which they came.
[[nodiscard]] std::vector<AnswerRow> answers_of(const store::Reader& reader,
                                                const HouseholdRow& household);
/// The newest of each phone about all households.
[[nodiscard]] std::vector<AnswerRow> heads_of(const store::Reader& reader, const SurveyRow& survey);
/// Deletes what the household said, or all households of the survey.
void empty(store::Transaction& transaction, const HouseholdRow& household);
void empty(store::Transaction& transaction, const SurveyRow& survey);

void insert_settlement(store::Transaction& transaction, const HouseholdRow& household,
                       AccountId account, Instant at, AnswerId answer, const std::string& reason);
void insert_reading(store::Transaction& transaction, const HouseholdRow& household,
                    AccountId account, Instant at, const std::string& purpose);
[[nodiscard]] std::vector<ReadingView> readings_of(const store::Reader& reader,
                                                   const HouseholdRow& household);

void replace_results(store::Transaction& transaction, const SurveyRow& survey,
                     const std::vector<ResultRow>& results);
[[nodiscard]] std::vector<ResultRow> results_of(const store::Reader& reader, const SurveyRow& survey);

/// How many asked households of a stratum are in a state.
struct StateCount {
    int stratum = 0;
    HouseholdStatus status = HouseholdStatus::waiting;
    std::int64_t households = 0;
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (stratum, status, households))
[[nodiscard]] std::vector<StateCount> states_of(const store::Reader& reader, const SurveyRow& survey);

}  // namespace jianghui::surveys
