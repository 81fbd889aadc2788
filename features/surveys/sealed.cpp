#include "features/surveys/sealed.hpp"

#include "engine/app/field_keys.hpp"

namespace jianghui::surveys {
namespace {

std::string place_of(SurveyId survey) { return "surveys.secret:" + survey.text(); }
std::string place_of(AnswerId answer) { return "surveys.answer:" + answer.text(); }

}  // namespace

std::string seal_secret(const app::Services& services, SurveyId survey, std::string_view secret) {
    return crypto::seal(app::field_keys(services), secret, place_of(survey),
                        crypto::system_secrets());
}

Result<crypto::Bytes> open_secret(const app::Services& services, const SurveyRow& survey) {
    return crypto::open(app::field_keys(services), survey.secret_box, place_of(survey.id));
}

std::string seal_content(const app::Services& services, AnswerId answer,
                         const std::string& content) {
    return crypto::seal(app::field_keys(services), content, place_of(answer),
                        crypto::system_secrets());
}

Result<std::string> open_content(const app::Services& services, const AnswerRow& answer) {
    if (answer.box.empty()) return std::string();
    return crypto::open(app::field_keys(services), answer.box, place_of(answer.id));
}

}  // namespace jianghui::surveys
