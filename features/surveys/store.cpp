#include "features/surveys/store.hpp"

#include "features/surveys/queries.hpp"

namespace jianghui::surveys {
namespace {

store::Arguments of(const SurveyRow& survey) {
    return store::arguments("city", survey.city, "survey", survey.id);
}
store::Arguments of(const HouseholdRow& household) {
    return store::arguments("city", household.city, "household", household.id);
}

}  // namespace

std::optional<SurveyRow> find(const store::Reader& reader, SurveyId survey) {
    return reader.one<SurveyRow>(sql::find_survey, store::arguments("survey", survey));
}

void insert(store::Transaction& transaction, const SurveyRow& survey) {
    transaction.execute(sql::insert_survey, store::members(survey));
}

bool update(store::Transaction& transaction, const SurveyRow& survey, SurveyStatus from) {
    return transaction.execute(sql::update_survey, store::members_and(survey, "from", from)) == 1;
}

std::vector<SurveyRow> surveys_of(const store::Reader& reader, AccountId collector) {
    return reader.all<SurveyRow>(sql::surveys_of_collector, store::arguments("account", collector));
}

void replace_villages(store::Transaction& transaction, const SurveyRow& survey,
                      const std::vector<VillageRow>& villages) {
    transaction.execute(sql::delete_villages, of(survey));
    std::vector<store::Arguments> rows;
    for (const auto& one : villages)
        rows.push_back(store::members_and(one, "city", survey.city, "survey", survey.id));
    if (!rows.empty()) transaction.execute_all(sql::insert_village, rows);
}

std::vector<VillageRow> villages_of(const store::Reader& reader, const SurveyRow& survey) {
    return reader.all<VillageRow>(sql::villages, of(survey));
}

void insert(store::Transaction& transaction, const SurveyRow& survey, const StratumRow& stratum) {
    transaction.execute(sql::insert_stratum,
                        store::members_and(stratum, "city", survey.city, "survey", survey.id));
}

std::vector<StratumRow> strata_of(const store::Reader& reader, const SurveyRow& survey) {
    return reader.all<StratumRow>(sql::strata, of(survey));
}

void insert(store::Transaction& transaction, const std::vector<HouseholdRow>& households) {
    std::vector<store::Arguments> rows;
    for (const auto& one : households) rows.push_back(store::members(one));
    if (!rows.empty()) transaction.execute_all(sql::insert_household, rows);
}

void update(store::Transaction& transaction, const HouseholdRow& household) {
    transaction.execute(sql::update_household, store::members(household));
}

std::optional<HouseholdRow> find(const store::Reader& reader, HouseholdId household) {
    return reader.one<HouseholdRow>(sql::find_household,
                                    store::arguments("household", household));
}

std::vector<HouseholdRow> issued_of(const store::Reader& reader, const SurveyRow& survey) {
    return reader.all<HouseholdRow>(sql::issued_households, of(survey));
}

std::vector<HouseholdRow> households_of(const store::Reader& reader, const SurveyRow& survey,
                                        AccountId collector) {
    return reader.all<HouseholdRow>(
        sql::households_of_collector,
        store::arguments("city", survey.city, "survey", survey.id, "account", collector));
}

std::optional<HouseholdRow> next_replacement(const store::Reader& reader,
                                             const HouseholdRow& household) {
    return reader.one<HouseholdRow>(
        sql::next_replacement, store::arguments("city", household.city, "survey", household.survey,
                                                "stratum", household.stratum));
}

std::int64_t name_collector(store::Transaction& transaction, const SurveyRow& survey,
                            AccountId account, std::optional<int> village) {
    return transaction.execute(sql::name_collector,
                               store::arguments("city", survey.city, "survey", survey.id, "account",
                                                account, "village", village));
}

void insert(store::Transaction& transaction, const AnswerRow& answer) {
    transaction.execute(sql::insert_answer, store::members(answer));
}

void set_standing(store::Transaction& transaction, const AnswerRow& answer, Standing standing) {
    transaction.execute(sql::set_standing, store::arguments("id", answer.id, "city", answer.city,
                                                            "standing", standing));
}

std::vector<AnswerRow> answers_of(const store::Reader& reader, const HouseholdRow& household) {
    return reader.all<AnswerRow>(sql::answers_of_household, of(household));
}

std::vector<AnswerRow> heads_of(const store::Reader& reader, const SurveyRow& survey) {
    return reader.all<AnswerRow>(sql::heads_of_survey, of(survey));
}

void empty(store::Transaction& transaction, const HouseholdRow& household) {
    transaction.execute(sql::empty_household, of(household));
}

void empty(store::Transaction& transaction, const SurveyRow& survey) {
    transaction.execute(sql::empty_survey, of(survey));
}

void insert_settlement(store::Transaction& transaction, const HouseholdRow& household,
                       AccountId account, Instant at, AnswerId answer, const std::string& reason) {
    transaction.execute(sql::insert_settlement,
                        store::arguments("city", household.city, "household", household.id, "at", at,
                                         "account", account, "answer", answer, "reason", reason));
}

void insert_reading(store::Transaction& transaction, const HouseholdRow& household,
                    AccountId account, Instant at, const std::string& purpose) {
    transaction.execute(sql::insert_reading,
                        store::arguments("city", household.city, "survey", household.survey,
                                         "household", household.id, "account", account, "at", at,
                                         "purpose", purpose));
}

std::vector<ReadingView> readings_of(const store::Reader& reader, const HouseholdRow& household) {
    return reader.all<ReadingView>(sql::readings, of(household));
}

void replace_results(store::Transaction& transaction, const SurveyRow& survey,
                     const std::vector<ResultRow>& results) {
    transaction.execute(sql::delete_results, of(survey));
    std::vector<store::Arguments> rows;
    for (const auto& one : results)
        rows.push_back(store::members_and(one, "city", survey.city, "survey", survey.id));
    if (!rows.empty()) transaction.execute_all(sql::insert_result, rows);
}

std::vector<ResultRow> results_of(const store::Reader& reader, const SurveyRow& survey) {
    return reader.all<ResultRow>(sql::results, of(survey));
}

std::vector<StateCount> states_of(const store::Reader& reader, const SurveyRow& survey) {
    return reader.all<StateCount>(sql::count_states, of(survey));
}

}  // namespace jianghui::surveys
