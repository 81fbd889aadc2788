#pragma once
// The secret of a survey's draw: committed to when the survey is opened, sealed until the sample is drawn, so that
// whoever chooses the frame or the moment does not know the seed.

#include "engine/app/context.hpp"
#include "features/pay_surveys/model.hpp"

namespace jianghui::pay_surveys {

/// Gives a new survey a secret of its own: the commitment, and the secret sealed.
void commit_to_secret(const app::Services& services, SurveyRow& survey);

/// Opens the secret and writes it, the position and the seed that follows into the survey: SM3(secret ‖ digest of the
/// frame ‖ position as 8 bytes). Requires a frame's digest; without a commitment the secret is empty. Fails as crypto::open.
[[nodiscard]] Result<Done> reveal_seed(const app::Services& services, SurveyRow& survey,
                                       std::int64_t position);

}  // namespace jianghui::pay_surveys
