#include "features/surveys/personal_data.hpp"

#include "features/codes/api.hpp"
#include "features/surveys/queries.hpp"
#include "features/surveys/store.hpp"

namespace jianghui::surveys {
namespace {

/// A household is known by village and ordinal: nothing leads from a person of the platform to it. What one
/// said is deleted by its office when it asks (`empty`), and by `expire` when its time is over.
codec::json::array copy(const app::AboutPerson& /*about*/) { return {}; }

/// One published survey at a time: its sealed answers are deleted, its figures stay.
bool expire(app::Command& command) {
    const Date today = date_of(command.now);
    const auto months = command.services.get<codes::Tables>().parameter_or("survey_answer_months",
                                                                           today, 24);
    const Instant before = start_of(add_months(today, -static_cast<int>(months)));
    auto survey = command.db.one<SurveyRow>(sql::surveys_to_empty, store::arguments("before", before));
    if (!survey) return false;
    empty(command.db, *survey);
    survey->emptied_at = command.now;
    return update(command.db, *survey, SurveyStatus::published);
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
