// What is asked about surveys, households and results.

#include "features/surveys/endpoints.hpp"

#include "engine/access/covering.hpp"
#include "engine/app/page.hpp"
#include "features/surveys/errors.hpp"
#include "features/surveys/files.hpp"
#include "features/surveys/queries.hpp"
#include "features/surveys/view.hpp"

namespace jianghui::surveys {
namespace {

const codes::Tables& tables_of(const app::Query& query) {
    return query.services.get<codes::Tables>();
}

}  // namespace

Result<app::Page<SurveyView>> list_surveys(app::Query& query, const FindSurveys& input) {
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<SurveyRow>(
        sql::list_surveys, store::members_and(access::sight_of_official(query.caller), "cursor",
                                              input.cursor, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const SurveyRow& row) {
        return view(query.db, query.services, query.caller, row);
    });
}

Result<SurveyView> show_survey(app::Query& query, const FindSurvey& input) {
    TRY(const SurveyRow survey, find_visible(query.db, query.caller, input.survey));
    return view(query.db, query.services, query.caller, survey);
}

Result<QuestionsView> show_questions(app::Query& query, const FindSurvey& input) {
    TRY(const SurveyRow survey, find_visible(query.db, query.caller, input.survey));
    return QuestionsView{survey.version, survey.questions};
}

Result<ResultsView> show_results(app::Query& query, const FindSurvey& input) {
    TRY(const SurveyRow survey, find_visible(query.db, query.caller, input.survey));
    return results_view(query.db, tables_of(query), survey);
}

Result<MethodView> show_method(app::Query& query, const FindSurvey& input) {
    TRY(const SurveyRow survey, find_visible(query.db, query.caller, input.survey));
    return method_of(query.db, tables_of(query), survey);
}

Result<http::Reply> download_results(app::Query& query, const FindFile& input) {
    TRY(const SurveyRow survey, find_visible(query.db, query.caller, input.survey));
    ResultDocument document{view(query.db, query.services, query.caller, survey),
                            method_of(query.db, tables_of(query), survey),
                            results_view(query.db, tables_of(query), survey).items};
    document.survey.acts.clear();
    return file_of(document, input.form);
}

Result<std::vector<VillageView>> list_villages(app::Query& query, const FindSurvey& input) {
    TRY(const SurveyRow survey, find_own(query.db, query.caller, input.survey));
    std::vector<VillageView> shown;
    for (const auto& row : villages_of(query.db, survey)) {
        VillageView village;
        static_cast<VillageRow&>(village) = row;
        village.place_name = tables_of(query).place_name(row.place);
        shown.push_back(std::move(village));
    }
    return shown;
}

Result<app::Page<HouseholdView>> list_households(app::Query& query, const FindHouseholds& input) {
    TRY(const SurveyRow survey, find_own(query.db, query.caller, input.survey));
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<HouseholdRow>(
        sql::households_page,
        store::arguments("city", survey.city, "survey", survey.id, "status", input.status, "cursor",
                         input.cursor, "limit", limit + 1));
    const Households households(query.db, query.services, survey);
    return app::page_of(rows, limit,
                        [&](const HouseholdRow& row) { return households.view(row); });
}

Result<HouseholdDetail> show_household(app::Query& query, const FindHousehold& input) {
    TRY(const InHand found, find_own(query.db, query.caller, input.household));
    return detail(query.db, query.services, found, false);
}

Result<VisitsView> list_visits(app::Query& query, const app::Empty& /*input*/) {
    VisitsView shown;
    for (const auto& survey : surveys_of(query.db, query.caller.account)) {
        const std::string place_name = tables_of(query).place_name(survey.place);
        VisitSurvey visits{survey.id,        survey.title,          place_name, survey.version,
                           survey.questions, notice_of(place_name), {}};
        const Households households(query.db, query.services, survey);
        for (const auto& row : households_of(query.db, survey, query.caller.account))
            visits.households.push_back(households.visit(row));
        shown.items.push_back(std::move(visits));
    }
    return shown;
}

namespace {

/// Households that wait for their collector, told once a survey.
std::vector<app::Waiting> waiting(const app::Query& query, int limit) {
    std::vector<app::Waiting> items;
    for (const auto& survey : surveys_of(query.db, query.caller.account)) {
        if (static_cast<int>(items.size()) == limit) break;
        std::int64_t left = 0;
        for (const auto& row : households_of(query.db, survey, query.caller.account))
            if (row.status == HouseholdStatus::waiting) ++left;
        if (left == 0) continue;
        const std::string number = std::to_string(left);
        items.push_back({"survey.visit",
                         {"待入户调查 " + number + " 户：" + survey.title,
                          number + " households to visit: " + survey.title},
                         "survey",
                         survey.id.number,
                         std::nullopt,
                         survey.started_at.value_or(survey.made_at),
                         "/desk/survey-visits"});
    }
    return items;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"surveys.visits", {app::Role::official, app::Role::agency}, waiting}};
}

}  // namespace jianghui::surveys
