#include "features/pay_surveys/secret.hpp"

#include "engine/app/field_keys.hpp"
#include "features/draws/api.hpp"

namespace jianghui::pay_surveys {
namespace {

std::string place_of(SurveyId survey) { return "pay_surveys.secret:" + survey.text(); }

}  // namespace

void commit_to_secret(const app::Services& services, SurveyRow& survey) {
    auto secret = draws::new_secret(services, place_of(survey.id));
    survey.commitment = std::move(secret.commitment);
    survey.secret_box = std::move(secret.box);
}

Result<Done> reveal_seed(const app::Services& services, SurveyRow& survey, std::int64_t position) {
    crypto::Bytes secret;
    if (!survey.secret_box.empty()) {
        TRY(secret, app::open_field(services, place_of(survey.id), survey.secret_box));
    }
    const auto digest = crypto::from_hex(survey.frame_digest);
    ASSERT(digest && digest->size() == 2 * draws::nonce_size);
    const std::vector<crypto::Bytes> halves{digest->substr(0, draws::nonce_size),
                                            digest->substr(draws::nonce_size)};
    survey.seed = draws::seed_of(secret, halves, position).hex();
    survey.secret = crypto::to_hex(secret);
    survey.secret_box.clear();
    survey.position = position;
    return Done{};
}

}  // namespace jianghui::pay_surveys
