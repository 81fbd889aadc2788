#include "features/pay_surveys/secret.hpp"

#include "engine/app/field_keys.hpp"
#include "features/draws/api.hpp"

namespace jianghui::pay_surveys {
namespace {

std::string place_of(SurveyId survey) { return "pay_surveys.secret:" + survey.text(); }

}  // namespace

void commit_to_secret(const app::Services& services, SurveyRow& survey) {
    const auto secret = crypto::random_bytes(crypto::system_secrets(), draws::secret_size);
    survey.commitment = draws::commitment_of(secret);
    survey.secret_box = crypto::seal(app::field_keys(services), secret, place_of(survey.id),
                                     crypto::system_secrets());
}

Result<Done> reveal_seed(const app::Services& services, SurveyRow& survey, std::int64_t position) {
    crypto::Bytes secret;
    if (!survey.secret_box.empty()) {
        TRY(secret, crypto::open(app::field_keys(services), survey.secret_box, place_of(survey.id)));
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
