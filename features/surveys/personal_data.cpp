#include "features/surveys/personal_data.hpp"

#include "features/codes/api.hpp"
#include "features/surveys/queries.hpp"
#include "features/surveys/store.hpp"

namespace jianghui::surveys {
namespace {

/// A household is known by village and ordinal: nothing leads from a person of the platform to it. What one
/// said is deleted by its office when it asks (`empty`), and by `expire` when its time is over.
codec::json::array copy(const app::AboutPerson& /*about*/) { return {}; }

/// The next survey whose answers have had their time: published months ago, or left alone for days without ever
/// being published, whose answers nobody will count any more.
std::optional<SurveyRow> next_to_empty(app::Command& command) {
    const Date today = date_of(command.now);
    const auto& tables = command.services.get<codes::Tables>();
    const auto find = [&](const store::Statement& statement, Date before) {
        return command.db.one<SurveyRow>(statement, store::arguments("before", start_of(before)));
    };
    const auto months = tables.parameter_or("survey_answer_months", today, 24);
    if (auto survey = find(sql::surveys_to_empty, add_months(today, -static_cast<int>(months))))
        return survey;
    const auto days = tables.parameter_or("survey_unpublished_days", today, 365);
    return find(sql::unpublished_surveys_to_empty, add_days(today, -static_cast<int>(days)));
}

/// One survey at a time: its sealed answers are deleted, its figures stay.
bool expire(app::Command& command) {
    auto survey = next_to_empty(command);
    if (!survey) return false;
    empty(command.db, *survey);
    survey->emptied_at = command.now;
    return update(command.db, *survey, survey->status);
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "surveys";
    part.title = {"农村劳动力调查答卷", "Answers to rural surveys"};
    part.copy = copy;
    part.expire = expire;
    return part;
}

}  // namespace jianghui::surveys
