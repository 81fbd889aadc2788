#include "features/surveys/sealed.hpp"

#include "engine/app/field_keys.hpp"

namespace jianghui::surveys {
namespace {

std::string place_of(AnswerId answer) { return "surveys.answer:" + answer.text(); }

}  // namespace

std::string secret_place(SurveyId survey) { return "surveys.secret:" + survey.text(); }

Result<crypto::Bytes> open_secret(const app::Services& services, const SurveyRow& survey) {
    return app::open_field(services, secret_place(survey.id), survey.secret_box);
}

std::string seal_content(const app::Services& services, AnswerId answer,
                         const std::string& content) {
    return app::seal_field(services, place_of(answer), content);
}

Result<std::string> open_content(const app::Services& services, const AnswerRow& answer) {
    if (answer.box.empty()) return std::string();
    return app::open_field(services, place_of(answer.id), answer.box);
}

}  // namespace jianghui::surveys
