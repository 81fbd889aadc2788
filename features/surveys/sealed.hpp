#pragma once
// What lies sealed in rows of surveys: the secret of the draw, and what households said.

#include "engine/app/context.hpp"
#include "features/surveys/model.hpp"

namespace jianghui::surveys {

/// Where the secret of the draw lies.
[[nodiscard]] std::string secret_place(SurveyId survey);
/// Fails as crypto::open.
[[nodiscard]] Result<crypto::Bytes> open_secret(const app::Services& services,
                                                const SurveyRow& survey);

/// The box fits this answer alone.
[[nodiscard]] std::string seal_content(const app::Services& services, AnswerId answer,
                                       const std::string& content);
/// The text that was sealed; "" when it was deleted. Fails as crypto::open.
[[nodiscard]] Result<std::string> open_content(const app::Services& services,
                                               const AnswerRow& answer);

}  // namespace jianghui::surveys
